/** Ways in that are refused, or granted in part: in words, and before anybody is asked who should not be. */
import type { Page } from '@playwright/test';
import type { LoggedRequest } from '../sandbox/session.ts';
import { chartIsOpen, openChart, openDocument } from './actions/open-chart.ts';
import { chooseAndSignIn, signInAsPatient } from './actions/sign-in.ts';
import { visitedOrigins } from './actions/visited-origins.ts';
import { expect, test, type SandboxClient } from './fixtures.ts';

const exchanges = (requests: readonly LoggedRequest[]) =>
  requests.filter(({ grantType }) => grantType === 'authorization_code');

const alert = (page: Page) => page.getByRole('alert');

test.describe('consent', () => {
  const patient = { chart: 'child-tim', persona: 'patient' } as const;

  test('denied is said in words, with more information and a way to try again', async ({
    page,
    context,
    sandbox,
    addresses,
  }) => {
    const session = await sandbox.createSession(patient);
    await page.goto(session.launchUrl);
    await chooseAndSignIn(page, /Tim/);
    await page.getByRole('button', { name: 'Deny' }).click();
    await expect(alert(page)).toContainText('Access was not allowed');
    await expect(page).toHaveURL(/\/\?state=[0-9a-f]{32}$/);
    expect(exchanges(await sandbox.requests(session))).toEqual([]);

    const opened = context.waitForEvent('page');
    await page.getByRole('link', { name: 'More information' }).click();
    const more = await opened;
    await expect(more.getByRole('heading', { name: 'About this error' })).toBeVisible();
    expect(more.url()).toBe(`${addresses.authorization}/errors/access_denied`);

    await page.getByRole('button', { name: 'Try again' }).click();
    await signInAsPatient(page, /Tim/);
    await chartIsOpen(page);
  });

  test('without reports leaves the documents, and says what is missing', async ({
    page,
    sandbox,
  }) => {
    await approveWithout(page, await sandbox.createSession(patient), /DiagnosticReport/);
    await chartIsOpen(page);
    await expect(page.getByText('not given access to: Diagnostic reports')).toBeVisible();
    await expect(page.getByRole('row', { name: /^Summary of Care/ })).toBeVisible();
    await openDocument(page, 'Summary of Care', 'XML');
  });

  test('without the patient’s name says so, and keeps the list', async ({ page, sandbox }) => {
    await approveWithout(page, await sandbox.createSession(patient), /Patient\.read/);
    await chartIsOpen(page);
    const region = page.getByRole('region', { name: 'Patient' });
    await expect(region).toContainText('Identity not available');
    await expect(page.getByRole('row', { name: /^Well Child Visit/ })).toBeVisible();
  });

  test('without the content of documents says at the document that it is not allowed', async ({
    page,
    sandbox,
  }) => {
    await approveWithout(page, await sandbox.createSession(patient), /Binary/);
    await chartIsOpen(page);
    await openDocument(page, 'Well Child Visit', 'HTML');
    await expect(page.getByRole('main').getByRole('alert')).toContainText('does not allow this');
  });
});

/** Signs in and approves all but the scopes whose line says `left`. */
async function approveWithout(
  page: Page,
  session: { readonly launchUrl: string },
  left: RegExp,
): Promise<void> {
  await page.goto(session.launchUrl);
  await chooseAndSignIn(page, /Tim/);
  await page.getByRole('checkbox', { name: left }).uncheck();
  await page.getByRole('button', { name: 'Approve' }).click();
}

test.describe('an address', () => {
  test('naming a server that is not configured is refused before anybody is asked', async ({
    page,
    context,
    sandbox,
    addresses,
  }) => {
    const session = await sandbox.createSession({ chart: 'child-tim' });
    const origins = visitedOrigins(context);
    const iss = `${addresses.storage}/${session.id}/r4`;
    await page.goto(`${addresses.app}?${new URLSearchParams({ iss, launch: 'abc' })}`);
    await expect(alert(page)).toContainText(`not set up for the record system at ${hostOf(iss)}`);
    expect([...origins]).toEqual([new URL(addresses.app).origin]);
    expect(await sandbox.requests(session)).toEqual([]);
  });

  test('naming a configured server under another path is refused as well', async ({
    page,
    context,
    sandbox,
    addresses,
  }) => {
    const { id } = await sandbox.createSession({ chart: 'child-tim' });
    const origins = visitedOrigins(context);
    for (const iss of [
      `${addresses.fhir}/dstu2/${id}/deeper`,
      `${addresses.fhir}/stu3/${id}`,
      `${addresses.fhir}/r4/${id}?x=1`,
      `${addresses.fhir}/r4/..%2f${id}`,
      addresses.fhir.replace('://', '://user@'),
    ]) {
      await page.goto(`${addresses.app}?${new URLSearchParams({ iss })}`);
      await expect(alert(page), iss).toContainText('not set up for the record system');
    }
    expect([...origins]).toEqual([new URL(addresses.app).origin]);
  });

  test('naming something twice is refused before anybody is asked', async ({
    page,
    context,
    sandbox,
    addresses,
  }) => {
    const session = await sandbox.createSession({ chart: 'child-tim' });
    const origins = visitedOrigins(context);
    for (const name of ['iss', 'launch']) {
      const other = new URLSearchParams({ [name]: `${addresses.storage}/${session.id}` });
      await page.goto(`${session.launchUrl}&${other}`);
      await expect(alert(page)).toContainText(`names “${name}” more than once`);
    }
    expect([...origins]).toEqual([new URL(addresses.app).origin]);
  });

  test('cannot choose the server, the patient or the client behind the launch’s back', async ({
    page,
    sandbox,
    addresses,
  }) => {
    const session = await sandbox.createSession({ chart: 'child-tim' });
    const injected = injection(addresses.storage, session.id);
    await page.goto(`${session.launchUrl}&${injected}`);
    await chartIsOpen(page);
    await expect(page.getByRole('heading', { name: 'Tim Grant' })).toBeVisible();
    await expect(page).toHaveURL(/\/\?state=[0-9a-f]{32}$/);
    const requests = await sandbox.requests(session);
    expect(requests.filter(({ origin }) => origin === 'storage')).toEqual([]);
    expect(requests.map(({ url }) => url).join('\n')).not.toMatch(/evil|4711021/);
  });

  test('with those alone opens the front page and asks nobody', async ({
    page,
    context,
    sandbox,
    addresses,
  }) => {
    const session = await sandbox.createSession({ chart: 'child-tim' });
    const origins = visitedOrigins(context);
    await page.goto(`${addresses.app}?${injection(addresses.storage, session.id)}`);
    await expect(page.getByRole('button', { name: /^Sign in to/ }).first()).toBeVisible();
    expect([...origins]).toEqual([new URL(addresses.app).origin]);
    expect(await sandbox.requests(session)).toEqual([]);
  });
});

/** What fhirclient would take from an address if it were let. */
const injection = (storage: string, id: string): string =>
  new URLSearchParams({
    fhirServiceUrl: `${storage}/${id}/evil`,
    clientId: 'evil',
    client_id: 'evil',
    patientId: '4711021',
    fakeTokenResponse: '{"access_token":"evil"}',
    scope: 'evil/*.*',
    redirectUri: `${storage}/${id}/evil`,
    pkceMode: 'disabled',
  }).toString();

const hostOf = (address: string): string => new URL(address).host;

test.describe('a return', () => {
  test('that no launch of this tab asked for is refused and asks nobody', async ({
    page,
    context,
    addresses,
  }) => {
    const origins = visitedOrigins(context);
    await page.goto(`${addresses.app}?state=${'0123456789abcdef'.repeat(2)}&code=stolen`);
    await expect(alert(page)).toContainText('Open the chart again');
    await expect(page).not.toHaveURL(/code=/);
    expect([...origins]).toEqual([new URL(addresses.app).origin]);
  });

  test('with a forged code for a launch that is under way ends in words', async ({
    page,
    sandbox,
    addresses,
  }) => {
    const session = await sandbox.createSession({ chart: 'child-tim', persona: 'patient' });
    await page.goto(session.launchUrl);
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
    const state = await stateAskedFor(sandbox, session);
    await page.goto(`${addresses.app}?state=${state}&code=forged`);
    await expect(alert(page)).toContainText('The sign-in could not be completed.');
    const [exchange] = exchanges(await sandbox.requests(session));
    expect(exchange?.status).toBe(400);
    await page.reload();
    await expect(alert(page)).toContainText('This sign-in was used already.');
    expect(exchanges(await sandbox.requests(session))).toHaveLength(1);
  });

  test('a second time resumes in its tab without a second exchange, and in another asks to open the chart again', async ({
    page,
    context,
    sandbox,
  }) => {
    const session = await sandbox.createSession({ chart: 'child-tim' });
    const returned = page.waitForRequest((request) => request.url().includes('code='));
    await openChart(page, session);
    const address = (await returned).url();

    await page.goto(address);
    await chartIsOpen(page);
    await expect(page.getByRole('heading', { name: 'Tim Grant' })).toBeVisible();
    await expect(page).toHaveURL(/\/\?state=[0-9a-f]{32}$/);

    const elsewhere = await context.newPage();
    await elsewhere.goto(address);
    await expect(alert(elsewhere)).toContainText('Open the chart again');
    await expect(elsewhere.getByText('Tim Grant')).toBeHidden();
    expect(exchanges(await sandbox.requests(session))).toHaveLength(1);
  });

  test('that names another issuer than the one asked is refused without an exchange', async ({
    page,
    sandbox,
    addresses,
  }) => {
    const options = { chart: 'child-tim', persona: 'patient', responseIss: true } as const;
    const session = await sandbox.createSession(options);
    await page.goto(session.launchUrl);
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
    const state = await stateAskedFor(sandbox, session);
    const iss = `${addresses.authorization}/tenants/other/oidc`;
    const forged = new URLSearchParams({ state, code: 'mixed-up', iss });
    await page.goto(`${addresses.app}?${forged}`);
    await expect(alert(page)).toContainText('another server than the one that was asked');
    expect(exchanges(await sandbox.requests(session))).toEqual([]);
  });

  test('that names its issuer opens the chart', async ({ page, sandbox }) => {
    await openChart(page, await sandbox.createSession({ chart: 'child-tim', responseIss: true }));
  });
});

async function stateAskedFor(
  sandbox: SandboxClient,
  session: Parameters<SandboxClient['requests']>[0],
): Promise<string> {
  const requests = await sandbox.requests(session);
  const asked = requests.find(({ url }) => url.includes('/authorize?'));
  return new URL(asked?.url ?? '', 'http://sandbox.invalid').searchParams.get('state') ?? '';
}

test.describe('a server', () => {
  test('that answers no discovery is named in words, and can be tried again', async ({
    page,
    sandbox,
  }) => {
    const session = await sandbox.createSession({
      chart: 'child-tim',
      faults: [
        { name: '404', on: 'GET .well-known/smart-configuration', times: 1 },
        { name: '404', on: 'GET metadata', times: 1 },
      ],
    });
    await page.goto(session.launchUrl);
    await expect(alert(page)).toContainText('did not say how to sign in');
    await page.getByRole('button', { name: 'Try again' }).click();
    await chartIsOpen(page);
  });

  test('that says its endpoints in metadata alone opens the chart', async ({ page, sandbox }) => {
    await openChart(
      page,
      await sandbox.createSession({
        chart: 'child-tim',
        fhirVersion: 'dstu2',
        discovery: 'metadata',
      }),
    );
  });
});
