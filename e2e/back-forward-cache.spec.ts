/** The browser's memory of pages left: what comes back from it is never another patient's, and never stale. */
import type { BrowserContext, Page } from '@playwright/test';
import { chromiumArguments } from '../scripts/browser.ts';
import { chartIsOpen, openChart, openDocument } from './actions/open-chart.ts';
import { signOut } from './actions/sign-out.ts';
import { expect, test, type CreatedSession } from './fixtures.ts';

const patientWords = /Grant|Well Child|Influenza|Okoro/;

const executablePath = process.env['CHROMIUM_PATH'];

test.use({
  // A page that a test answers for counts as one of the open network; here it may ask loopback servers.
  permissions: ['local-network-access'],
  launchOptions: {
    args: chromiumArguments,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    ...(executablePath === undefined ? {} : { executablePath }),
  },
});

/**
 * Serves the page without `no-store`, under which Chromium would keep it out of its memory, and gives the
 * markup of each page that comes back from there, as it was left.
 */
async function rememberPages(context: BrowserContext, app: string): Promise<readonly string[]> {
  const restored: string[] = [];
  await context.exposeFunction('pageRestored', (markup: string) => restored.push(markup));
  await context.addInitScript(() => {
    addEventListener('pageshow', (event) => {
      const report: unknown = Reflect.get(globalThis, 'pageRestored');
      if (!event.persisted || typeof report !== 'function') return;
      report(document.documentElement.outerHTML);
    });
  });
  await context.route(
    (url) => url.href.startsWith(`${app}?`),
    async (route) => {
      const response = await route.fetch();
      const { 'cache-control': _, ...headers } = response.headers();
      await route.fulfill({ response, headers });
    },
  );
  return restored;
}

/** Opens the chart and loads it anew: what a redirect leads to is not served by `rememberPages`. */
async function openRemembered(page: Page, session: CreatedSession): Promise<void> {
  await openChart(page, session);
  await page.reload();
  await chartIsOpen(page);
}

/** Goes one step in the history. A page that comes back loads anew at once, which `page.goBack` takes for a failure. */
const step = (page: Page, by: 1 | -1): Promise<void> =>
  page.evaluate((steps) => history.go(steps), by);

async function isChartOf(page: Page, name: string, other: string): Promise<void> {
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  await chartIsOpen(page);
  await expect(page.getByText(other)).toHaveCount(0);
}

test('a chart that comes back held nothing of the patient and opens anew, with the document that was open', async ({
  page,
  context,
  sandbox,
  addresses,
}) => {
  const restored = await rememberPages(context, addresses.app);
  await openRemembered(page, await sandbox.createSession({ chart: 'child-tim' }));
  await openDocument(page, 'Well Child Visit', 'HTML');
  await page.goto(addresses.ehr);
  await step(page, -1);
  await expect.poll(() => restored.length).toBe(1);
  expect(restored[0]).not.toMatch(patientWords);
  await isChartOf(page, 'Tim Grant', 'Ada Grant');
  await expect(page.getByRole('main')).toHaveAccessibleName(/Well Child Visit/);
});

test('between two patients of one tab it never shows the other', async ({
  page,
  context,
  sandbox,
  addresses,
}) => {
  const restored = await rememberPages(context, addresses.app);
  await openRemembered(page, await sandbox.createSession({ chart: 'child-tim' }));
  await openRemembered(page, await sandbox.createSession({ chart: 'child-ada' }));
  await step(page, -1);
  await expect.poll(() => restored.length).toBe(1);
  expect(restored[0]).not.toMatch(patientWords);
  await expect(page.getByRole('alert')).toContainText('Open the chart again');
  await expect(page.getByText(patientWords)).toHaveCount(0);
  await step(page, 1);
  await isChartOf(page, 'Ada Grant', 'Tim Grant');
});

test('after signing out the document is another one, and still says so', async ({
  page,
  sandbox,
}) => {
  await openChart(page, await sandbox.createSession({ chart: 'child-tim' }));
  await signOutForGood(page);
  await expect(page.getByRole('heading', { name: 'Signed out' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Signed out' })).toBeVisible();
  await page.getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'Signed out' })).toHaveCount(0);
  expect(new URL(page.url()).hash).toBe('');
});

test('after signing out and going away, Back shows nothing', async ({
  page,
  context,
  sandbox,
  addresses,
}) => {
  await rememberPages(context, addresses.app);
  await openRemembered(page, await sandbox.createSession({ chart: 'child-tim' }));
  await openDocument(page, 'Well Child Visit', 'HTML');
  await signOutForGood(page);
  await page.goto(addresses.ehr);
  for (const address of [/\/#signed-out$/, /state=/]) {
    await step(page, -1);
    await expect(page).toHaveURL(address);
    await expect(page.getByRole('main')).toBeVisible();
    await expect(page.getByText(patientWords)).toHaveCount(0);
  }
});

/** Until the chart's document, with what its scripts remembered, has given way to another. */
async function signOutForGood(page: Page): Promise<void> {
  await page.evaluate(() => Reflect.set(window, 'held', 'what a script remembers'));
  await signOut(page);
  await expect(async () => {
    expect(await page.evaluate(() => Reflect.has(window, 'held'))).toBe(false);
  }).toPass();
}
