/** The names that people, screen readers and tests find things by: a contract, held literally. */
import { openChart, openDocument } from './actions/open-chart.ts';
import { askForSummary, openRange } from './actions/summary-range.ts';
import { expect, test } from './fixtures.ts';

test('the patient is always there, with the user beside a different patient', async ({
  page,
  sandbox,
}) => {
  await openChart(page, await sandbox.createSession({ needPatientBanner: false }));
  const patient = page.getByRole('region', { name: 'Patient' });
  await expect(patient).toBeVisible();
  await expect(patient).toContainText('Nancy');
  await expect(patient).toContainText('Signed in: ');
});

test('documents are rows of a grid, named and counted; formats are buttons', async ({
  page,
  sandbox,
}) => {
  await openChart(page, await sandbox.createSession());
  const documents = page.getByRole('region', { name: 'Documents' });
  await expect(documents.getByRole('grid')).toHaveAttribute('aria-rowcount', '64');
  await documents.getByRole('searchbox', { name: 'Search documents' }).fill('XR Chest');
  await expect(
    documents.getByRole('row', {
      name: 'XR Chest 2 Views, 20 Apr 2017, Daniel Brandt, MD, Final',
      exact: true,
    }),
  ).toBeVisible();
  for (const format of ['HTML', 'PDF'])
    await expect(
      documents.getByRole('button', {
        name: `${format}, XR Chest 2 Views, 20 Apr 2017`,
        exact: true,
      }),
    ).toBeVisible();
});

test('the open document is main, named by its title and busy while it loads', async ({
  page,
  sandbox,
}) => {
  const on = 'GET Binary/TR-197198065';
  const faults = [{ name: 'slow', on, milliseconds: 2000 }] as const;
  await openChart(page, await sandbox.createSession({ faults }));
  await page.getByRole('searchbox', { name: 'Search documents' }).fill('XR Chest');
  await page.getByRole('button', { name: /^HTML, XR Chest 2 Views/ }).click();
  const main = page.getByRole('main', { name: 'XR Chest 2 Views', exact: true });
  await expect(main).toHaveAttribute('aria-busy', 'true');
  await expect(
    main.getByRole('status').or(main.getByRole('progressbar')).filter({ hasText: 'Loading' }),
  ).toBeVisible();
  await expect(main.getByRole('heading', { name: 'XR Chest 2 Views', exact: true })).toBeVisible();
  await expect(main).toHaveAttribute('aria-busy', 'false');
  await expect(main.locator('iframe[title="XR Chest 2 Views"]')).toBeVisible();
});

test('a PDF says where one is, and each page is a labelled region', async ({ page, sandbox }) => {
  await openChart(page, await sandbox.createSession());
  await openDocument(page, 'Release of Inpatient Record', 'PDF');
  const main = page.getByRole('main');
  await expect(main.getByText('Page 1 of 40', { exact: true })).toBeVisible();
  await expect(main.getByRole('region', { name: /^Page \d+$/ })).toHaveCount(40);
});

test('a CCD has contents, and each section is a region named by its title', async ({
  page,
  sandbox,
}) => {
  await openChart(page, await sandbox.createSession());
  await openDocument(page, 'Summary of Care 2026', 'XML');
  const main = page.getByRole('main');
  const contents = main.getByRole('navigation', { name: 'Contents' });
  const names = await contents.getByRole('link').allTextContents();
  expect(names).toContain('Medications');
  for (const name of names)
    // Sections without words are folded into one line.
    await expect(main.getByRole('region', { name, exact: true, includeHidden: true })).toHaveCount(
      1,
    );
});

test('a problem is an alert with Try again where that helps', async ({ page, sandbox }) => {
  const faults = [{ name: '504', on: 'GET Binary' }] as const;
  await openChart(page, await sandbox.createSession({ faults }));
  await openDocument(page, 'Surgery Clinic Note', 'Text');
  const alert = page.getByRole('main').getByRole('alert');
  await expect(alert.getByRole('button', { name: 'Try again', exact: true })).toBeVisible();
});

test('a new summary has its range', async ({ page, sandbox }) => {
  await openChart(page, await sandbox.createSession({ ccdSeconds: 600 }));
  const dialog = await openRange(page);
  await expect(dialog.getByRole('group', { name: 'Start', exact: true })).toBeVisible();
  await expect(dialog.getByRole('group', { name: 'End', exact: true })).toBeVisible();
  await expect(dialog.getByRole('group', { name: 'Ranges' }).getByRole('button')).toHaveCount(4);
  await expect(dialog.getByRole('button', { name: 'Create', exact: true })).toBeEnabled();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await askForSummary(page, { start: '01012024' });
  await expect(page.getByRole('row', { name: /^Summary, since 1 Jan 2024, made / })).toBeVisible();
});
