/** A summary that takes long, and the days that may be asked for. */
import type { Page } from '@playwright/test';
import { versionNames, versions } from '../actions/ehr.ts';
import { openChart } from '../actions/open-chart.ts';
import { fhirGets } from '../actions/requests.ts';
import { askForSummary, openRange, setDay } from '../actions/summary-range.ts';
import { expectTraffic, opened, type Asked } from '../actions/traffic.ts';
import type { CreatedSession, SandboxClient } from '../fixtures.ts';
import { expect, test } from './situation.ts';

const firstQuarter = { start: '01012024', end: '03312024' };
const sentence = '1 Jan 2024 00:00 to 31 Mar 2024 23:59, Chicago time';
const rangeInstants = { start: '2024-01-01T06:00:00.000Z', end: '2024-04-01T04:59:59.999Z' };
const once = (asked: Asked) => ({ tokenCalls: ['code'], asked }) as const;
const oneSummary: Asked = { ...opened, $docref: 1, '$autogen-ccd-if': 1 };

/** The days that the server was asked for. */
async function ranges(sandbox: SandboxClient, session: CreatedSession, operation: string) {
  const requests = await sandbox.requests(session);
  return fhirGets(requests, `/${operation}?`).map(({ url }) => {
    const { searchParams } = new URL(url, 'http://server');
    return { start: searchParams.get('start'), end: searchParams.get('end') };
  });
}

async function openSummary(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^XML, Summary, / }).click();
  await expect(page.getByRole('main')).toHaveAccessibleName(/^Summary, /);
  await expect(page.getByRole('main')).not.toHaveAttribute('aria-busy', 'true');
}

for (const fhirVersion of versions) {
  const version = versionNames[fhirVersion];

  test(`situation 45: a summary may take minutes, says how long it has taken, and can be cancelled (${version})`, async ({
    page,
    sandbox,
  }) => {
    const session = await sandbox.createSession({
      chart: 'child-tim',
      fhirVersion,
      ccdSeconds: 600,
    });
    await page.clock.install();
    await openChart(page, session);
    await askForSummary(page, firstQuarter);
    await expect(page.getByText(/Being made, 0:0\d/)).toBeVisible();
    await page.clock.fastForward(90_000);
    await expect(page.getByText(/Being made, 1:3\d/)).toBeVisible();
    await page.getByRole('button', { name: /^HTML, Well Child Visit/ }).click();
    await expect(page.getByTitle('Well Child Visit, 11 Years')).toBeVisible();
    await page.getByRole('button', { name: /^Cancel, Summary/ }).click();
    await expect(page.getByText(/Being made/)).toHaveCount(0);
    await expectTraffic(sandbox, session, once({ ...oneSummary, Binary: 1 }));
  });

  test(`situation 57: a summary of whole local days, the clock change between them included (${version})`, async ({
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
    const main = page.getByRole('main');
    for (const turn of [1, 2]) {
      await openSummary(page);
      await expect(main.getByText(`Asked for: ${sentence}`), `turn ${turn}`).toBeVisible();
      await expect(main.getByText(/^Covers /)).toBeVisible();
      await expect(main.getByRole('region', { name: 'Results' })).toBeVisible();
      if (turn === 2) break;
      await page.getByRole('searchbox', { name: 'Search documents' }).fill('Surgery Clinic Note');
      await page.getByRole('button', { name: /^Text, Surgery Clinic Note/ }).click();
      await expect(main).toHaveAccessibleName('Surgery Clinic Note');
    }
    expect(await ranges(sandbox, session, '$docref')).toEqual([rangeInstants]);
    expect(await ranges(sandbox, session, '$autogen-ccd-if')).toEqual([rangeInstants]);
    await expectTraffic(sandbox, session, once({ ...oneSummary, Binary: 1 }));
  });

  test(`situation 57: days that the server does not take are said (${version})`, async ({
    page,
    sandbox,
  }) => {
    const faults = [{ name: '400', on: 'GET DocumentReference/$docref' }] as const;
    const session = await sandbox.createSession({ chart: 'child-tim', fhirVersion, faults });
    await openChart(page, session);
    await askForSummary(page, firstQuarter);
    await expect(page.getByText(/^Could not be made\./).first()).toBeVisible();
    await expectTraffic(sandbox, session, once({ ...opened, $docref: 1 }));
  });
}

test('situation 57: days that make no sense cannot be sent', async ({ page, sandbox }) => {
  const session = await sandbox.createSession({ chart: 'child-tim' });
  await openChart(page, session);
  const dialog = await openRange(page);
  for (const { start, end, words } of [
    { start: '03312024', end: '01012024', words: 'after the end' },
    { start: '01012024', end: '01012199', words: 'in the future' },
    { start: '01010024', end: '01012024', words: 'before 1900' },
    { start: '0101', end: '01012024', words: 'Finish the date' },
  ]) {
    await setDay(dialog, 'Start', start);
    await setDay(dialog, 'End', end);
    await expect(dialog.getByRole('status')).toContainText(words);
    await expect(dialog.getByRole('button', { name: 'Create' })).toBeDisabled();
    await page.keyboard.press('Enter');
    await expect(dialog).toBeVisible();
  }
  await expectTraffic(sandbox, session, once(opened));
});
