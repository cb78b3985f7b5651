/** The test object of a suite of documents: a sink, the control's server, and the app with the cases as charts. */
import { resolve } from 'node:path';
import { startSandbox, type RunningSandbox } from '../../../sandbox/adapters/node.ts';
import type { ChartSource } from '../../../sandbox/sessions.ts';
import { startApp } from '../../../scripts/app-server.ts';
import { expect, test as base } from '../../fixtures.ts';
import { onePage, provideViolations, type OnePage } from '../one-page.ts';
import { startSink, type Sink } from '../sink.ts';
import { startControlServer, type ControlServer } from './control-server.ts';
import { classesOf, type DocumentCase } from './document-case.ts';
import { chartOf, documentOf } from './document-chart.ts';

export interface SuiteApp {
  readonly url: string;
  readonly sandbox: RunningSandbox;
  /** Every origin that the app may ask. */
  readonly origins: readonly string[];
}

export interface SuiteFixtures {
  readonly sink: Sink;
  readonly control: ControlServer;
  /** The app over a sandbox of its own. */
  readonly app: SuiteApp;
  readonly protectedPage: OnePage;
  readonly unprotected: OnePage;
}

/** @param more charts beside one per class of `cases`, named by the class */
export const documentTest = (
  cases: readonly DocumentCase[],
  more: (sinkUrl: string) => readonly ChartSource[] = () => [],
) =>
  base.extend<object, SuiteFixtures>({
    sink: [
      // oxlint-disable-next-line no-empty-pattern
      async ({}, provide) => {
        const sink = await startSink();
        await provide(sink);
        await sink.close();
      },
      { scope: 'worker' },
    ],

    control: [
      async ({ sink }, provide) => {
        const control = await startControlServer(cases, sink.url);
        await provide(control);
        await control.close();
      },
      { scope: 'worker' },
    ],

    app: [
      async ({ sink }, provide) => {
        let config: unknown;
        const folder = resolve(process.env['DOSSIER_E2E_BUILD'] ?? '.cache/e2e');
        const served = await startApp({ folder, path: '/', config: () => config }, 4850);
        const charts = classesOf(cases).map((name) =>
          chartOf(name, cases.filter((one) => one.class === name).map((one) => documentOf(one, sink.url))),
        ); // prettier-ignore
        const sandbox = await startSandbox({ appUrl: served.url, charts: [...charts, ...more(sink.url)] });
        config = sandbox.config;
        const { fhir, authorization, storage, ehr, ehrOtherSite } = sandbox.origins;
        const own = [new URL(served.url).origin, fhir, authorization, storage, ehr, ehrOtherSite];
        await provide({ url: served.url, sandbox, origins: own });
        await Promise.all([served.close(), sandbox.close()]);
      },
      { scope: 'worker' },
    ],

    protectedPage: [onePage(true), { scope: 'worker' }],
    unprotected: [onePage(false), { scope: 'worker' }],
  }); // prettier-ignore

type DocumentTest = ReturnType<typeof documentTest>;

/** For many documents in the app, in one page. */
export const inOnePage = (test: DocumentTest) =>
  test.extend({
    page: ({ protectedPage }, provide) => provide(protectedPage.page),
    violations: ({ protectedPage }, provide) => provideViolations(protectedPage, provide),
  });

/** For controls, in one page: what a page without protection does is no violation of ours. */
export const unprotected = (test: DocumentTest) =>
  test.extend({
    page: ({ unprotected: { page } }, provide) => provide(page),
    // oxlint-disable-next-line no-empty-pattern
    violations: async ({}, provide) => {
      await provide({ ours: [], ofInertParse: [] });
    },
  });

export { expect };
