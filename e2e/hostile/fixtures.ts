/** The test object of the hostile suites: a sink, the bare page, and the app with charts of hostile documents. */
import { resolve } from 'node:path';
import { startSandbox, type RunningSandbox } from '../../sandbox/adapters/node.ts';
import { startApp } from '../../scripts/app-server.ts';
import { openChart } from '../actions/open-chart.ts';
import { expect, test as base } from '../fixtures.ts';
import { hostileChart } from './hostile-chart.ts';
import { bytesOf, fillIn, type HostileCase } from './hostile-case.ts';
import { htmlCases } from './html-cases.ts';
import { onePage, provideViolations, type OnePage } from './one-page.ts';
import { startPageServer, type PageServer } from './page-server.ts';
import { startSink, type Sink } from './sink.ts';

export interface HostileApp {
  readonly sandbox: RunningSandbox;
  /** Every origin that the app may ask. */
  readonly origins: readonly string[];
}

interface Fixtures {
  readonly sink: Sink;
  readonly pages: PageServer;
  /** The app over a sandbox of its own, with one chart: `hostile`, of all cases. */
  readonly hostileApp: HostileApp;
  readonly unprotected: OnePage;
  /** The app, with the chart open. */
  readonly protectedPage: OnePage;
}

const test = base.extend<object, Fixtures>({
  sink: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, provide) => {
      const sink = await startSink();
      await provide(sink);
      await sink.close();
    },
    { scope: 'worker' },
  ],

  pages: [
    async ({ sink }, provide) => {
      const pages = await startPageServer((id) => {
        const found = htmlCases.find((one) => one.id === id);
        return found && rawDocument(found, sink.url);
      });
      await provide(pages);
      await pages.close();
    },
    { scope: 'worker' },
  ],

  hostileApp: [
    async ({ sink }, provide) => {
      let config: unknown;
      const folder = resolve(process.env['DOSSIER_E2E_BUILD'] ?? '.cache/e2e');
      const app = await startApp({ folder, path: '/', config: () => config }, 4800);
      const charts = [hostileChart('hostile', htmlCases, sink.url)];
      const sandbox = await startSandbox({ appUrl: app.url, charts });
      config = sandbox.config;
      const { fhir, authorization, storage, ehr, ehrOtherSite } = sandbox.origins;
      const own = [new URL(app.url).origin, fhir, authorization, storage, ehr, ehrOtherSite];
      await provide({ sandbox, origins: own });
      await Promise.all([app.close(), sandbox.close()]);
    },
    { scope: 'worker' },
  ],

  unprotected: [onePage(false), { scope: 'worker' }],

  protectedPage: [
    async ({ browser, hostileApp }, provide, info) => {
      const withChart = async (one: OnePage): Promise<void> => {
        await openChart(one.page, await hostileApp.sandbox.createSession({ chart: 'hostile' }));
        await provide(one);
      };
      await onePage(true)({ browser }, withChart, info);
    },
    { scope: 'worker' },
  ],
});

/** Without walls, in a page of its own each: what a control left (a question about another program) is not the next one's. */
export const unprotectedTest = test.extend({
  // oxlint-disable-next-line no-empty-pattern
  violations: async ({}, provide) => {
    await provide({ ours: [], ofInertParse: [] });
  },
});

/** Where violations are what is tried (raw documents in the frame, controls), or where there is nothing to violate. */
export const tolerantTest = unprotectedTest.extend({
  page: ({ unprotected }, provide) => provide(unprotected.page),
});

/** Where the app parses hostile markup inertly: what the browser then refuses of it was asked of nobody. */
export const guardedTest = test.extend({
  page: ({ protectedPage }, provide) => provide(protectedPage.page),

  violations: ({ protectedPage, sink }, provide) =>
    provideViolations(
      protectedPage,
      provide,
      ({ blocked, directive }) =>
        blocked !== 'inline' && directive !== 'base-uri' && !blocked.startsWith(sink.url),
    ),
});

/** The case's bytes, its placeholders filled for the sink. */
export const caseBytes = (one: HostileCase, sinkUrl: string): Buffer =>
  bytesOf(fillIn(one.html, one.id, sinkUrl), one.encoding);

const rawDocument = (one: HostileCase, sinkUrl: string) => ({
  bytes: caseBytes(one, sinkUrl),
  ...(one.encoding !== undefined && { type: 'text/html' }),
});

export { expect };
