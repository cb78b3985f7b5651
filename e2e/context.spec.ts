/** What a launch says beside the patient: the visit, the banner, the look, the document, who reads for whom. */
import type { Page } from '@playwright/test';
import { encounterId } from '../sandbox/charts/ordinary/visits.ts';
import { ada, tim } from './actions/children.ts';
import { versionNames, versions } from './actions/ehr.ts';
import { chartIsOpen, openChart } from './actions/open-chart.ts';
import { chooseAndSignIn, signInAsPatient } from './actions/sign-in.ts';
import { expect, test } from './fixtures.ts';

const patient = (page: Page) => page.getByRole('region', { name: 'Patient' });
const documents = (page: Page) => page.getByRole('region', { name: 'Documents' });
const heading = (page: Page, name: string) => patient(page).getByRole('heading', { name });

for (const fhirVersion of versions) {
  test(`a visit that the launch names can be looked at alone (${versionNames[fhirVersion]})`, async ({
    page,
    sandbox,
  }) => {
    const visit = encounterId('annual2026');
    await openChart(page, await sandbox.createSession({ encounterId: visit, fhirVersion }));
    const only = documents(page).getByRole('button', { name: 'This visit' });
    await expect(documents(page).getByText('64 documents', { exact: true })).toBeVisible();
    await only.click();
    await expect(documents(page).getByText(/^[1-9] of 64 documents$/)).toBeVisible();
    await only.click();
    await expect(documents(page).getByText('64 documents', { exact: true })).toBeVisible();
  });
}

test('the tenant that the launch names is told where the app says what it is', async ({
  page,
  sandbox,
}) => {
  const session = await sandbox.createSession({ chart: 'child-tim' });
  await openChart(page, session);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('button', { name: 'About Dossier' }).click();
  await expect(page.getByRole('dialog')).toContainText(
    `Organisation in that system: ${session.id}`,
  );
});

test('an EHR that shows the patient itself gets one line, at every width', async ({
  page,
  sandbox,
}) => {
  await openChart(page, await sandbox.createSession({ needPatientBanner: false }));
  for (const width of [1280, 400, 320]) {
    await page.setViewportSize({ width, height: 800 });
    const born = patient(page).getByText(/^born 11 Aug 1980/);
    expect(await born.evaluate((line) => line.scrollWidth <= line.clientWidth)).toBe(true);
    const box = await patient(page).boundingBox();
    expect(box?.height).toBeLessThanOrEqual(48);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      width,
    );
  }
});

test.describe('the look that an EHR asks for', () => {
  const accent = (page: Page) =>
    page.evaluate(() =>
      getComputedStyle(document.documentElement).getPropertyValue('--color-accent'),
    );

  test('is fetched without the token and worn, and gives way to the dark theme', async ({
    page,
    sandbox,
  }) => {
    const session = await sandbox.createSession({ chart: 'child-tim', smartStyle: true });
    const asked: Record<string, string>[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/smart-style.json')) asked.push(request.headers());
    });
    await openChart(page, session);
    await expect.poll(() => accent(page)).toBe('#0b5a8f');
    expect(asked.map((headers) => headers['authorization'])).toEqual([undefined]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(() => accent(page)).toBe('#85bcf5');
    await page.emulateMedia({ colorScheme: 'light' });
    await expect.poll(() => accent(page)).toBe('#0b5a8f');
  });

  for (const { title, answer, worn } of [
    { title: 'cannot be had', answer: { status: 500, body: 'no' }, worn: '' },
    {
      title: 'would be hard to read',
      answer: {
        json: { color_text: '#ccc', color_background: 'url(//x.test)', dim_border_radius: '2px' },
      },
      worn: '--radius: 2px;',
    },
  ]) {
    test(`is left aside without a word where it ${title}`, async ({ page, sandbox }) => {
      await page.route('**/smart-style.json', (route) =>
        route.fulfill({ ...answer, headers: { 'access-control-allow-origin': '*' } }),
      );
      const answered = page.waitForResponse('**/smart-style.json');
      await openChart(page, await sandbox.createSession({ chart: 'child-tim', smartStyle: true }));
      await answered;
      await expect(page.getByRole('alert')).toHaveCount(0);
      await expect
        .poll(() => page.evaluate(() => document.documentElement.style.cssText))
        .toBe(worn);
    });
  }

  test('is not asked for on a server that is not configured for it', async ({ page, sandbox }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await openChart(
      page,
      await sandbox.createSession({
        chart: 'child-tim',
        tokenFields: { smart_style_url: 'https://styles.example.org/s.json' },
      }),
    );
    await expect(page.getByRole('alert')).toHaveCount(0);
    expect(asked.filter((url) => url.includes('styles.example.org'))).toEqual([]);
  });
});

test.describe('a document that the launch names', () => {
  const summary = 'DocumentReference/610102';

  for (const { title, tokenFields } of [
    { title: 'fhirContext', tokenFields: { fhirContext: [{ reference: summary }] } },
    { title: 'intent', tokenFields: { intent: summary } },
  ]) {
    test(`by ${title} is opened once the list has it, and not again`, async ({ page, sandbox }) => {
      await openChart(page, await sandbox.createSession({ chart: 'child-tim', tokenFields }));
      await expect(page.getByRole('main')).toHaveAccessibleName('Summary of Care');
      expect(page.url()).not.toContain('610102');
      await page.goBack();
      await expect(page.getByRole('main')).not.toHaveAccessibleName('Summary of Care');
      await page.reload();
      await chartIsOpen(page);
      await expect(page.getByRole('main')).not.toHaveAccessibleName('Summary of Care');
    });
  }

  test('and the list does not have is said to be missing', async ({ page, sandbox }) => {
    const tokenFields = { fhirContext: [{ reference: 'DocumentReference/999' }] };
    await openChart(page, await sandbox.createSession({ chart: 'child-tim', tokenFields }));
    await expect(page.getByText('asked to open is not in this list')).toBeVisible();
  });
});

test('a parent is named beside the child, and viewing the other is a new sign-in', async ({
  page,
  sandbox,
}) => {
  const session = await sandbox.createSession({ persona: 'proxy' });
  const choose = async (name: RegExp) => {
    await chooseAndSignIn(page, /Mary/);
    await page.getByRole('radio', { name }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Approve' }).click();
    await chartIsOpen(page);
  };
  await page.goto(session.launchUrl);
  await choose(/Tim Grant/);
  await expect(patient(page)).toContainText('You: Mary Grant · viewing: Tim Grant');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('button', { name: 'View another person' }).click();
  await choose(/Ada Grant/);
  await expect(heading(page, ada.name)).toBeVisible();
  await expect(page.getByText(tim.name)).toHaveCount(0);
});

test('a sign-in that says something else of who signed in is refused', async ({
  page,
  sandbox,
}) => {
  const session = await sandbox.createSession({
    chart: 'child-tim',
    tokenFields: { id_token: 'e30.e30.x' },
  });
  await page.goto(session.launchUrl);
  await expect(page.getByRole('alert')).toContainText('does not fit this sign-in');
  expect(await page.evaluate(() => JSON.stringify(Object.values(sessionStorage)))).not.toContain(
    'at-',
  );
});

test.describe('without', () => {
  test('the patient’s identity only what is certainly the patient’s is listed, and another try is offered', async ({
    page,
    sandbox,
  }) => {
    const faults = [{ name: '404', on: 'GET Patient', times: 1 }] as const;
    await openChart(page, await sandbox.createSession({ chart: 'odd', faults }));
    await expect(heading(page, 'Identity not available')).toBeVisible();
    await expect(documents(page)).toContainText(
      /documents that do not say whose they are are not shown/,
    );
    await page.getByRole('searchbox', { name: 'Search documents' }).fill('Subject');
    await expect(documents(page).getByRole('row', { name: /^Subject absent/ })).toHaveCount(0);
    await patient(page).getByRole('button', { name: 'Try again' }).click();
    await expect(heading(page, 'Identity not available')).toHaveCount(0);
    await expect(documents(page).getByRole('row', { name: /^Subject absent/ })).toBeVisible();
  });

  test('contents and names the rest works, what is missing is named, and nobody is asked for it', async ({
    page,
    sandbox,
  }) => {
    const session = await sandbox.createSession({
      chart: 'child-tim',
      tokenFields: {
        scope: 'launch openid patient/DocumentReference.read patient/DiagnosticReport.read',
      },
    });
    await openChart(page, session);
    await expect(patient(page)).toContainText('not given access to who the patient is');
    await expect(documents(page)).toContainText('not given access to: contents of documents');
    await expect(documents(page).getByRole('row', { name: /^Summary of Care/ })).toBeVisible();
    const asked = await sandbox.requests(session);
    expect(asked.filter(({ url }) => url.includes('/Patient/'))).toEqual([]);
  });

  test('documents, half of which could not be asked for, a patient reads what is missing', async ({
    page,
    sandbox,
  }) => {
    const faults = [{ name: '404', on: 'GET DiagnosticReport' }] as const;
    const session = await sandbox.createSession({ chart: 'empty', persona: 'patient', faults });
    await page.goto(session.launchUrl);
    await signInAsPatient(page, /./);
    await expect(documents(page)).toContainText('None available to you of what could be asked for');
    await expect(documents(page)).toContainText('Diagnostic reports could not be loaded');
    await expect(documents(page)).not.toContainText('0 documents');
  });
});

test('a security header that does not know the record system is said to block it', async ({
  page,
  sandbox,
  addresses,
  violations,
}) => {
  const session = await sandbox.createSession({ chart: 'child-tim' });
  await page.route(`${addresses.app}?*`, async (route) => {
    const response = await route.fetch();
    const policy = response.headers()['content-security-policy'] ?? '';
    const narrowed = policy.replace(/connect-src [^;]*/, "connect-src 'self'");
    await route.fulfill({
      response,
      headers: { ...response.headers(), 'content-security-policy': narrowed },
    });
  });
  await page.goto(session.launchUrl);
  const { host } = new URL(session.iss);
  await expect(page.getByRole('alert')).toContainText(
    `A security header of this page blocks the connection to ${host}.`,
  );
  // Meant by this test.
  violations.ours.length = 0;
});
