/** Large documents wait for a word, huge ones are refused, and the next document opens as ever. */
import { stat } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { binaryRequests } from './actions/requests.ts';
import { openChart, openDocument } from './actions/open-chart.ts';
import { expect, test } from './fixtures.ts';

/** Lets the server send the picture with so many zeros behind it that it has this many megabytes. */
async function padPicture(page: Page, megabytes: number): Promise<void> {
  await page.route('**/Binary/IM-**', async (route) => {
    const response = await route.fetch();
    const body = Buffer.alloc(megabytes * 1_000_000);
    (await response.body()).copy(body);
    const headers = { ...response.headers(), 'content-length': String(body.length) };
    await route.fulfill({ response, body, headers });
  });
}

/** Opens it without waiting for its end. */
async function choosePicture(page: Page): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search documents' }).fill('Rhythm Strip');
  await page.getByRole('button', { name: /^Image, Rhythm Strip/ }).click();
}

const picture = (page: Page) => page.getByRole('main').getByRole('img', { name: 'Rhythm Strip' });

test('a large document is opened when somebody wants it', async ({ page, sandbox }) => {
  test.slow();
  const session = await sandbox.createSession();
  await padPicture(page, 51);
  await openChart(page, session);
  await choosePicture(page);
  const main = page.getByRole('main');
  await expect(main.getByRole('alert')).toContainText('This document is 51 MB.');
  await expect(main).toHaveAttribute('aria-busy', 'false');
  await main.getByRole('button', { name: 'Open it' }).click();
  await expect(picture(page)).toBeVisible({ timeout: 60_000 });
});

test('a large document is saved without being opened', async ({ page, sandbox }) => {
  test.slow();
  await padPicture(page, 51);
  await openChart(page, await sandbox.createSession());
  await choosePicture(page);
  const main = page.getByRole('main');
  const started = page.waitForEvent('download', { timeout: 60_000 });
  await main.getByRole('button', { name: 'Save it without opening' }).click();
  const saved = await started;
  expect((await stat(await saved.path())).size).toBe(51_000_000);
  await expect(main.getByText('It was not opened.')).toBeVisible();
  await expect(picture(page)).toHaveCount(0);
  await openDocument(page, 'XR Chest', 'HTML');
});

test('a document whose list entry tells its size is not asked for before', async ({
  page,
  sandbox,
}) => {
  const session = await sandbox.createSession();
  await page.route('**/DocumentReference?**', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replaceAll(
      '"attachment":{',
      '"attachment":{"size":84000000,',
    );
    await route.fulfill({ response, body });
  });
  await openChart(page, session);
  await choosePicture(page);
  const main = page.getByRole('main');
  await expect(main.getByRole('alert')).toContainText('This document is 84 MB.');
  expect(await binaryRequests(sandbox, session, '')).toEqual([]);
  await main.getByRole('button', { name: 'Open it' }).click();
  await expect(picture(page)).toBeVisible();
});

test('a huge document is refused in words, and the next one opens', async ({ page, sandbox }) => {
  const session = await sandbox.createSession();
  await page.route('**/Binary/IM-**', async (route) => {
    const response = await route.fetch();
    // Told, not sent: nothing of it is to be waited for.
    const headers = { ...response.headers(), 'content-length': '201000000' };
    await route.fulfill({ response, headers });
  });
  await openChart(page, session);
  await choosePicture(page);
  const main = page.getByRole('main');
  await expect(main.getByRole('alert')).toContainText('larger than 200 MB');
  await expect(main.getByRole('button', { name: 'Try again' })).toHaveCount(0);
  await openDocument(page, 'XR Chest', 'HTML');
});
