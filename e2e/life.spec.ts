/** A session's end: asked about before it comes where somebody can prolong it, said where nobody can. */
import type { Page, Request } from '@playwright/test';
import { tim } from './actions/children.ts';
import { chartIsOpen, openChart, openDocument } from './actions/open-chart.ts';
import { chooseAndSignIn } from './actions/sign-in.ts';
import { expect, test, type CreatedSession, type SandboxClient } from './fixtures.ts';

const second = 1000;
const minute = 60 * second;

const question = (page: Page) => page.getByRole('dialog', { name: 'Are you still here?' });
const stay = (page: Page) => question(page).getByRole('button', { name: 'Stay signed in' });

/** Time passes for the server and for the page. */
async function pass(
  page: Page,
  sandbox: SandboxClient,
  session: CreatedSession,
  milliseconds: number,
): Promise<void> {
  await sandbox.advance(session, milliseconds);
  await page.clock.fastForward(milliseconds);
}

/** How many seconds of silence each renewal tells of, as the page sends them. */
function silencesTold(page: Page): number[] {
  const told: number[] = [];
  page.on('request', (request: Request) => {
    const form = new URLSearchParams(request.postData() ?? '');
    if (form.get('grant_type') === 'refresh_token') told.push(Number(form.get('active_at')));
  });
  return told;
}

async function allowTenMinutes(page: Page): Promise<void> {
  await page.route('**/config.json', async (route) => {
    const response = await route.fetch();
    const config: unknown = await response.json();
    await route.fulfill({ response, json: { ...Object(config), idleLockMinutes: 10 } });
  });
}

// That it is told by the answer to one question is situation 32.
test.describe('a record system that ends the session of whoever is away', () => {
  const fifteenMinutes = { chart: 'child-tim', activeTtl: 900 } as const;

  test('ends it where nobody answers, and is told the truth', async ({ page, sandbox }) => {
    const session = await sandbox.createSession(fifteenMinutes);
    const told = silencesTold(page);
    await page.clock.install();
    await openChart(page, session);
    await pass(page, sandbox, session, 850 * second);
    await expect(question(page)).toBeVisible();
    await pass(page, sandbox, session, minute);
    await expect(
      page.getByRole('alert').filter({ hasText: 'The record system ended your session.' }),
    ).toBeVisible();
    await expect(question(page)).toHaveCount(0);
    expect(told[0]).toBeGreaterThanOrEqual(900);
  });

  test('is told of work inside a report, without a question', async ({ page, sandbox }) => {
    const session = await sandbox.createSession(fifteenMinutes);
    const told = silencesTold(page);
    await page.clock.install();
    await openChart(page, session);
    await openDocument(page, tim.document, 'HTML');
    await pass(page, sandbox, session, 8 * minute);
    await page
      .getByTitle(tim.document)
      .contentFrame()
      .getByText('Influenza vaccine today.')
      .click();
    await pass(page, sandbox, session, 6 * minute);
    await expect.poll(() => told.length).toBe(1);
    expect(told[0]).toBeGreaterThanOrEqual(360);
    expect(told[0]).toBeLessThan(370);
    await expect(question(page)).toHaveCount(0);
  });

  test('that cannot be reached leaves the question standing, with another try', async ({
    page,
    sandbox,
  }) => {
    const faults = [{ name: '500', on: 'POST token/refresh', times: 1 }] as const;
    const session = await sandbox.createSession({ ...fifteenMinutes, faults });
    await page.clock.install();
    await openChart(page, session);
    await pass(page, sandbox, session, 850 * second);
    await stay(page).click();
    await expect(question(page)).toContainText('The record system could not be told.');
    await question(page).getByRole('button', { name: 'Try again' }).click();
    await expect(question(page)).toHaveCount(0);
  });

  test('and an idle lock of the app ask one question between them', async ({ page, sandbox }) => {
    const session = await sandbox.createSession({ chart: 'child-tim', activeTtl: 600 });
    await allowTenMinutes(page);
    await page.clock.install();
    await openChart(page, session);
    await pass(page, sandbox, session, 570 * second);
    await expect(question(page)).toHaveCount(1);
    // The lock would be first: it counts from the page's beginning, the record system from its answer.
    await expect(question(page)).toContainText('the chart will be closed');
    await stay(page).click();
    await expect(question(page)).toHaveCount(0);
    await expect(page.getByRole('grid')).toBeVisible();
  });
});

test.describe('a session that nobody can prolong', () => {
  test('says at its start until when it lasts, once, and that it ends before it does', async ({
    page,
    sandbox,
  }) => {
    const session = await sandbox.createSession({ chart: 'child-tim', persona: 'patient' });
    await page.clock.install({ time: new Date('2026-11-22T10:15:40-06:00') });
    await page.goto(session.launchUrl);
    await chooseAndSignIn(page, /Tim/);
    await page.getByRole('checkbox', { name: /online_access/ }).uncheck();
    await page.getByRole('button', { name: 'Approve' }).click();
    await chartIsOpen(page);
    const told = page.getByText('This session ends at 10:25; sign in again then.');
    await expect(told).toBeVisible();
    await page.reload();
    await chartIsOpen(page);
    await expect(told).toHaveCount(0);
    await pass(page, sandbox, session, 520 * second);
    const warning = page.getByRole('alert').filter({ hasText: 'Your session ends at 10:25.' });
    await expect(warning.getByRole('link', { name: 'Sign in again' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'New summary (CCD)' })).toBeEnabled();
  });

  test('from an EHR is opened again from there', async ({ page, sandbox }) => {
    const session = await sandbox.createSession({
      chart: 'child-tim',
      tokenFields: { refresh_token: null },
    });
    await page.clock.install({ time: new Date('2026-11-22T10:15:40-06:00') });
    await openChart(page, session);
    await expect(
      page.getByText('This session ends at 10:25; open the chart again then.'),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Close' }).click();
    await pass(page, sandbox, session, 520 * second);
    const warning = page.getByRole('alert').filter({ hasText: 'Your session ends at 10:25.' });
    await expect(warning).toContainText('open the chart again from the record system');
  });
});

test.describe('after its end', () => {
  test('an open document is read on, and all else is out of use at once', async ({
    page,
    sandbox,
  }) => {
    const session = await sandbox.createSession({
      chart: 'child-tim',
      faults: [{ name: 'refreshRejected' }, { name: '500', on: 'GET DiagnosticReport' }],
    });
    await page.clock.install();
    await openChart(page, session);
    await openDocument(page, tim.document, 'HTML');
    await pass(page, sandbox, session, 9 * minute);
    const words = page.getByRole('alert').filter({ hasText: 'ended your session' });
    await expect(words.getByRole('link', { name: 'More information' })).toHaveAttribute(
      'href',
      /\/errors\/invalid_grant$/,
    );
    const report = page.getByTitle(tim.document).contentFrame();
    await expect(report.getByText('Influenza vaccine today.')).toBeVisible();

    const documents = page.getByRole('region', { name: 'Documents' });
    for (const button of [
      documents.getByRole('button', { name: /Try again/ }),
      documents.getByRole('button', { name: /^PDF, Well Child/ }),
      documents.getByRole('button', { name: 'New summary (CCD)' }),
      page.getByRole('main').getByRole('button', { name: /^PDF, Well Child/ }),
      page.getByRole('main').getByRole('button', { name: 'Save' }),
    ])
      await expect(button).toBeDisabled();
    await page.getByRole('searchbox', { name: 'Search documents' }).fill('');
    await documents.getByRole('row', { name: /^Summary of Care/ }).click({ force: true });
    await expect(page.getByRole('main')).toHaveAccessibleName(tim.document);

    // A lid that was closed in the meantime: the clock on the wall goes on, no timer runs.
    await page.clock.setSystemTime(Date.now() + 60 * minute);
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expect(page.getByRole('heading', { name: 'The chart is closed' })).toBeVisible();
    await expect(page.getByText(/Grant|Well Child/)).toHaveCount(0);
  });

  test('a document that did not come is not asked for again', async ({ page, sandbox }) => {
    const session = await sandbox.createSession({
      chart: 'child-tim',
      faults: [{ name: 'refreshRejected' }, { name: '500', on: 'GET Binary' }],
    });
    await page.clock.install();
    await openChart(page, session);
    await page.getByRole('button', { name: /^HTML, Well Child/ }).click();
    const main = page.getByRole('main');
    await page.clock.runFor(10 * second);
    await expect(main.getByRole('alert')).toContainText('had an error of its own');
    await expect(main.getByRole('button', { name: 'Try again' })).toBeEnabled();
    await pass(page, sandbox, session, 9 * minute);
    await expect(main.getByRole('button', { name: 'Try again' })).toBeDisabled();
    await expect(main.getByRole('button', { name: 'Open as PDF' })).toBeDisabled();
  });
});
