/** What comes back from the authorization server: refusals, codes spent, forged or late, issuers. */
import type { Page } from '@playwright/test';
import { authorizeRequest } from '../actions/authorize-request.ts';
import { childrensWords, tim } from '../actions/children.ts';
import { versionNames, versions } from '../actions/ehr.ts';
import { chartIsOpen, openChart } from '../actions/open-chart.ts';
import { chooseAndSignIn, signInAsPatient } from '../actions/sign-in.ts';
import { expectTraffic, launched, opened } from '../actions/traffic.ts';
import { visitedOrigins } from '../actions/visited-origins.ts';
import type { CreatedSession, SandboxClient } from '../fixtures.ts';
import { expect, test } from './situation.ts';

const alert = (page: Page) => page.getByRole('alert');
const patient = { chart: 'child-tim', persona: 'patient' } as const;
const cleanAddress = /\/\?state=[0-9a-f]{32}$/;
const notExchanged = { tokenCalls: [], asked: launched } as const;

/** “More information” leads to the authorization server's own page about the error. */
async function expectMoreInformation(page: Page, authorization: string, error: string) {
  const opening = page.context().waitForEvent('page');
  await page.getByRole('link', { name: 'More information' }).click();
  const more = await opening;
  await expect(more.getByRole('heading', { name: 'About this error' })).toBeVisible();
  expect(more.url()).toBe(`${authorization}/errors/${error}`);
  await more.close();
}

test('situation 5: somebody denies the access: words, more information, and a way to try again', async ({
  page,
  sandbox,
  addresses,
}) => {
  const session = await sandbox.createSession(patient);
  await page.goto(session.launchUrl);
  await chooseAndSignIn(page, /Tim/);
  await page.getByRole('button', { name: 'Deny' }).click();
  await expect(alert(page)).toContainText('Access was not allowed');
  await expect(page).toHaveURL(cleanAddress);
  await expect(page.getByText(childrensWords)).toHaveCount(0);
  await expectMoreInformation(page, addresses.authorization, 'access_denied');
  await expectTraffic(sandbox, session, {
    tokenCalls: [],
    asked: { ...launched, signIn: 3 },
  });

  await page.getByRole('button', { name: 'Try again' }).click();
  await signInAsPatient(page, /Tim/);
  await chartIsOpen(page);
  await expectTraffic(sandbox, session, {
    tokenCalls: ['code'],
    asked: { ...opened, discovery: 4, metadata: 2, authorize: 2, signIn: 6 },
  });
});

for (const { fault, error, fhirVersion } of [
  { fault: 'accessDenied', error: 'access_denied', fhirVersion: 'dstu2' },
  { fault: 'invalidScope', error: 'invalid_scope', fhirVersion: 'dstu2' },
  { fault: 'invalidScope', error: 'invalid_scope', fhirVersion: 'r4' },
  { fault: 'invalidClient', error: 'invalid_client', fhirVersion: 'r4' },
] as const) {
  test(`situation 6: an EHR’s launch is answered with ${error}: words, the error folded away, and a way to try again (${versionNames[fhirVersion]})`, async ({
    page,
    sandbox,
    addresses,
  }) => {
    const faults = [{ name: fault, times: 1 }];
    const session = await sandbox.createSession({ chart: 'child-tim', fhirVersion, faults });
    await page.goto(session.launchUrl);
    await expect(alert(page)).toContainText(
      error === 'access_denied' ? 'Access was not allowed' : 'refused the sign-in',
    );
    await expect(page).toHaveURL(cleanAddress);
    await expect(alert(page).getByText(error)).toBeHidden();
    await alert(page).getByText('Details', { exact: true }).click();
    await expect(alert(page)).toContainText(`error: ${error}: the sandbox plays ${error}`);
    await expectMoreInformation(page, addresses.authorization, error);
    await expectTraffic(sandbox, session, notExchanged);

    await page.getByRole('button', { name: 'Try again' }).click();
    await chartIsOpen(page);
    await expectTraffic(sandbox, session, {
      tokenCalls: ['code'],
      asked: { ...opened, discovery: 4, metadata: 2, authorize: 2 },
    });
  });
}

/** A launch of this tab is under way: its state is known, its sign-in page is open. */
async function launchUnderWay(
  page: Page,
  sandbox: SandboxClient,
  session: CreatedSession,
): Promise<string> {
  await page.goto(session.launchUrl);
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  return (await authorizeRequest(sandbox, session)).get('state') ?? '';
}

test('situation 7: an answer that no launch of this tab asked for reaches nobody', async ({
  page,
  context,
  sandbox,
  addresses,
}) => {
  const session = await sandbox.createSession({ chart: 'child-tim' });
  const origins = visitedOrigins(context);
  for (const answer of ['code=stolen', 'error=access_denied']) {
    await page.goto(`${addresses.app}?state=${'0123456789abcdef'.repeat(2)}&${answer}`);
    await expect(alert(page)).toContainText('Open the chart again');
    await expect(page).toHaveURL(cleanAddress);
  }
  for (const answer of ['code=stolen', 'error=access_denied']) {
    await page.goto(`${addresses.app}?${answer}`);
    await expect(page.getByRole('button', { name: /^Sign in to/ }).first()).toBeVisible();
  }
  expect([...origins]).toEqual([new URL(addresses.app).origin]);
  await expectTraffic(sandbox, session, { tokenCalls: [], asked: {} });
});

for (const fhirVersion of versions) {
  test(`situation 7: a forged code for a launch under way ends in words and is tried once (${versionNames[fhirVersion]})`, async ({
    page,
    sandbox,
    addresses,
  }) => {
    const session = await sandbox.createSession({ ...patient, fhirVersion });
    const state = await launchUnderWay(page, sandbox, session);
    await page.goto(`${addresses.app}?state=${state}&code=forged`);
    await expect(alert(page)).toContainText('The sign-in could not be completed.');
    await page.reload();
    await expect(alert(page)).toContainText('This sign-in was used already.');
    await page.goto(`${addresses.app}?state=${state}&code=forged-again`);
    await expect(alert(page)).toContainText('This sign-in was used already.');
    await expectTraffic(sandbox, session, {
      tokenCalls: ['code'],
      asked: launched,
    });
  });
}

/** Opens the chart and tells the address with which the authorization server sent the browser back. */
async function openAndRemember(page: Page, session: CreatedSession): Promise<string> {
  const returned = page.waitForRequest((request) => request.url().includes('code='));
  await openChart(page, session);
  return (await returned).url();
}

for (const fhirVersion of versions) {
  test(`situation 8: the way back is taken again in the same tab: the chart resumes, the code is not sent twice (${versionNames[fhirVersion]})`, async ({
    page,
    sandbox,
  }) => {
    const session = await sandbox.createSession({ chart: 'child-tim', fhirVersion });
    const address = await openAndRemember(page, session);
    await page.goto(address);
    await chartIsOpen(page);
    await expect(page.getByRole('heading', { name: tim.name })).toBeVisible();
    await expect(page).toHaveURL(cleanAddress);
    await expectTraffic(sandbox, session, {
      tokenCalls: ['code'],
      asked: { ...opened, Patient: 2, DiagnosticReport: 2, DocumentReference: 2 },
    });
  });

  test(`situation 9: the way back is taken in another tab: it asks to open the chart again (${versionNames[fhirVersion]})`, async ({
    page,
    context,
    sandbox,
  }) => {
    const session = await sandbox.createSession({ chart: 'child-tim', fhirVersion });
    const address = await openAndRemember(page, session);
    const elsewhere = await context.newPage();
    await elsewhere.goto(address);
    await expect(alert(elsewhere)).toContainText('Open the chart again');
    await expect(elsewhere).not.toHaveURL(/code=/);
    await expect(elsewhere.getByText(childrensWords)).toHaveCount(0);
    await expectTraffic(sandbox, session, { tokenCalls: ['code'], asked: opened });
  });

  test(`situation 10: a code that expired on its way is said, and opens the chart on trying again (${versionNames[fhirVersion]})`, async ({
    page,
    sandbox,
    addresses,
  }) => {
    const session = await sandbox.createSession({ ...patient, fhirVersion });
    let late = 1;
    await page.route(/\/token$/, async (route) => {
      if (late > 0) await sandbox.advance(session, 6 * 60_000);
      late -= 1;
      await route.continue();
    });
    await page.goto(session.launchUrl);
    await signInAsPatient(page, /Tim/);
    await expect(alert(page)).toContainText('The sign-in could not be completed.');
    await expectMoreInformation(page, addresses.authorization, 'invalid_grant');
    const asked = { ...launched, signIn: 3 };
    await expectTraffic(sandbox, session, { tokenCalls: ['code'], asked });
    await page.getByRole('button', { name: 'Try again' }).click();
    await signInAsPatient(page, /Tim/);
    await chartIsOpen(page);
    await expectTraffic(sandbox, session, {
      tokenCalls: ['code', 'code'],
      asked: { ...opened, discovery: 4, metadata: 2, authorize: 2, signIn: 6 },
    });
  });
}

for (const { name, status, error } of [
  { name: 'invalidGrant', status: 400, error: 'invalid_grant' },
  { name: 'invalidClient', status: 401, error: 'invalid_client' },
] as const) {
  test(`situation 10: an exchange refused with ${error} (${status}) is words, with what the server says of it folded away`, async ({
    page,
    sandbox,
    addresses,
  }) => {
    const faults = [{ name, on: 'POST token/code' }];
    const session = await sandbox.createSession({ chart: 'child-tim', faults });
    await page.goto(session.launchUrl);
    await expect(alert(page)).toContainText('The sign-in could not be completed.');
    await expect(page).toHaveURL(cleanAddress);
    const said = `error: ${error}: the sandbox plays ${error}`;
    await expect(alert(page).getByText(said)).toBeHidden();
    await alert(page).getByText('Details', { exact: true }).click();
    await expect(alert(page).getByText(said)).toBeVisible();
    await expect(alert(page).getByText(`status: ${status}`)).toBeVisible();
    await expectMoreInformation(page, addresses.authorization, error);
    await expectTraffic(sandbox, session, { tokenCalls: ['code'], asked: launched });
  });
}

test('situation 10: an exchange answered with a sign-in page is words, not an empty page', async ({
  page,
  sandbox,
}) => {
  const faults = [{ name: 'loginPage', on: 'POST token/code' }] as const;
  const session = await sandbox.createSession({ chart: 'child-tim', faults });
  await page.goto(session.launchUrl);
  await expect(alert(page)).toContainText(/could not be completed|gave no access/);
  await expect(page).toHaveURL(cleanAddress);
  await expectTraffic(sandbox, session, { tokenCalls: ['code'], asked: launched });
});

for (const fhirVersion of versions) {
  test(`situation 11: a page that is loaded anew while the code is on its way sends it once (${versionNames[fhirVersion]})`, async ({
    page,
    sandbox,
  }) => {
    const faults = [{ name: 'slow', on: 'POST token/code', milliseconds: 1000 }] as const;
    const session = await sandbox.createSession({ chart: 'child-tim', fhirVersion, faults });
    const exchange = page.waitForRequest(/\/token$/);
    await page.goto(session.launchUrl);
    await exchange;
    await page.reload();
    await expect(alert(page)).toContainText('This sign-in was used already.');
    await expectTraffic(sandbox, session, { tokenCalls: ['code'], asked: launched });
  });
}

for (const fhirVersion of versions) {
  test(`situation 62: an answer that names its issuer opens the chart; one that names another, or none, is refused (${versionNames[fhirVersion]})`, async ({
    page,
    sandbox,
    addresses,
  }) => {
    for (const named of [{ iss: `${addresses.authorization}/tenants/other/oidc` }, {}]) {
      const session = await sandbox.createSession({ ...patient, fhirVersion, responseIss: true });
      const state = await launchUnderWay(page, sandbox, session);
      const forged = new URLSearchParams({ state, code: 'mixed-up', ...named });
      await page.goto(`${addresses.app}?${forged}`);
      await expect(alert(page)).toContainText('another server than the one that was asked');
      await expectTraffic(sandbox, session, notExchanged);
    }
    const session = await sandbox.createSession({
      chart: 'child-tim',
      fhirVersion,
      responseIss: true,
    });
    await openChart(page, session);
    await expectTraffic(sandbox, session, { tokenCalls: ['code'], asked: opened });
  });
}
