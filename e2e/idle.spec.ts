/** A page that nobody attends closes its chart, and only what opened the chart opens it again. */
import type { Page } from '@playwright/test';
import { chartIsOpen, openChart, openDocument } from './actions/open-chart.ts';
import { signInAsPatient } from './actions/sign-in.ts';
import { expectTraffic, opened } from './actions/traffic.ts';
import { expect, test } from './fixtures.ts';

const minute = 60_000;
const document = 'Well Child Visit';
const patientWords = /Grant|Well Child|Influenza|Okoro/;

/** Serves the configuration with a limit of ten minutes, and gives the page a clock of the test's. */
async function allowTenMinutes(page: Page): Promise<void> {
  await page.clock.install();
  await serveTenMinutes(page);
}

async function serveTenMinutes(page: Page): Promise<void> {
  await page.route('**/config.json', async (route) => {
    const response = await route.fetch();
    const config: unknown = await response.json();
    await route.fulfill({ response, json: { ...Object(config), idleLockMinutes: 10 } });
  });
}

const warning = (page: Page) => page.getByRole('dialog', { name: 'Are you still here?' });

async function isClosed(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'The chart is closed' })).toBeVisible();
  await expect(page.getByRole('status')).toContainText('Nobody did anything here for 10 minutes');
  await nothingIsLeft(page);
}

/** Neither on the page nor in what the tab keeps. */
async function nothingIsLeft(page: Page): Promise<void> {
  await expect(page.getByText(patientWords)).toHaveCount(0);
  await expect(page.getByRole('grid')).toHaveCount(0);
  await expect(page.locator('iframe')).toHaveCount(0);
  const kept = await page.evaluate(() => JSON.stringify(Object.values(sessionStorage)));
  expect(kept).not.toMatch(/access_token|refresh_token|id_token|Grant|Well Child/);
}

test('situation 34: a chart left alone is warned of, then closed, and a moved mouse does not bring it back', async ({
  page,
  sandbox,
}) => {
  const session = await sandbox.createSession({ chart: 'child-tim' });
  await allowTenMinutes(page);
  await openChart(page, session);
  await openDocument(page, document, 'HTML');
  await page.clock.fastForward(8 * minute);
  await expect(warning(page)).toHaveCount(0);
  await page.clock.fastForward(minute);
  await expect(warning(page)).toContainText('closed in 60 seconds');
  await page.mouse.move(300, 300);
  await page.mouse.move(500, 400);
  await page.clock.fastForward(minute);
  await isClosed(page);
  const before = (await sandbox.requests(session)).length;
  await expect(page.getByText('open the chart again from the record system')).toBeVisible();

  await page.mouse.move(200, 200);
  await page.mouse.click(640, 400);
  await page.keyboard.press('Enter');
  await page.goBack();
  await page.goForward();
  await isClosed(page);
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('Open the chart again');
  await nothingIsLeft(page);
  expect(await sandbox.requests(session)).toHaveLength(before);
  // Renewed once, ahead of its end, for whoever opened the document.
  await expectTraffic(sandbox, session, {
    tokenCalls: ['code', 'refresh'],
    asked: { ...opened, Binary: 1 },
  });

  await openChart(page, await sandbox.createSession({ chart: 'child-tim' }));
});

for (const { title, answer } of [
  {
    title: 'by its button',
    answer: (page: Page) => page.getByRole('button', { name: 'Stay' }).click(),
  },
  { title: 'by the keyboard', answer: (page: Page) => page.keyboard.press('Escape') },
]) {
  test(`whoever answers the warning ${title} stays, with the document open`, async ({
    page,
    sandbox,
  }) => {
    await allowTenMinutes(page);
    await openChart(page, await sandbox.createSession({ chart: 'child-tim' }));
    await openDocument(page, document, 'HTML');
    await page.clock.fastForward(9 * minute);
    await expect(warning(page)).toBeVisible();
    await answer(page);
    await expect(warning(page)).toHaveCount(0);
    await page.clock.fastForward(8 * minute);
    await expect(warning(page)).toHaveCount(0);
    await expect(page.getByTitle('Well Child Visit, 11 Years')).toBeVisible();
  });
}

for (const { title, act } of [
  { title: 'a key', act: (page: Page) => page.keyboard.press('Shift') },
  { title: 'a click', act: (page: Page) => page.getByRole('region', { name: 'Patient' }).click() },
  {
    title: 'a wheel',
    act: async (page: Page) => {
      await page.mouse.move(900, 500);
      // A wheel is on its way for a while.
      const heard = page.evaluate(
        () =>
          new Promise<void>((resolve) => {
            for (const there of [window, ...Array.from(window.frames)])
              there.addEventListener('wheel', () => resolve(), { once: true, capture: true });
          }),
      );
      await page.mouse.wheel(0, 40);
      await heard;
    },
  },
  {
    title: 'a click inside the report',
    act: (page: Page) =>
      page
        .getByTitle('Well Child Visit, 11 Years')
        .contentFrame()
        .getByText('Influenza vaccine today.')
        .click(),
  },
  {
    title: 'a key inside the report',
    act: async (page: Page) => {
      const report = page.getByTitle('Well Child Visit, 11 Years');
      await report.evaluate((frame: HTMLIFrameElement) => frame.contentWindow?.focus());
      await page.clock.fastForward(8 * minute);
      await page.keyboard.press('ArrowDown');
    },
  },
]) {
  test(`${title} is a sign that somebody is there`, async ({ page, sandbox }) => {
    await allowTenMinutes(page);
    await openChart(page, await sandbox.createSession({ chart: 'child-tim' }));
    await openDocument(page, document, 'HTML');
    await page.clock.fastForward(8 * minute);
    await act(page);
    await page.clock.fastForward(8 * minute);
    await expect(page.getByTitle('Well Child Visit, 11 Years')).toBeVisible();
    await expect(warning(page)).toHaveCount(0);
    await page.clock.fastForward(minute);
    await expect(warning(page)).toBeVisible();
  });
}

test('a machine that slept through the time finds its chart closed when it wakes', async ({
  page,
  sandbox,
}) => {
  await allowTenMinutes(page);
  await openChart(page, await sandbox.createSession({ chart: 'child-tim' }));
  await openDocument(page, document, 'HTML');
  // The clock on the wall goes on, no timer runs.
  await page.clock.setSystemTime(Date.now() + 8 * 60 * minute);
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await isClosed(page);
});

test('a patient signs in to come back', async ({ page, sandbox }) => {
  await allowTenMinutes(page);
  const session = await sandbox.createSession({ chart: 'child-tim', persona: 'patient' });
  await page.goto(session.launchUrl);
  await signInAsPatient(page, /Tim/);
  await chartIsOpen(page);
  await page.clock.fastForward(10 * minute);
  await isClosed(page);
  await page.getByRole('link', { name: 'Sign in again' }).click();
  await signInAsPatient(page, /Tim/);
  await chartIsOpen(page);
});

test('being at work in one window keeps no other open', async ({ page, context, sandbox }) => {
  // The clock is the context's.
  const other = await context.newPage();
  await allowTenMinutes(page);
  await serveTenMinutes(other);
  for (const each of [page, other])
    await openChart(each, await sandbox.createSession({ chart: 'child-tim' }));
  await page.clock.fastForward(8 * minute);
  await other.bringToFront();
  await other.keyboard.press('Shift');
  await page.clock.fastForward(2 * minute);
  await isClosed(page);
  await expect(other.getByRole('grid')).toBeVisible();
});

test('without a limit in the configuration no chart is closed', async ({ page, sandbox }) => {
  await page.clock.install();
  await openChart(page, await sandbox.createSession({ chart: 'child-tim' }));
  await page.clock.fastForward(12 * 60 * minute);
  await expect(page.getByRole('grid')).toBeVisible();
});
