/** The walls of the app taken away: its probes, its servers and its charts do see the harm of raw documents. */
import { openChart } from '../actions/open-chart.ts';
import { caseBytes, expect, unprotectedTest as test } from './fixtures.ts';
import { withoutActs, type HostileCase } from './hostile-case.ts';
import { harmless } from './hostile-chart.ts';
import { casesOf, htmlClasses } from './html-cases.ts';
import { appGround, openCase } from './html-in-app.ts';
import { look } from './probe.ts';
import { listenFor, merge, runOpenCase, without, type Done } from './run-cases.ts';
import { watchPage } from './watch-page.ts';

/** So many of the documents are seen to do harm in the app, in a frame without sandbox, CSP and guard. */
const canary = 33;
const ofEachClass = 3;

/** Those that need neither a click nor a place in our own page to do harm, and do not take the app away. */
const cases = htmlClasses.flatMap((name) =>
  casesOf(name)
    .filter(({ control, encoding }) => encoding === undefined && 'harm' in control && ['script', 'request', 'focus', 'spoof'].includes(control.harm))
    .slice(0, ofEachClass)
    .map(withoutActs),
); // prettier-ignore

test.use({ trace: 'off', bypassCSP: true });

test('the app is tried by probes that see raw documents do harm in it', async ({
  page,
  hostileApp,
  sink,
}) => {
  const watch = watchPage(page, sink, hostileApp.origins);
  await openChart(page, await hostileApp.sandbox.createSession({ chart: 'hostile' }));
  await openCase(page, harmless);
  const before = await look(page, appGround);
  const scope = page.frameLocator('main iframe');
  const tryRaw = async (one: HostileCase): Promise<Done> => {
    watch.current = one.id;
    await page.evaluate(showOpenly, caseBytes(one, sink.url).toString());
    return runOpenCase(one, { page, watch, ground: appGround, scope, before });
  };
  expect(await tryRaw(harmless)).toEqual({});
  const all = new Map<string, Done>();
  for (const one of cases) all.set(one.id, await tryRaw(one));
  await page.waitForTimeout(listenFor);
  const harmful = [...all].filter(([id, done]) => {
    const harms = without(merge(done, watch.of(id)), ['field', 'unreadable']);
    return Object.keys(harms).length > 0;
  });
  expect(harmful.length, `of ${cases.length}`).toBeGreaterThanOrEqual(canary);
});

/** Runs in the page: puts an open frame with the raw document in the place of the report's. */
function showOpenly(html: string): Promise<void> {
  const caged = document.querySelector('main iframe');
  const open = document.createElement('iframe');
  open.title = 'Report';
  open.width = '600';
  open.height = '400';
  open.srcdoc = html;
  return new Promise((resolve) => {
    const twoFrames = (): void =>
      void requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
    open.addEventListener('load', twoFrames, { once: true });
    caged?.replaceWith(open);
  });
}
