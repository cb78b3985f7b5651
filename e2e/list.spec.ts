import type { Page } from '@playwright/test';
import { chartIsOpen, openChart } from './actions/open-chart.ts';
import { signInAsPatient } from './actions/sign-in.ts';
import { expect, test } from './fixtures.ts';

const grid = (page: Page) => page.getByRole('grid', { name: 'Documents' });
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search documents' });

for (const fhirVersion of ['dstu2', 'r4'] as const) {
  test(`all of an ordinary chart is listed newest first over ${fhirVersion}`, async ({
    page,
    sandbox,
  }) => {
    await openChart(page, await sandbox.createSession({ fhirVersion }));
    await expect(page.getByText('64 documents', { exact: true })).toBeVisible();
    await expect(grid(page)).toHaveAttribute('aria-rowcount', '64');
    await expect(grid(page).getByText('November 2026')).toBeVisible();
    await expect(grid(page).getByRole('row').first()).toHaveAccessibleName(
      'Laboratory Report, 10 Nov 2026, Carl Winslow, MD, Preliminary',
    );
    await grid(page).getByRole('row').first().focus();
    await page.keyboard.press('End');
    await expect(grid(page).getByRole('row').last()).toHaveAccessibleName(
      /^New Patient Visit, 18 Feb 2016/,
    );
    await expect(grid(page).getByRole('row').last()).toBeFocused();
    await expect(grid(page).getByText('February 2016')).toBeVisible();
  });
}

for (const persona of ['provider', 'patient'] as const) {
  test(`an empty chart says so, and that it may not be all, to a ${persona}`, async ({
    page,
    sandbox,
  }) => {
    const session = await sandbox.createSession({ chart: 'empty', persona });
    await page.goto(session.launchUrl);
    if (persona === 'patient') await signInAsPatient(page, /./);
    const documents = page.getByRole('region', { name: 'Documents' });
    await expect(documents).toContainText('has shared no documents with this app');
    await expect(documents).toContainText('That does not mean that there are none');
    await expect(documents.getByRole('alert')).toHaveCount(0);
  });
}

test("a twin's summary in this chart is shown under a standing bar with both identities", async ({
  page,
  sandbox,
}) => {
  await openChart(page, await sandbox.createSession({ chart: 'twin-a' }));
  await page.getByRole('button', { name: /^XML, Summary of Care, Outside Clinic/ }).click();
  const main = page.getByRole('main');
  await expect(main).toHaveAttribute('aria-busy', 'false');
  const bar = main.getByRole('note', { name: 'Whose document this is' });
  await expect(bar).toContainText('Miriam Castellan');
  await expect(bar).toContainText('Marion Castellan');
});

test('the filters narrow the list and are cleared', async ({ page, sandbox }) => {
  await openChart(page, await sandbox.createSession());
  await page.getByRole('combobox', { name: 'Status' }).selectOption('Superseded');
  await expect(page.getByText('1 of 64 documents')).toBeVisible();
  await expect(grid(page).getByRole('row')).toHaveAccessibleName(
    /^Discharge Summary, .*Superseded$/,
  );
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await search(page).fill('no such document');
  await expect(page.getByText('No document fits the search and the filters.')).toBeVisible();
});

test('every odd document is shown or explained', async ({ page, sandbox }) => {
  test.setTimeout(180_000);
  const crashes: string[] = [];
  page.on('pageerror', (error) => crashes.push(error.message));
  await openChart(page, await sandbox.createSession({ chart: 'odd' }));
  await chartIsOpen(page);
  await expect(page.getByRole('region', { name: 'Documents' })).toContainText(
    /names another patient is not shown/,
  );
  const main = page.getByRole('main');
  await grid(page).getByRole('row').first().focus();
  const count = Number(await grid(page).getAttribute('aria-rowcount'));
  expect(count).toBeGreaterThan(40);
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  for (let row = 1; row <= count; row += 1) {
    const name = await main.getAttribute('aria-label');
    await expect(main, `${name}`).toHaveAttribute('aria-busy', 'false');
    const shown = main
      .getByRole('alert')
      .or(main.locator('iframe'))
      .or(main.getByRole('document'))
      .or(main.getByRole('img'))
      .or(main.getByRole('region'))
      .or(main.getByRole('navigation', { name: 'Contents' }))
      .or(main.getByText('This format cannot be shown here'));
    await expect(shown.first(), `${name}`).toBeVisible();
    const next = main.getByRole('button', { name: 'Next document' });
    if (row < count) {
      const heading = await main.getByRole('heading').first().textContent();
      await next.click();
      await expect(main.getByRole('heading').first(), `after ${heading}`).toBeFocused();
    } else await expect(next).toBeDisabled();
  }
  expect(crashes).toEqual([]);
});
