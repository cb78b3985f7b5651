import type { Locator, Page } from '@playwright/test';
import type { FaultName } from '../sandbox/faults.ts';
import { openChart } from './actions/open-chart.ts';
import { expect, test } from './fixtures.ts';

const documents = (page: Page): Locator => page.getByRole('region', { name: 'Documents' });

/** What the list says when one of its two searches fails at once. */
const searchFaults: readonly { readonly name: FaultName; readonly says: string }[] = [
  { name: '403', says: 'does not allow this' },
  { name: '404', says: 'does not have this' },
  { name: '406', says: 'does not give this in a form' },
  { name: '410', says: 'does not have this' },
  { name: '429', says: 'busy and asks to wait' },
  { name: '500', says: 'had an error of its own' },
  { name: '504', says: 'had an error of its own' },
  { name: 'brokenJson', says: 'could not be understood' },
  { name: 'loginPage', says: 'a sign-in page' },
  { name: 'redirect', says: 'sent the request on to another address' },
];

for (const { name, says } of searchFaults) {
  test(`a list that meets ${name} keeps its rows and says that it is incomplete`, async ({
    page,
    sandbox,
  }) => {
    const session = await sandbox.createSession({
      faults: [{ name, on: 'GET DiagnosticReport' }],
    });
    await openChart(page, session);
    const alert = documents(page).getByRole('alert');
    await expect(alert).toContainText('Diagnostic reports could not be loaded');
    await expect(alert).toContainText('The list is incomplete');
    await expect(alert).toContainText(says);
    await expect(alert.getByRole('button', { name: /Try again/ })).toBeVisible();
    await expect(documents(page).getByRole('row', { name: /^Summary of Care 2026/ })).toBeVisible();
  });
}

test('Try again completes a list of which a later page failed', async ({ page, sandbox }) => {
  const session = await sandbox.createSession({
    chart: 'crowded',
    faults: [{ name: '404', on: 'GET DocumentReference page 2', times: 1 }],
  });
  await openChart(page, session);
  const alert = documents(page).getByRole('alert');
  await expect(alert).toContainText('Clinical documents: not all could be loaded');
  await expect(documents(page).getByRole('row').first()).toBeVisible();
  await alert.getByRole('button', { name: /Try again/ }).click();
  await expect(alert).toHaveCount(0);
  await expect(documents(page).getByText('5,200 documents', { exact: true })).toBeVisible();
});

test('a page that comes twice lists nothing twice', async ({ page, sandbox }) => {
  await openChart(
    page,
    await sandbox.createSession({ chart: 'crowded', faults: [{ name: 'duplicatePage' }] }),
  );
  await expect(documents(page).getByText('5,200 documents', { exact: true })).toBeVisible();
});

test('paging that never ends is left, and said', async ({ page, sandbox }) => {
  await openChart(
    page,
    await sandbox.createSession({
      faults: [{ name: 'loopingNext', on: 'GET DocumentReference' }],
    }),
  );
  const alert = documents(page).getByRole('alert');
  await expect(alert).toContainText('leads back to itself');
  await expect(alert).toContainText('The list is incomplete');
  await expect(documents(page).getByRole('row').first()).toBeVisible();
});

test('a next page on another host is not asked for, and said', async ({ page, sandbox }) => {
  const session = await sandbox.createSession({
    faults: [{ name: 'foreignNext', on: 'GET DocumentReference page 1' }],
  });
  await openChart(page, session);
  await expect(documents(page).getByRole('alert')).toContainText('outside the servers');
  const requests = await sandbox.requests(session);
  expect(requests.filter(({ origin }) => origin === 'storage')).toEqual([]);
});

test("another patient's document is not listed, and counted", async ({ page, sandbox }) => {
  const session = await sandbox.createSession({
    faults: [{ name: 'wrongPatient', on: 'GET DocumentReference page 1' }],
  });
  await openChart(page, session);
  await expect(documents(page)).toContainText(
    '1 document that names another patient is not shown.',
  );
  await expect(documents(page).getByText('63 documents', { exact: true })).toBeVisible();
});
