import type { Page } from '@playwright/test';
import { openSummary, section, serveSections } from './actions/cda-sections.ts';
import { expect, test } from './fixtures.ts';

declare global {
  interface Window {
    /** Does what waits for idle time, until nothing does. */
    rest?: () => number;
  }
}

/** Boxes of one row: its own, two cells, their words. */
const BOXES_OF_ROW = 5;
const ROWS = 60;
const table = `<table>${`<tr><td>Day</td><td>steady</td></tr>`.repeat(ROWS)}</table>`;
const sections = Array.from({ length: 12 }, (_, at) => section(`Course ${at + 1}`, table));

/** Idle time comes when the test says so. */
const holdIdleTime = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const waiting = new Map<number, IdleRequestCallback>();
    let handles = 0;
    window.requestIdleCallback = (listener) => {
      handles += 1;
      waiting.set(handles, listener);
      return handles;
    };
    window.cancelIdleCallback = (handle) => void waiting.delete(handle);
    window.rest = () => {
      let turns = 0;
      for (const [handle, listener] of waiting) {
        waiting.delete(handle);
        listener({ didTimeout: false, timeRemaining: () => 50 });
        turns += 1;
      }
      return turns;
    };
  });

async function boxesOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  return metrics.find(({ name }) => name === 'LayoutObjects')?.value ?? 0;
}

test('what a reader comes to next is laid out in idle time, and stays where it is', async ({
  page,
  sandbox,
}) => {
  await holdIdleTime(page);
  await serveSections(page, ...sections);
  const main = await openSummary(page, await sandbox.createSession());
  await expect(main.locator('.cda-section')).toHaveCount(sections.length);
  const before = await boxesOf(page);
  const height = await main.locator('.cda-document').evaluate(({ scrollHeight }) => scrollHeight);
  await expect.poll(() => page.evaluate(() => window.rest?.())).toBe(0);
  const after = await boxesOf(page);
  // Of twelve sections the first four are in sight or next to it.
  expect(after - before).toBeGreaterThan(6 * ROWS * BOXES_OF_ROW);
  expect(await main.locator('.cda-document').evaluate(({ scrollHeight }) => scrollHeight)).toBe(
    height,
  );
});
