/** Ways into a chart, and addresses that are none. */
import type { BrowserContext, Page } from '@playwright/test';
import type { FhirVersion } from '../../sandbox/session.ts';
import { clientId, patientsClientId } from '../../sandbox/smart/authorize-request.ts';
import { authorizeRequest } from '../actions/authorize-request.ts';
import { changeIssuers, splitIssuers } from '../actions/change-config.ts';
import { tim, timIsOpen } from '../actions/children.ts';
import { versionNames, versions } from '../actions/ehr.ts';
import { chartIsOpen, openChart, openDocument } from '../actions/open-chart.ts';
import { chooseAndSignIn, signInAsPatient } from '../actions/sign-in.ts';
import { expectTraffic, launched, opened } from '../actions/traffic.ts';
import { visitedOrigins } from '../actions/visited-origins.ts';
import type { CreatedSession, SandboxClient } from '../fixtures.ts';
import { expect, test } from './situation.ts';

const alert = (page: Page) => page.getByRole('alert');
const patientOf = (page: Page) => page.getByRole('region', { name: 'Patient' });
const nothing = { tokenCalls: [], asked: {} } as const;
const read = ['Patient', 'Encounter', 'DiagnosticReport', 'DocumentReference', 'Binary'];
const openedChart = { tokenCalls: ['code'], asked: opened } as const;

/** An EHR opens the chart in a tab; with and without a patient banner of its own, the patient is named. */
async function openFromEhr(page: Page, sandbox: SandboxClient, fhirVersion: FhirVersion) {
  for (const needPatientBanner of [true, false]) {
    const session = await sandbox.createSession({
      chart: 'child-tim',
      fhirVersion,
      needPatientBanner,
    });
    await openChart(page, session);
    await timIsOpen(page);
    await expect(patientOf(page)).toContainText('Zoë Brandt, MD');
    await expect(page).toHaveURL(/\/\?state=[0-9a-f]{32}#[0-9a-f]{12}$/);
    await expectTraffic(sandbox, session, { ...openedChart, asked: { ...opened, Binary: 1 } });
    const asked = await authorizeRequest(sandbox, session);
    expect(asked.get('scope')?.split(' ')).toContain('launch');
    expect(asked.get('launch')).not.toBeNull();
    expect(asked.get('aud')).toBe(session.iss);
    const lists = (await sandbox.requests(session)).filter(
      ({ method, url }) => method === 'GET' && /\/(DiagnosticReport|DocumentReference)\?/.test(url),
    );
    for (const { url } of lists) expect(url).toMatch(/\?patient=4711020&_count=100$/);
  }
}

test('situation 1: an EHR opens a chart on DSTU2', async ({ page, sandbox }) => {
  await openFromEhr(page, sandbox, 'dstu2');
});

test('situation 2: an EHR opens a chart on R4', async ({ page, sandbox }) => {
  await openFromEhr(page, sandbox, 'r4');
});

for (const { scopes, verb } of [
  { scopes: 'v1', verb: 'read' },
  { scopes: 'v2', verb: 'read' },
  { scopes: 'v2only', verb: 'rs' },
] as const) {
  test(`situation 2: a server whose discovery offers ${scopes} is asked for .${verb} alone, and a document opens`, async ({
    page,
    sandbox,
  }) => {
    const session = await sandbox.createSession({ chart: 'child-tim', scopes });
    await openChart(page, session);
    await timIsOpen(page);
    const asked = (await authorizeRequest(sandbox, session)).get('scope')?.split(' ') ?? [];
    expect(asked.filter((scope) => scope.includes('/'))).toEqual(
      read.map((type) => `patient/${type}.${verb}`),
    );
    await expectTraffic(sandbox, session, { ...openedChart, asked: { ...opened, Binary: 1 } });
  });
}

for (const fhirVersion of versions) {
  test(`situation 3: a patient opens the own record, without any launch code (${versionNames[fhirVersion]})`, async ({
    page,
    sandbox,
    addresses,
  }) => {
    const session = await sandbox.createSession({
      chart: 'child-tim',
      persona: 'patient',
      fhirVersion,
    });
    expect(new URL(session.launchUrl).search).toBe(`?${new URLSearchParams({ iss: session.iss })}`);
    await page.goto(session.launchUrl);
    await signInAsPatient(page, /Tim/);
    await timIsOpen(page);
    await expect(patientOf(page)).not.toContainText('Zoë Brandt');
    const asked = await authorizeRequest(sandbox, session);
    const scopes = asked.get('scope')?.split(' ') ?? [];
    expect(scopes).toContain('launch/patient');
    expect(scopes).not.toContain('launch');
    expect(asked.has('launch')).toBe(false);
    expect(asked.get('aud')).toBe(session.iss);
    expect(asked.get('redirect_uri')).toBe(addresses.app);
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('state')).toMatch(/^[0-9a-f]{32}$/);
    await expectTraffic(sandbox, session, {
      tokenCalls: ['code'],
      asked: { ...opened, signIn: 3, Binary: 1 },
    });
  });

  test(`situation 3: of a server that is configured twice, an EHR’s launch takes the clinicians’ client, a sign-in the patients’ (${versionNames[fhirVersion]})`, async ({
    page,
    sandbox,
  }) => {
    await splitIssuers(page, patientsClientId);
    const exchanges: (string | null)[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/token'))
        exchanges.push(new URLSearchParams(request.postData() ?? '').get('client_id'));
    });
    const clinician = await sandbox.createSession({ chart: 'child-tim', fhirVersion });
    await openChart(page, clinician);
    await expectTraffic(sandbox, clinician, openedChart);
    const patient = await sandbox.createSession({
      chart: 'child-tim',
      persona: 'patient',
      fhirVersion,
    });
    await page.goto(patient.launchUrl);
    await signInAsPatient(page, /Tim/);
    await timIsOpen(page);
    expect((await authorizeRequest(sandbox, clinician)).get('client_id')).toBe(clientId);
    expect((await authorizeRequest(sandbox, patient)).get('client_id')).toBe(patientsClientId);
    expect(exchanges).toEqual([clientId, patientsClientId]);
    await expectTraffic(sandbox, patient, {
      tokenCalls: ['code'],
      asked: { ...opened, signIn: 3, Binary: 1 },
    });
  });

  test(`situation 4: somebody signs in and consents on the record system’s own pages (${versionNames[fhirVersion]})`, async ({
    page,
    context,
    addresses,
    toldTheToken,
  }) => {
    const exchanges: string[] = [];
    context.on('request', (request) => {
      if (request.url().endsWith('/token')) exchanges.push(request.postData() ?? '');
    });
    await page.goto(addresses.app);
    await page
      .getByRole('button', { name: `Sign in to Sandbox EHR, ${versionNames[fhirVersion]}` })
      .click();
    await chooseAndSignIn(page, /Marion Castellan/);
    expect(new URL(page.url()).origin).toBe(addresses.authorization);
    await page.getByRole('button', { name: 'Approve' }).click();
    await chartIsOpen(page);
    await expect(patientOf(page).getByRole('heading', { name: 'Marion Castellan' })).toBeVisible();
    await openDocument(page, 'Headache Clinic Note', 'HTML');
    expect(exchanges).toHaveLength(1);
    expect(exchanges[0]).toContain('grant_type=authorization_code');
    expect(toldTheToken.length).toBeGreaterThan(0);
    expect(
      toldTheToken.filter((url) => !url.startsWith(`${addresses.fhir}/${fhirVersion}/demo/`)),
    ).toEqual([]);
  });
}

/** Nobody but the app's own server was asked. */
function expectAlone(origins: ReadonlySet<string>, app: string): void {
  expect([...origins]).toEqual([new URL(app).origin]);
}

test('situation 12: opened without a launch, the app says what it is, or that the chart must be opened again', async ({
  page,
  context,
  addresses,
}) => {
  const origins = visitedOrigins(context);
  for (const query of ['', '?launch=abc', '?error=access_denied']) {
    await page.goto(`${addresses.app}${query}`);
    await expect(page.getByRole('button', { name: /^Sign in to/ }).first()).toBeVisible();
  }
  await page.goto(`${addresses.app}?state=${'0123456789abcdef'.repeat(2)}#0123456789ab`);
  await expect(alert(page)).toContainText('Open the chart again');
  expectAlone(origins, addresses.app);
});

test('situation 13: a server that is not configured is refused before anybody is asked', async ({
  page,
  context,
  sandbox,
  addresses,
}) => {
  const session = await sandbox.createSession({ chart: 'child-tim' });
  const { id } = session;
  const origins = visitedOrigins(context);
  for (const iss of [
    `${addresses.storage}/${id}/r4`,
    `${addresses.fhir}/dstu2/${id}/deeper`,
    `${addresses.fhir}/stu3/${id}`,
    `${addresses.fhir}/r4/${id}?x=1`,
    `${addresses.fhir}/r4/..%2f${id}`,
    addresses.fhir.replace('://', '://user@'),
  ]) {
    await page.goto(`${addresses.app}?${new URLSearchParams({ iss, launch: 'abc' })}`);
    await expect(alert(page), iss).toContainText(
      `not set up for the record system at ${new URL(iss).host}`,
    );
  }
  expectAlone(origins, addresses.app);
  await expectTraffic(sandbox, session, nothing);
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

test('situation 14: an address cannot choose the server, the patient or the client', async ({
  page,
  context,
  sandbox,
  addresses,
}) => {
  const session = await sandbox.createSession({ chart: 'child-tim' });
  const injected = injection(addresses.storage, session.id);
  const origins = visitedOrigins(context);
  await page.goto(`${addresses.app}?${injected}`);
  await expect(page.getByRole('button', { name: /^Sign in to/ }).first()).toBeVisible();
  expectAlone(origins, addresses.app);
  await expectTraffic(sandbox, session, nothing);

  await page.goto(`${session.launchUrl}&${injected}`);
  await chartIsOpen(page);
  await expect(page.getByRole('heading', { name: tim.name })).toBeVisible();
  await expect(page).toHaveURL(/\/\?state=[0-9a-f]{32}$/);
  await expectTraffic(sandbox, session, openedChart);
  const asked = (await sandbox.requests(session)).map(({ url }) => url).join('\n');
  expect(asked).not.toMatch(/evil|4711021/);
});

const discoveries = ['GET .well-known/smart-configuration', 'GET metadata'];

for (const { fault, fhirVersion, says } of [
  { fault: '404', fhirVersion: 'dstu2', says: 'did not say how to sign in' },
  { fault: '404', fhirVersion: 'r4', says: 'did not say how to sign in' },
  { fault: 'noCors', fhirVersion: 'dstu2', says: 'did not say how to sign in' },
  { fault: 'reset', fhirVersion: 'r4', says: 'did not say how to sign in' },
] as const) {
  test(`situation 15: discovery ends in ${fault}, and Try again asks anew (${versionNames[fhirVersion]})`, async ({
    page,
    sandbox,
  }) => {
    const faults = discoveries.map((on) => ({ name: fault, on, times: 1 }));
    const session = await sandbox.createSession({ chart: 'child-tim', fhirVersion, faults });
    await page.goto(session.launchUrl);
    await expect(alert(page)).toContainText(says);
    const { discovery, metadata } = launched;
    await expectTraffic(sandbox, session, {
      tokenCalls: [],
      asked: { discovery: 1, metadata: 1 },
    });
    await page.getByRole('button', { name: 'Try again' }).click();
    await chartIsOpen(page);
    await expectTraffic(sandbox, session, {
      tokenCalls: ['code'],
      asked: { ...opened, discovery: 1 + (discovery ?? 0), metadata: 1 + (metadata ?? 0) },
    });
  });
}

test('situation 15: a server that names its endpoints in its metadata alone opens the chart (DSTU2)', async ({
  page,
  sandbox,
}) => {
  const session = await sandbox.createSession({
    chart: 'child-tim',
    fhirVersion: 'dstu2',
    discovery: 'metadata',
  });
  await openChart(page, session);
  await expectTraffic(sandbox, session, {
    tokenCalls: ['code'],
    asked: { ...opened, metadata: 2 },
  });
});

for (const { pkce, ends } of [
  { pkce: 'always', ends: 'challenged' },
  { pkce: 'ifAdvertised', ends: 'unchallenged' },
  { pkce: 'required', ends: 'refused' },
] as const) {
  test(`situation 16: a server that does not advertise S256 is ${ends} where the policy is “${pkce}”`, async ({
    page,
    sandbox,
  }) => {
    await changeIssuers(page, { pkce });
    const session = await sandbox.createSession({ chart: 'child-tim', advertisePkce: false });
    await page.goto(session.launchUrl);
    if (ends === 'refused') {
      await expect(alert(page)).toContainText('does not offer the protection of sign-in (PKCE)');
      await expectTraffic(sandbox, session, {
        tokenCalls: [],
        asked: { discovery: 1, metadata: 1 },
      });
      return;
    }
    await chartIsOpen(page);
    await expectTraffic(sandbox, session, openedChart);
    const asked = await authorizeRequest(sandbox, session);
    expect(asked.get('code_challenge_method')).toBe(ends === 'challenged' ? 'S256' : null);
  });
}

for (const fhirVersion of versions) {
  test(`situation 17: a token without a patient opens nobody’s chart (${versionNames[fhirVersion]})`, async ({
    page,
    sandbox,
  }) => {
    const session = await sandbox.createSession({
      chart: 'child-tim',
      fhirVersion,
      tokenFields: { patient: null },
    });
    await page.goto(session.launchUrl);
    await expect(alert(page)).toContainText('did not say whose chart to open');
    expect(await page.evaluate(() => JSON.stringify(Object.values(sessionStorage)))).not.toContain(
      'access_token',
    );
    await expectTraffic(sandbox, session, { tokenCalls: ['code'], asked: launched });
  });
}

/** Signs in as the patient and approves all but the scopes whose line says `left`. */
async function approveWithout(page: Page, session: CreatedSession, left: RegExp): Promise<void> {
  await page.goto(session.launchUrl);
  await chooseAndSignIn(page, /Tim/);
  await page.getByRole('checkbox', { name: left }).uncheck();
  await page.getByRole('button', { name: 'Approve' }).click();
  await chartIsOpen(page);
}

for (const fhirVersion of versions) {
  test(`situation 18: without leave to read reports the documents are listed, and what is missing is named (${versionNames[fhirVersion]})`, async ({
    page,
    sandbox,
  }) => {
    const session = await sandbox.createSession({
      chart: 'child-tim',
      persona: 'patient',
      fhirVersion,
    });
    await approveWithout(page, session, /DiagnosticReport/);
    await expect(page.getByText('not given access to: Diagnostic reports')).toBeVisible();
    await openDocument(page, 'Summary of Care', 'XML');
    const { DiagnosticReport: _, ...asked } = opened;
    await expectTraffic(sandbox, session, {
      tokenCalls: ['code'],
      asked: { ...asked, signIn: 3, Binary: 1 },
    });
  });
}

test('situation 18: without leave to read the name, that is said and the list is there', async ({
  page,
  sandbox,
}) => {
  const session = await sandbox.createSession({ chart: 'child-tim', persona: 'patient' });
  await approveWithout(page, session, /Patient\.read/);
  await expect(patientOf(page)).toContainText('Identity not available');
  await expect(page.getByRole('row', { name: /^Well Child Visit/ })).toBeVisible();
  const { Patient: _, ...asked } = opened;
  await expectTraffic(sandbox, session, { tokenCalls: ['code'], asked: { ...asked, signIn: 3 } });
});

test('situation 18: without leave to read contents, a document says that it is not allowed', async ({
  page,
  sandbox,
}) => {
  const session = await sandbox.createSession({ chart: 'child-tim', persona: 'patient' });
  await approveWithout(page, session, /Binary/);
  await openDocument(page, 'Well Child Visit', 'HTML');
  await expect(page.getByRole('main').getByRole('alert')).toContainText('does not allow this');
  await expectTraffic(sandbox, session, {
    tokenCalls: ['code'],
    asked: { ...opened, signIn: 3, Binary: 1 },
  });
});

for (const { scope, title, fhirVersion } of [
  { scope: null, title: 'leaves out the scopes', fhirVersion: 'dstu2' },
  { scope: null, title: 'leaves out the scopes', fhirVersion: 'r4' },
  { scope: ['patient/*.read'], title: 'gives the scopes as a list', fhirVersion: 'r4' },
] as const) {
  test(`situation 19: a token answer that ${title} opens the chart and can be renewed (${versionNames[fhirVersion]})`, async ({
    page,
    sandbox,
  }) => {
    const session = await sandbox.createSession({
      chart: 'child-tim',
      fhirVersion,
      tokenFields: { scope },
    });
    await openChart(page, session);
    await sandbox.advance(session, 571_000);
    await timIsOpen(page);
    await expectTraffic(sandbox, session, {
      tokenCalls: ['code', 'refresh'],
      asked: { ...opened, Binary: 2 },
    });
  });
}

for (const fhirVersion of versions) {
  test(`situation 24: in a window that another one opened and named, the chart opens in place (${versionNames[fhirVersion]})`, async ({
    page,
    sandbox,
    addresses,
  }) => {
    const session = await sandbox.createSession({ chart: 'child-tim', fhirVersion });
    await page.goto(addresses.ehr);
    await page.evaluate(() => {
      Reflect.set(window, 'heard', 0);
      addEventListener('message', () => Reflect.set(window, 'heard', 1));
    });
    const opening = page.waitForEvent('popup');
    await page.evaluate((url) => void window.open(url, 'chart-window'), session.launchUrl);
    const popup = await opening;
    await timIsOpen(popup);
    expect(await popup.evaluate(() => window.opener !== null)).toBe(true);
    expect(popup.isClosed()).toBe(false);
    expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toBe(0);
    await expectTraffic(sandbox, session, {
      tokenCalls: ['code'],
      asked: { ...opened, Binary: 1 },
    });
  });
}

test('situation 63: an address that names something twice is refused before anybody is asked', async ({
  page,
  context,
  sandbox,
  addresses,
}) => {
  const session = await sandbox.createSession({ chart: 'child-tim' });
  await refuseTwice(page, context, session, addresses);
  await expectTraffic(sandbox, session, nothing);
});

async function refuseTwice(
  page: Page,
  context: BrowserContext,
  { id, launchUrl }: CreatedSession,
  { app, storage }: { readonly app: string; readonly storage: string },
): Promise<void> {
  const origins = visitedOrigins(context);
  const back = `${app}?state=${'0'.repeat(32)}&code=first`;
  for (const [address, name] of [
    [launchUrl, 'iss'],
    [launchUrl, 'launch'],
    [back, 'code'],
    [back, 'state'],
  ] as const) {
    await page.goto(`${address}&${new URLSearchParams({ [name]: `${storage}/${id}` })}`);
    await expect(alert(page)).toContainText(`names “${name}” more than once`);
  }
  expectAlone(origins, app);
}
