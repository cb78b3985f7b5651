import type { Page } from '@playwright/test';
import { openChart } from './actions/open-chart.ts';
import { fhirGets } from './actions/requests.ts';
import { askForSummary, openRange, setDay } from './actions/summary-range.ts';
import { expect, test, type CreatedSession, type SandboxClient } from './fixtures.ts';

const firstQuarter = { start: '01012024', end: '03312024' };
const rangeInstants = { start: '2024-01-01T06:00:00.000Z', end: '2024-04-01T04:59:59.999Z' };

test('an open side is left out of the request', async ({ page, sandbox }) => {
  const session = await sandbox.createSession({ ccdSeconds: 0 });
  await openChart(page, session);
  await askForSummary(page, { end: '03312024' });
  await expect(summaryButton(page, /until 31 Mar 2024/)).toBeVisible();
  await askForSummary(page, {});
  await expect(summaryButton(page, /whole record/)).toBeVisible();
  expect(await summaryRanges(sandbox, session, '$docref')).toEqual([
    { start: null, end: rangeInstants.end },
    { start: null, end: null },
  ]);
});

test('a summary that fails says so, and is asked for again only on request', async ({
  page,
  sandbox,
}) => {
  const session = await sandbox.createSession({
    ccdSeconds: 0,
    faults: [{ name: '500', on: 'GET Binary/$autogen-ccd-if', times: 1 }],
  });
  await openChart(page, session);
  await askForSummary(page, firstQuarter);
  await expect(page.getByText(/^Could not be made\./).first()).toBeVisible();
  expect(await summaryRanges(sandbox, session, '$autogen-ccd-if')).toHaveLength(1);
  await page.getByRole('button', { name: /^Try again, Summary/ }).click();
  await expect(summaryButton(page, /1 Jan – 31 Mar 2024/)).toBeVisible();
  expect(await summaryRanges(sandbox, session, '$autogen-ccd-if')).toHaveLength(2);
});

test('a server without $docref is asked for the operation itself', async ({ page, sandbox }) => {
  const session = await sandbox.createSession({ ccdSeconds: 0, docrefLink: 'unsupported' });
  await openChart(page, session);
  await askForSummary(page, firstQuarter);
  await expect(summaryButton(page, /1 Jan – 31 Mar 2024/)).toBeVisible();
  expect(await summaryRanges(sandbox, session, '$autogen-ccd-if')).toEqual([rangeInstants]);
});

test('presets set both sides, ending today', async ({ page, sandbox }) => {
  await page.clock.setFixedTime('2026-11-20T18:00:00Z');
  await openChart(page, await sandbox.createSession({ ccdSeconds: 0 }));
  const dialog = await openRange(page);
  for (const { name, words } of [
    { name: 'Last 30 days', words: '21 Oct 2026 00:00 to 20 Nov 2026 23:59' },
    { name: 'Last 6 months', words: '20 May 2026 00:00 to 20 Nov 2026 23:59' },
    { name: 'Last year', words: '20 Nov 2025 00:00 to 20 Nov 2026 23:59' },
    { name: 'Whole record', words: 'Everything in the record up to now' },
  ]) {
    await dialog.getByRole('button', { name }).click();
    await expect(dialog.getByRole('status')).toContainText(words);
    await expect(dialog.getByRole('button', { name })).toHaveAttribute('aria-pressed', 'true');
  }
});

test('a day can be chosen in the calendar, by mouse and by keyboard', async ({ page, sandbox }) => {
  await openChart(page, await sandbox.createSession());
  const dialog = await openRange(page);
  await setDay(dialog, 'Start', firstQuarter.start);
  await setDay(dialog, 'End', firstQuarter.end);
  await dialog.getByRole('button', { name: 'End: choose in a calendar' }).click();
  const calendar = dialog.getByRole('application', { name: /^End, / });
  await calendar.getByRole('button', { name: 'Previous month' }).click();
  await calendar.getByRole('button', { name: /February 29, 2024/ }).click();
  await expect(dialog.getByRole('status')).toContainText('to 29 Feb 2024 23:59');

  await dialog.getByRole('button', { name: 'Start: choose in a calendar' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /January 1, 2024/ })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('status')).toContainText('9 Jan 2024 00:00 to');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

const summaryButton = (page: Page, name: RegExp) =>
  page.getByRole('button', { name: new RegExp(`^XML, Summary, .*${name.source}`) });

/** The ranges of the requests for `operation` that the server saw. */
async function summaryRanges(sandbox: SandboxClient, session: CreatedSession, operation: string) {
  const requests = await sandbox.requests(session);
  return fhirGets(requests, `/${operation}?`).map(({ url }) => {
    const { searchParams } = new URL(url, 'http://server');
    return { start: searchParams.get('start'), end: searchParams.get('end') };
  });
}
