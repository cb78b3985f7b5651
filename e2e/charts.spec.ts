/** Each chart stays its own patient's: side by side, one after the other, over reload, Back and sign-out. */
import type { Page } from '@playwright/test';
import { frameOf, reloadFrame } from './actions/ehr.ts';
import { chartIsOpen, openChart, openDocument, type AppView } from './actions/open-chart.ts';
import { signOut } from './actions/sign-out.ts';
import { expect, test, type CreatedSession, type SandboxClient } from './fixtures.ts';

const tim = { name: 'Tim Grant', document: 'Well Child Visit, 11 Years' };
const ada = { name: 'Ada Grant', document: 'Sick Visit: Ear Pain' };
type Child = typeof tim;

/** The chart shows this child and nothing of the other. */
async function isChartOf(app: AppView, child: Child, other: Child): Promise<void> {
  await chartIsOpen(app);
  await expect(app.getByRole('heading', { name: child.name, level: 1 })).toBeVisible();
  await expect(app.getByRole('row', { name: child.document })).toBeVisible();
  await expect(app.getByText(other.name)).toHaveCount(0);
  await expect(app.getByText(other.document)).toHaveCount(0);
}

async function tokenCalls(sandbox: SandboxClient, session: CreatedSession): Promise<number> {
  const requests = await sandbox.requests(session);
  return requests.filter(({ grantType }) => grantType !== undefined).length;
}

test('two patients in two frames of one page stay their own, also when the first is reloaded', async ({
  page,
  addresses,
  sandbox,
}) => {
  await page.goto(addresses.ehr);
  await page.getByRole('combobox', { name: 'Left' }).selectOption(tim.name);
  await page.getByRole('combobox', { name: 'Right' }).selectOption(ada.name);
  await page.getByRole('button', { name: 'Open two side by side' }).click();
  const left = frameOf(page, tim.name);
  const right = frameOf(page, ada.name);
  await isChartOf(left, tim, ada);
  await isChartOf(right, ada, tim);
  await openDocument(right, ada.document, 'HTML');

  await reloadFrame(page, tim.name);
  await isChartOf(left, tim, ada);
  await openDocument(left, tim.document, 'HTML');
  await expect(right.getByRole('heading', { name: ada.name, level: 1 })).toBeVisible();
  await expect(right.getByRole('main')).toHaveAccessibleName(new RegExp(ada.document));

  await reloadFrame(page, ada.name);
  await expect(right.getByRole('main')).toHaveAccessibleName(new RegExp(ada.document));
  await expect(left.getByRole('main')).toHaveAccessibleName(new RegExp(tim.document));
  for (const id of new URL(page.url()).searchParams.getAll('session')) {
    expect(await tokenCalls(sandbox, { id, iss: '', launchUrl: '' })).toBe(1);
  }
});

test('signing out of one of two frames leaves the other as it is', async ({ page, addresses }) => {
  await page.goto(addresses.ehr);
  await page.getByRole('combobox', { name: 'Left' }).selectOption(tim.name);
  await page.getByRole('combobox', { name: 'Right' }).selectOption(ada.name);
  await page.getByRole('button', { name: 'Open two side by side' }).click();
  const left = frameOf(page, tim.name);
  const right = frameOf(page, ada.name);
  await isChartOf(left, tim, ada);
  await isChartOf(right, ada, tim);
  await signOut(left);
  await expect(left.getByText(tim.name)).toHaveCount(0);
  await reloadFrame(page, ada.name);
  await isChartOf(right, ada, tim);
});

test('a reload keeps the patient and the open document, without a token call', async ({
  page,
  sandbox,
}) => {
  const session = await sandbox.createSession({ chart: 'child-tim' });
  await openChart(page, session);
  await openDocument(page, tim.document, 'HTML');
  const address = page.url();
  await page.reload();
  await isChartOf(page, tim, ada);
  await expect(page.getByRole('main')).toHaveAccessibleName(new RegExp(tim.document));
  await expect(page).toHaveURL(address);
  expect(await tokenCalls(sandbox, session)).toBe(1);
});

test('a second launch in the same tab shows the second patient, Back the first, Forward the second', async ({
  page,
  sandbox,
}) => {
  const first = await sandbox.createSession({ chart: 'child-tim' });
  const second = await sandbox.createSession({ chart: 'child-ada', fhirVersion: 'dstu2' });
  await openChart(page, first);
  await openChart(page, second);
  await isChartOf(page, ada, tim);
  await page.goBack();
  await isChartOf(page, tim, ada);
  await page.goForward();
  await isChartOf(page, ada, tim);
  expect(await tokenCalls(sandbox, first)).toBe(1);
  expect(await tokenCalls(sandbox, second)).toBe(1);
});

test('Back and Forward walk over the opened documents of a chart', async ({ page, sandbox }) => {
  await openChart(page, await sandbox.createSession({ chart: 'child-tim' }));
  await openDocument(page, tim.document, 'HTML');
  await openDocument(page, 'Summary of Care', 'XML');
  const main = page.getByRole('main');
  await page.goBack();
  await expect(main).toHaveAccessibleName(new RegExp(tim.document));
  await page.goBack();
  await expect(main).toHaveAccessibleName('No document is open');
  await page.goForward();
  await expect(main).toHaveAccessibleName(new RegExp(tim.document));
});

test('after signing out neither Back nor reload shows anything of the patient', async ({
  page,
  sandbox,
  addresses,
}) => {
  const session = await sandbox.createSession({ chart: 'child-tim' });
  await openChart(page, session);
  await openDocument(page, tim.document, 'HTML');
  await page.evaluate(() => Reflect.set(window, 'held', true));
  await signOut(page);
  await expect(page).toHaveURL(`${addresses.app}#signed-out`);
  await nothingIsShown(page);
  // The document that knew the chart is gone.
  await expect.poll(() => page.evaluate(() => Reflect.has(window, 'held'))).toBe(false);
  await nothingIsShown(page);
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  await expect
    .poll(async () => (await sandbox.requests(session)).map(({ url }) => url).join('\n'))
    .toContain('/token/revoke');

  await page.goBack();
  await nothingIsShown(page);
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('Open the chart again');
  await nothingIsShown(page);
});

async function nothingIsShown(page: Page): Promise<void> {
  await expect(page.getByRole('main')).toBeVisible();
  await expect(page.getByText(/Grant|Well Child/)).toHaveCount(0);
  await expect(page.getByRole('grid')).toHaveCount(0);
}
