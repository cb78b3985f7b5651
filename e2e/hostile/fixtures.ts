/** The test object of the hostile suites: a sink, the bare page, and the app with charts of hostile documents. */
import { resolve } from 'node:path';
import type { ChartSource } from '../../sandbox/sessions.ts';
import { startSandbox, type RunningSandbox } from '../../sandbox/adapters/node.ts';
import { startApp } from '../../scripts/app-server.ts';
import { expect, test as base } from '../fixtures.ts';
import { watchViolations } from '../watch-violations.ts';
import { hostileChart } from './hostile-chart.ts';
import { bytesOf, fillIn, type HostileCase } from './hostile-case.ts';
import { htmlCases } from './html-cases.ts';
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
  /** The app over a sandbox of its own: one chart per class of cases, named by the class. */
  readonly hostileApp: HostileApp;
}

export const test = base.extend<object, Fixtures>({
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
      const classes = [...new Set(htmlCases.map((one) => one.class))];
      const charts: ChartSource[] = classes.map((name) =>
        hostileChart(name, htmlCases.filter((one) => one.class === name), sink.url),
      ); // prettier-ignore
      const sandbox = await startSandbox({ appUrl: app.url, charts });
      config = sandbox.config;
      const { fhir, authorization, storage, ehr, ehrOtherSite } = sandbox.origins;
      const own = [new URL(app.url).origin, fhir, authorization, storage, ehr, ehrOtherSite];
      await provide({ sandbox, origins: own });
      await Promise.all([app.close(), sandbox.close()]);
    },
    { scope: 'worker' },
  ],
});

/** Where violations are what is tried: raw documents in the frame, controls. */
export const tolerantTest = test.extend({
  // oxlint-disable-next-line no-empty-pattern
  violations: async ({}, provide) => {
    await provide({ ours: [], ofInertParse: [] });
  },
});

/** Where the app parses hostile markup inertly: what the browser then refuses of it was asked of nobody. */
export const guardedTest = test.extend({
  violations: async ({ context, sink }, provide) => {
    const seen = await watchViolations(context);
    await provide(seen);
    const ours = seen.ours.filter(
      ({ blocked, directive }) =>
        blocked !== 'inline' && directive !== 'base-uri' && !blocked.startsWith(sink.url),
    );
    expect(ours, 'securitypolicyviolation events').toEqual([]);
  },
});

/** The case's bytes, its placeholders filled for the sink. */
export const caseBytes = (one: HostileCase, sinkUrl: string): Buffer =>
  bytesOf(fillIn(one.html, one.id, sinkUrl), one.encoding);

const rawDocument = (one: HostileCase, sinkUrl: string) => ({
  bytes: caseBytes(one, sinkUrl),
  ...(one.encoding !== undefined && { type: 'text/html' }),
});

export { expect };
