/** A token over time: renewed in good time, renewed once where it was refused, ended in words, put away. */
import type { Page } from '@playwright/test';
import { nothingIsShown, tim } from '../actions/children.ts';
import { versionNames, versions } from '../actions/ehr.ts';
import { duplicateTab } from '../actions/duplicate-tab.ts';
import { chartIsOpen, openChart, openDocument } from '../actions/open-chart.ts';
import { chooseAndSignIn } from '../actions/sign-in.ts';
import { signOut } from '../actions/sign-out.ts';
import { expectTraffic, opened, type Asked } from '../actions/traffic.ts';
import type { CreatedSession, SandboxClient } from '../fixtures.ts';
import { expect, test } from './situation.ts';

const minute = 60_000;
const hour = 60 * minute;
/** Later than a minute before the end of a token that lives 570 seconds, and earlier than its end. */
const almostOver = 515_000;
const over = 571_000;

const twiceListed: Asked = { ...opened, Patient: 2, DiagnosticReport: 2, DocumentReference: 2 };
const heading = (page: Page) => page.getByRole('heading', { name: tim.name, level: 1 });
const report = (page: Page) => page.getByTitle(tim.document);

/** Statuses of the answers to requests for documents, in order. */
async function binaryStatuses(sandbox: SandboxClient, session: CreatedSession) {
  const requests = await sandbox.requests(session);
  return requests
    .filter(({ method, url }) => method === 'GET' && url.includes('/Binary/'))
    .map(({ status }) => status);
}

async function expectNoneRefused(sandbox: SandboxClient, session: CreatedSession): Promise<void> {
  const requests = await sandbox.requests(session);
  expect(requests.filter(({ status }) => status === 401)).toEqual([]);
}

/** Time passes for the server, and for the page where its clock was taken over. */
async function pass(
  page: Page,
  sandbox: SandboxClient,
  session: CreatedSession,
  milliseconds: number,
): Promise<void> {
  await sandbox.advance(session, milliseconds);
  await page.clock.fastForward(milliseconds);
}

for (const fhirVersion of versions) {
  test(`situation 28: a token is renewed ahead of its end, once, and not again at once (${versionNames[fhirVersion]})`, async ({
    page,
    sandbox,
  }) => {
    const session = await sandbox.createSession({ chart: 'child-tim', fhirVersion });
    await page.clock.install();
    await openChart(page, session);
    await pass(page, sandbox, session, almostOver);
    await openDocument(page, tim.document, 'HTML');
    await openDocument(page, tim.document, 'PDF');
    await openDocument(page, 'Summary of Care', 'XML');
    await expectTraffic(sandbox, session, {
      tokenCalls: ['code', 'refresh'],
      asked: { ...opened, Binary: 3 },
    });
    await expectNoneRefused(sandbox, session);
  });

  for (const rotates of [false, true]) {
    const brings = rotates ? 'brings a new refresh token' : 'brings no new refresh token';
    test(`situation 29: a renewal that ${brings} is followed by another (${versionNames[fhirVersion]})`, async ({
      page,
      sandbox,
    }) => {
      const session = await sandbox.createSession({
        chart: 'child-tim',
        fhirVersion,
        rotateRefreshTokens: rotates,
      });
      await page.clock.install();
      await openChart(page, session);
      for (const format of ['HTML', 'PDF']) {
        await pass(page, sandbox, session, almostOver);
        await openDocument(page, tim.document, format);
        await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0);
      }
      await expectTraffic(sandbox, session, {
        tokenCalls: ['code', 'refresh', 'refresh'],
        asked: { ...opened, Binary: 2 },
      });
      await expectNoneRefused(sandbox, session);
    });
  }

  test(`situation 30: a renewal is refused: the open document stays for a while, then the chart is closed (${versionNames[fhirVersion]})`, async ({
    page,
    sandbox,
  }) => {
    const session = await sandbox.createSession({
      chart: 'child-tim',
      fhirVersion,
      faults: [{ name: 'refreshRejected' }],
    });
    await page.clock.install();
    await openChart(page, session);
    await openDocument(page, tim.document, 'HTML');
    const text = report(page).contentFrame();
    await expect(text.getByText('Influenza vaccine today.')).toBeVisible();
    await pass(page, sandbox, session, almostOver);
    const words = page.getByRole('alert').filter({ hasText: 'ended your session' });
    await expect(words).toContainText('An open document stays readable for 15 minutes');
    await expect(words).toContainText('open the chart again from the record system');
    await expect(page.getByRole('button', { name: /^PDF, Well Child/ }).first()).toBeDisabled();
    await expect(text.getByText('Influenza vaccine today.')).toBeVisible();
    expect(await page.evaluate(() => JSON.stringify(Object.values(sessionStorage)))).not.toMatch(
      /access_token|refresh_token|id_token/,
    );
    const traffic = {
      tokenCalls: ['code', 'refresh'],
      asked: { ...opened, Binary: 1 },
    } as const;
    await expectTraffic(sandbox, session, traffic);

    await page.clock.fastForward(15 * minute);
    await expect(page.getByRole('heading', { name: 'The chart is closed' })).toBeVisible();
    await nothingIsShown(page);
    await page.reload();
    await expect(page.getByRole('alert')).toContainText('Open the chart again');
    await nothingIsShown(page);
    await expectTraffic(sandbox, session, traffic);
  });
}

test('situation 30: a session that may not be renewed ends on time, and signing in again leads back to the same document', async ({
  page,
  sandbox,
}) => {
  const session = await sandbox.createSession({ chart: 'child-tim', persona: 'patient' });
  await page.clock.install();
  await page.goto(session.launchUrl);
  await chooseAndSignIn(page, /Tim/);
  await page.getByRole('checkbox', { name: /online_access/ }).uncheck();
  await page.getByRole('button', { name: 'Approve' }).click();
  await chartIsOpen(page);
  await openDocument(page, tim.document, 'HTML');
  await pass(page, sandbox, session, over);

  const words = page.getByRole('alert').filter({ hasText: 'Your session has ended.' });
  await expect(words).toContainText('An open document stays readable for 2 minutes');
  await expect(report(page)).toBeVisible();
  await expectTraffic(sandbox, session, {
    tokenCalls: ['code'],
    asked: { ...opened, signIn: 3, Binary: 1 },
  });
  await words.getByRole('link', { name: 'Sign in again' }).click();
  await chooseAndSignIn(page, /Tim/);
  await page.getByRole('button', { name: 'Approve' }).click();
  await chartIsOpen(page);
  await expect(heading(page)).toBeVisible();
  await expect(page.getByRole('main')).toHaveAccessibleName(tim.document);
  await expect(report(page)).toBeVisible();
});

for (const { fault, fhirVersion } of [
  { fault: '500', fhirVersion: 'dstu2' },
  { fault: 'reset', fhirVersion: 'dstu2' },
  { fault: 'reset', fhirVersion: 'r4' },
] as const) {
  test(`situation 31: a renewal ends in ${fault}: the token stays in use, and is renewed later (${versionNames[fhirVersion]})`, async ({
    page,
    sandbox,
  }) => {
    const faults = [{ name: fault, on: 'POST token/refresh', times: 1 }];
    const session = await sandbox.createSession({ chart: 'child-tim', fhirVersion, faults });
    await page.clock.install();
    await openChart(page, session);
    await pass(page, sandbox, session, almostOver);
    await openDocument(page, tim.document, 'HTML');
    await expect(report(page)).toBeVisible();
    await page.clock.fastForward(minute);
    await openDocument(page, tim.document, 'PDF');
    await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0);
    await expectTraffic(sandbox, session, {
      tokenCalls: ['code', 'refresh', 'refresh'],
      asked: { ...opened, Binary: 2 },
    });
    await expectNoneRefused(sandbox, session);
  });
}

for (const fhirVersion of versions) {
  test(`situation 31: whoever cancels a document while the token is renewed keeps the session (${versionNames[fhirVersion]})`, async ({
    page,
    sandbox,
  }) => {
    const faults = [{ name: 'slow', on: 'POST token/refresh', milliseconds: 1500 }] as const;
    const session = await sandbox.createSession({ chart: 'child-tim', fhirVersion, faults });
    await page.clock.install();
    await openChart(page, session);
    await pass(page, sandbox, session, almostOver);
    const main = page.getByRole('main');
    const renewal = page.waitForRequest(/\/token$/);
    await page.getByRole('button', { name: /^PDF, Well Child Visit/ }).click();
    await renewal;
    await main.getByRole('button', { name: 'Cancel' }).click();
    await expect(main.getByRole('alert')).toContainText('Loading was cancelled');
    await openDocument(page, tim.document, 'HTML');
    await expect(report(page)).toBeVisible();
    await expectTraffic(sandbox, session, {
      tokenCalls: ['code', 'refresh'],
      asked: { ...opened, Binary: 1 },
    });
    await expectNoneRefused(sandbox, session);
  });

  test(`situation 32: a record system that ends the session of whoever is away is told that somebody is here (${versionNames[fhirVersion]})`, async ({
    page,
    sandbox,
  }) => {
    const session = await sandbox.createSession({
      chart: 'child-tim',
      fhirVersion,
      activeTtl: 900,
    });
    const question = page.getByRole('dialog', { name: 'Are you still here?' });
    await page.clock.install();
    await openChart(page, session);
    await pass(page, sandbox, session, 830_000);
    await expect(question).toHaveCount(0);
    await pass(page, sandbox, session, 20_000);
    await expect(question).toContainText('The record system will end your session in');
    await expectTraffic(sandbox, session, { tokenCalls: ['code'], asked: opened });
    await question.getByRole('button', { name: 'Stay signed in' }).click();
    await expect(question).toHaveCount(0);
    const traffic = { tokenCalls: ['code', 'refresh'], asked: opened } as const;
    await expectTraffic(sandbox, session, traffic);
    const [renewal] = (await sandbox.requests(session)).filter(
      ({ grantType }) => grantType === 'refresh_token',
    );
    expect(renewal?.activeAt).toBe('0');
    await pass(page, sandbox, session, 10 * minute);
    await expect(question).toHaveCount(0);
    await expectTraffic(sandbox, session, traffic);
  });

  test(`situation 33: a token that the server has forgotten is renewed once, and the request made again (${versionNames[fhirVersion]})`, async ({
    page,
    sandbox,
  }) => {
    const session = await sandbox.createSession({ chart: 'child-tim', fhirVersion });
    await openChart(page, session);
    await sandbox.advance(session, over);
    await openDocument(page, tim.document, 'HTML');
    await expect(report(page)).toBeVisible();
    await expectTraffic(sandbox, session, {
      tokenCalls: ['code', 'refresh'],
      asked: { ...opened, Binary: 2 },
    });
    expect(await binaryStatuses(sandbox, session)).toEqual([401, 200]);
  });

  for (const { skew, wrong } of [
    { skew: 3 * hour, wrong: 'three hours fast' },
    { skew: -3 * hour, wrong: 'three hours slow' },
  ]) {
    test(`situation 33: on a computer whose clock is ${wrong} the chart opens and its token is used to its end (${versionNames[fhirVersion]})`, async ({
      page,
      sandbox,
    }) => {
      const session = await sandbox.createSession({ chart: 'child-tim', fhirVersion });
      await page.clock.install({ time: Date.now() + skew });
      await openChart(page, session);
      await expect(heading(page)).toBeVisible();
      await openDocument(page, tim.document, 'HTML');
      await expectTraffic(sandbox, session, {
        tokenCalls: ['code'],
        asked: { ...opened, Binary: 1 },
      });
      await expectNoneRefused(sandbox, session);
    });
  }
}

test('situation 33: requests refused together share one renewal', async ({ page, sandbox }) => {
  const paths = ['Patient', 'DiagnosticReport', 'DocumentReference'];
  const session = await sandbox.createSession({
    chart: 'child-tim',
    faults: paths.map((path) => ({ name: '401', on: `GET ${path}`, times: 1 })),
  });
  await openChart(page, session);
  await expect(heading(page)).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expectTraffic(sandbox, session, {
    tokenCalls: ['code', 'refresh'],
    asked: twiceListed,
  });
});

test('situation 33: a request refused after the renewal too is said, and not tried for ever', async ({
  page,
  sandbox,
}) => {
  const session = await sandbox.createSession({
    chart: 'child-tim',
    faults: [{ name: '401', on: 'GET Binary' }],
  });
  await openChart(page, session);
  await openDocument(page, tim.document, 'HTML');
  await expect(page.getByRole('main').getByRole('alert')).toContainText('does not allow this');
  await expect(heading(page)).toBeVisible();
  await expectTraffic(sandbox, session, {
    tokenCalls: ['code', 'refresh'],
    asked: { ...opened, Binary: 2 },
  });
});

for (const fhirVersion of versions) {
  test(`situation 34: after signing out neither Back nor reload shows anything of the patient (${versionNames[fhirVersion]})`, async ({
    page,
    sandbox,
    addresses,
  }) => {
    const session = await sandbox.createSession({ chart: 'child-tim', fhirVersion });
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

    await page.goBack();
    await nothingIsShown(page);
    await page.reload();
    await expect(page.getByRole('alert')).toContainText('Open the chart again');
    await nothingIsShown(page);
    await expectTraffic(sandbox, session, {
      tokenCalls: ['code'],
      asked: { ...opened, Binary: 1, revoke: 2 },
    });
  });

  test(`situation 59: a chart loaded anew after a renewal goes on with the renewed token (${versionNames[fhirVersion]})`, async ({
    page,
    sandbox,
  }) => {
    const session = await sandbox.createSession({
      chart: 'child-tim',
      fhirVersion,
      rotateRefreshTokens: true,
    });
    await page.clock.install();
    await openChart(page, session);
    await pass(page, sandbox, session, almostOver);
    await openDocument(page, tim.document, 'HTML');
    await page.reload();
    await chartIsOpen(page);
    await expect(report(page)).toBeVisible();
    await pass(page, sandbox, session, almostOver);
    await openDocument(page, tim.document, 'PDF');
    await expectTraffic(sandbox, session, {
      tokenCalls: ['code', 'refresh', 'refresh'],
      asked: { ...twiceListed, Binary: 3 },
    });
    await expectNoneRefused(sandbox, session);
  });

  test(`situation 60: a tab and its duplicate outlive two renewals on a server that rotates (${versionNames[fhirVersion]})`, async ({
    page,
    sandbox,
  }) => {
    const session = await sandbox.createSession({
      chart: 'child-tim',
      fhirVersion,
      rotateRefreshTokens: true,
    });
    await page.clock.install();
    await openChart(page, session);
    const duplicate = await duplicateTab(page);
    await chartIsOpen(duplicate);
    for (const format of ['HTML', 'PDF']) {
      await pass(page, sandbox, session, almostOver);
      for (const tab of [page, duplicate]) {
        await openDocument(tab, tim.document, format);
        await expect(tab.getByRole('alert')).toHaveCount(0);
      }
    }
    await expectTraffic(sandbox, session, {
      tokenCalls: ['code', 'refresh', 'refresh'],
      asked: { ...twiceListed, Binary: 4 },
    });
    await expectNoneRefused(sandbox, session);
  });

  test(`situation 61: a computer that slept past the token’s end renews it before anything else (${versionNames[fhirVersion]})`, async ({
    page,
    sandbox,
  }) => {
    const session = await sandbox.createSession({ chart: 'child-tim', fhirVersion });
    await page.clock.install();
    await openChart(page, session);
    await openDocument(page, tim.document, 'HTML');
    // The clock on the wall goes on, no timer runs.
    await sandbox.advance(session, 8 * hour);
    await page.clock.setSystemTime(Date.now() + 8 * hour);
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await openDocument(page, tim.document, 'PDF');
    await expect(page.getByRole('main').getByText('Page 1 of')).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expectTraffic(sandbox, session, {
      tokenCalls: ['code', 'refresh'],
      asked: { ...opened, Binary: 2 },
    });
    await expectNoneRefused(sandbox, session);
  });
}
