import type { Locator, Page } from '@playwright/test';
import { openChart, openDocument } from './actions/open-chart.ts';
import { binaryRequests } from './actions/requests.ts';
import { expect, test } from './fixtures.ts';

const note = { title: 'Surgery Clinic Note', format: 'Text', id: 'TX-197198663' };

const paper = (page: Page): Locator =>
  page.getByRole('main').getByRole('document', { name: 'Text of the document' });

/** What the reader says when the bytes of a document do not come. */
const documentFaults = [
  { name: '403', says: 'does not allow this', again: false },
  { name: '404', says: 'does not have this document', again: false },
  { name: '406', says: 'does not give this in a form', again: true },
  { name: '410', says: 'does not have this document', again: false },
  { name: '429', says: 'busy and asks to wait', again: true },
  { name: '500', says: 'had an error of its own', again: true },
  { name: '504', says: 'had an error of its own', again: true },
  { name: 'truncated', says: 'came incomplete', again: true },
  { name: 'redirect', says: 'sent the request on to another address', again: true },
] as const;

for (const { name, says, again } of documentFaults) {
  test(`a document with ${name} is an alert in words, and the list stays`, async ({
    page,
    sandbox,
  }) => {
    const on = `GET Binary/${note.id}`;
    const session = await sandbox.createSession({ faults: [{ name, on }] });
    await openChart(page, session);
    await openDocument(page, note.title, note.format);
    const alert = page.getByRole('main').getByRole('alert');
    await expect(alert).toContainText(says);
    await expect(alert.getByRole('button', { name: 'Try again' })).toHaveCount(again ? 1 : 0);
    await expect(paper(page)).toHaveCount(0);
    await openDocument(page, 'Lactation and Newborn Care', 'Text');
    await expect(paper(page)).toBeVisible();
    await expect(alert).toHaveCount(0);
  });
}

test('Try again fetches a document anew once the server recovered', async ({ page, sandbox }) => {
  const on = `GET Binary/${note.id}`;
  const session = await sandbox.createSession({ faults: [{ name: 'truncated', on, times: 1 }] });
  await openChart(page, session);
  await openDocument(page, note.title, note.format);
  const main = page.getByRole('main');
  await main.getByRole('button', { name: 'Try again' }).click();
  await expect(paper(page)).toBeVisible();
  await expect(main.getByRole('alert')).toHaveCount(0);
  expect(await binaryRequests(sandbox, session, note.id)).toHaveLength(2);
});

test('a token refused once is renewed without a word', async ({ page, sandbox }) => {
  const on = `GET Binary/${note.id}`;
  const session = await sandbox.createSession({ faults: [{ name: '401', on, times: 1 }] });
  await openChart(page, session);
  await openDocument(page, note.title, note.format);
  await expect(paper(page)).toBeVisible();
  const seen = await binaryRequests(sandbox, session, note.id);
  expect(seen.map(({ status }) => status)).toEqual([401, 200]);
});

test('a token refused for good is said, after one renewal', async ({ page, sandbox }) => {
  const on = `GET Binary/${note.id}`;
  const session = await sandbox.createSession({ faults: [{ name: '401', on }] });
  await openChart(page, session);
  await openDocument(page, note.title, note.format);
  await expect(page.getByRole('main').getByRole('alert')).toContainText('does not allow this');
  expect(await binaryRequests(sandbox, session, note.id)).toHaveLength(2);
});

test('a sign-in page in place of a PDF is not taken for the document', async ({
  page,
  sandbox,
}) => {
  const on = 'GET Binary/XR-197198767';
  const session = await sandbox.createSession({ faults: [{ name: 'loginPage', on }] });
  await openChart(page, session);
  await openDocument(page, 'Eye Clinic Letter', 'PDF');
  await expect(page.getByRole('main').getByRole('alert')).toContainText('a sign-in page');
});

test('a document that never arrives can be cancelled', async ({ page, sandbox }) => {
  const on = `GET Binary/${note.id}`;
  const session = await sandbox.createSession({ faults: [{ name: 'hang', on }] });
  await openChart(page, session);
  await page.getByRole('searchbox', { name: 'Search documents' }).fill(note.title);
  await page.getByRole('button', { name: /^Text, Surgery Clinic Note/ }).click();
  const main = page.getByRole('main');
  await expect(main).toHaveAttribute('aria-busy', 'true');
  await expect(main.getByText(/^Loading the document/)).toBeVisible();
  await main.getByRole('button', { name: 'Cancel' }).click();
  await expect(main.getByRole('alert')).toContainText('Loading was cancelled');
  await expect(main.getByRole('button', { name: 'Try again' })).toBeVisible();
});

test('a slow server is waited for, with progress', async ({ page, sandbox }) => {
  const on = `GET Binary/${note.id}`;
  const session = await sandbox.createSession({
    faults: [{ name: 'slow', on, milliseconds: 1500 }],
  });
  await openChart(page, session);
  await page.getByRole('searchbox', { name: 'Search documents' }).fill(note.title);
  await page.getByRole('button', { name: /^Text, Surgery Clinic Note/ }).click();
  await expect(page.getByRole('main').getByText(/^Loading the document/)).toBeVisible();
  await expect(paper(page)).toBeVisible();
  expect(await binaryRequests(sandbox, session, note.id)).toHaveLength(1);
});

test('an attachment on another host is not asked for, and says where it leads', async ({
  page,
  sandbox,
}) => {
  const session = await sandbox.createSession({ faults: [{ name: 'foreignAttachment' }] });
  await openChart(page, session);
  await openDocument(page, note.title, note.format);
  await expect(page.getByRole('main').getByRole('alert')).toContainText('outside the servers');
  const requests = await sandbox.requests(session);
  expect(requests.filter(({ origin }) => origin === 'storage')).toEqual([]);
});

test('a document that names another patient is not shown', async ({ page, sandbox }) => {
  const session = await sandbox.createSession({
    faults: [{ name: 'wrongPatient', on: 'GET Binary' }],
  });
  await openChart(page, session);
  await openDocument(page, 'Summary of Care 2026 (CCD)', 'XML');
  const main = page.getByRole('main');
  await expect(main.getByRole('alert')).toContainText('names another patient');
  await expect(main.getByRole('region')).toHaveCount(0);
  await expect(main.getByText('Penicillin')).toHaveCount(0);
});
