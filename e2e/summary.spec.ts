import type { Page } from '@playwright/test';
import { openChart } from './actions/open-chart.ts';
import { fhirGets } from './actions/requests.ts';
import { askForSummary, openRange, setDay } from './actions/summary-range.ts';
import { expect, test, type CreatedSession, type SandboxClient } from './fixtures.ts';

const firstQuarter = { start: '01012024', end: '03312024' };
const sentence = '1 Jan 2024 00:00 to 31 Mar 2024 23:59, Chicago time';
const rangeInstants = { start: '2024-01-01T06:00:00.000Z', end: '2024-04-01T04:59:59.999Z' };

for (const fhirVersion of ['dstu2', 'r4'] as const) {
  test(`a summary of a quarter is made over ${fhirVersion}, daylight saving included`, async ({
    page,
    sandbox,
  }) => {
    const session = await sandbox.createSession({ fhirVersion, ccdSeconds: 0 });
    await openChart(page, session);
    const dialog = await openRange(page);
    await setDay(dialog, 'Start', firstQuarter.start);
    await setDay(dialog, 'End', firstQuarter.end);
    await expect(dialog.getByRole('status')).toContainText(sentence);
    await dialog.getByRole('button', { name: 'Create' }).click();
    await expect(dialog).toBeHidden();

    await openSummary(page, /^XML, Summary, 1 Jan – 31 Mar 2024, made \d\d:\d\d/);
    const main = page.getByRole('main');
    await expect(main.getByText(`Asked for: ${sentence}`)).toBeVisible();
    await expect(main.getByText(/^Covers /)).toBeVisible();
    await expect(main.getByRole('region', { name: 'Results' })).toBeVisible();

    expect(await summaryRanges(sandbox, session, '$docref')).toEqual([rangeInstants]);
    expect(await summaryRanges(sandbox, session, '$autogen-ccd-if')).toEqual([rangeInstants]);

    await page.getByRole('searchbox', { name: 'Search documents' }).fill('Surgery Clinic Note');
    await page.getByRole('button', { name: /^Text, Surgery Clinic Note/ }).click();
    await expect(main).toHaveAccessibleName('Surgery Clinic Note');
    await openSummary(page, /^XML, Summary, 1 Jan – 31 Mar 2024/);
    await expect(main.getByRole('region', { name: 'Results' })).toBeVisible();
    expect(await summaryRanges(sandbox, session, '$autogen-ccd-if')).toHaveLength(1);
  });
}

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

test('while a summary is made the rest is usable, and it can be cancelled', async ({
  page,
  sandbox,
}) => {
  const session = await sandbox.createSession({ ccdSeconds: 600 });
  await openChart(page, session);
  await askForSummary(page, firstQuarter);
  await expect(page.getByText(/Being made, 0:0[1-9]/)).toBeVisible();
  await page
    .getByRole('button', { name: /^HTML, / })
    .first()
    .click();
  await expect(page.getByRole('main').locator('iframe')).toBeVisible();
  await page.getByRole('button', { name: /^Cancel, Summary/ }).click();
  await expect(page.getByText(/Being made/)).toHaveCount(0);
  await expect(page.getByRole('main').locator('iframe')).toBeVisible();
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

test('a link to another host is not followed; the operation is asked of the base', async ({
  page,
  sandbox,
}) => {
  const session = await sandbox.createSession({ ccdSeconds: 0, docrefLink: 'foreign' });
  await openChart(page, session);
  await askForSummary(page, firstQuarter);
  await openSummary(page, /^XML, Summary, 1 Jan – 31 Mar 2024/);
  await expect(page.getByRole('main').getByRole('region', { name: 'Results' })).toBeVisible();
  await expect(page.getByRole('main').getByText(/own link led to 127\.0\.0\.1/)).toBeVisible();
  expect(await summaryRanges(sandbox, session, '$autogen-ccd-if')).toEqual([rangeInstants]);
  const requests = await sandbox.requests(session);
  expect(requests.filter(({ origin }) => origin === 'storage')).toEqual([]);
});

test('a server without $docref is asked for the operation itself', async ({ page, sandbox }) => {
  const session = await sandbox.createSession({ ccdSeconds: 0, docrefLink: 'unsupported' });
  await openChart(page, session);
  await askForSummary(page, firstQuarter);
  await expect(summaryButton(page, /1 Jan – 31 Mar 2024/)).toBeVisible();
  expect(await summaryRanges(sandbox, session, '$autogen-ccd-if')).toEqual([rangeInstants]);
});

for (const { title, start, end, words } of [
  { title: 'the start after the end', start: '03312024', end: '01012024', words: 'after the end' },
  { title: 'an end in the future', start: '01012024', end: '01012199', words: 'in the future' },
  { title: 'a year of 0024', start: '01010024', end: '01012024', words: 'before 1900' },
  { title: 'a half-typed day', start: '0101', end: '01012024', words: 'Finish the date' },
]) {
  test(`a range cannot be sent with ${title}`, async ({ page, sandbox }) => {
    const session = await sandbox.createSession();
    await openChart(page, session);
    const dialog = await openRange(page);
    await setDay(dialog, 'Start', start);
    await setDay(dialog, 'End', end);
    await expect(dialog.getByRole('status')).toContainText(words);
    await expect(dialog.getByRole('button', { name: 'Create' })).toBeDisabled();
    await page.keyboard.press('Enter');
    await expect(dialog).toBeVisible();
    expect(await summaryRanges(sandbox, session, '$docref')).toEqual([]);
  });
}

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

async function openSummary(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name }).click();
  await expect(page.getByRole('main')).toHaveAccessibleName(/^Summary, /);
  await expect(page.getByRole('main')).not.toHaveAttribute('aria-busy', 'true');
}

/** The ranges of the requests for `operation` that the server saw. */
async function summaryRanges(sandbox: SandboxClient, session: CreatedSession, operation: string) {
  const requests = await sandbox.requests(session);
  return fhirGets(requests, `/${operation}?`).map(({ url }) => {
    const { searchParams } = new URL(url, 'http://server');
    return { start: searchParams.get('start'), end: searchParams.get('end') };
  });
}
