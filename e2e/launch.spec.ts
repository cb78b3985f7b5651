/** Every way in that ends in an open chart. */
import type { Page } from '@playwright/test';
import { chartIsOpen, openChart, openDocument, type AppView } from './actions/open-chart.ts';
import { openInFrame, versionNames, versions } from './actions/ehr.ts';
import { chooseAndSignIn, signInAsPatient } from './actions/sign-in.ts';
import { expect, test } from './fixtures.ts';

const patientOf = (app: AppView) => app.getByRole('region', { name: 'Patient' });

/** The chart of Tim Grant is open and his visit can be read. */
async function timIsOpen(app: AppView): Promise<void> {
  await chartIsOpen(app);
  await expect(patientOf(app).getByRole('heading', { name: 'Tim Grant' })).toBeVisible();
  await openDocument(app, 'Well Child Visit, 11 Years', 'HTML');
  const text = app.getByTitle('Well Child Visit, 11 Years').contentFrame();
  await expect(text.getByText('Influenza vaccine today.')).toBeVisible();
}

for (const version of versions) {
  test.describe(`on ${versionNames[version]}`, () => {
    test('an EHR opens the chart in a tab, without asking anybody anything', async ({
      page,
      sandbox,
    }) => {
      const session = await sandbox.createSession({ chart: 'child-tim', fhirVersion: version });
      await openChart(page, session);
      await timIsOpen(page);
      await expect(patientOf(page)).toContainText('Signed in: Zoë Brandt, MD');
      await expect(page).toHaveURL(/\/\?state=[0-9a-f]{32}#[0-9a-f]{12}$/);
    });

    test('the EHR’s page opens the chart in a frame', async ({ page, addresses }) => {
      await timIsOpen(await openInFrame(page, addresses.ehr, 'Tim Grant', version));
    });

    test('the EHR’s page opens the chart in a tab of its own', async ({ page, addresses }) => {
      await page.goto(addresses.ehr);
      await page
        .getByRole('combobox', { name: 'FHIR version' })
        .selectOption(versionNames[version]);
      const opened = page.waitForEvent('popup');
      await page.getByRole('button', { name: 'Open Tim Grant in a tab' }).click();
      await timIsOpen(await opened);
    });

    test('a patient signs in, approves and reads the own record', async ({ page, sandbox }) => {
      const session = await sandbox.createSession({
        chart: 'child-tim',
        persona: 'patient',
        fhirVersion: version,
      });
      expect(new URL(session.launchUrl).search).toBe(
        `?${new URLSearchParams({ iss: session.iss })}`,
      );
      await page.goto(session.launchUrl);
      await signInAsPatient(page, /Tim/);
      await timIsOpen(page);
      await expect(patientOf(page)).not.toContainText('Signed in');
    });

    test('a person chosen on the front page’s sign-in reads the own record', async ({
      page,
      addresses,
    }) => {
      await startOnFrontPage(page, addresses.app, versionNames[version]);
      await signInAsPatient(page, /Marion Castellan/);
      await chartIsOpen(page);
      await expect(
        patientOf(page).getByRole('heading', { name: 'Marion Castellan' }),
      ).toBeVisible();
      await openDocument(page, 'Headache Clinic Note', 'HTML');
    });
  });
}

async function startOnFrontPage(page: Page, app: string, version: string): Promise<void> {
  await page.goto(app);
  await page.getByRole('button', { name: `Sign in to Sandbox EHR, ${version}` }).click();
}

test('a parent chooses between the children, and is named beside the one chosen', async ({
  page,
  addresses,
}) => {
  await startOnFrontPage(page, addresses.app, 'R4');
  await chooseAndSignIn(page, /Mary Grant.*children/);
  await page.getByRole('radio', { name: /Ada Grant/ }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Approve' }).click();
  await chartIsOpen(page);
  await expect(patientOf(page).getByRole('heading', { name: 'Ada Grant' })).toBeVisible();
  await expect(patientOf(page)).toContainText('Signed in: Mary Grant');
});

test.describe('in a sub-path', () => {
  test('an EHR opens the chart', async ({ page, sandbox, addresses }) => {
    const session = await sandbox.createSubPathSession({ chart: 'child-tim' });
    expect(session.launchUrl.startsWith(addresses.appInSubPath)).toBe(true);
    await openChart(page, session);
    await timIsOpen(page);
    expect(page.url().startsWith(`${addresses.appInSubPath}?state=`)).toBe(true);
    await page.reload();
    await expect(page.getByRole('main')).toHaveAccessibleName(/Well Child Visit/);
  });

  test('the front page leads to a chart', async ({ page, addresses }) => {
    await startOnFrontPage(page, addresses.appInSubPath, 'DSTU2');
    await signInAsPatient(page, /Miriam Castellan/);
    await chartIsOpen(page);
    expect(page.url().startsWith(`${addresses.appInSubPath}?state=`)).toBe(true);
  });
});

test.describe('framed by another site', () => {
  // Browsers differ in what they give such a frame: Chromium as installed refuses it all storage.
  test('the chart opens there, or by the link in a tab of its own', async ({ page, addresses }) => {
    const app = await openInFrame(page, addresses.ehrOtherSite, 'Tim Grant', 'r4');
    const wayOut = app.getByRole('link', { name: 'Open in a tab of its own' });
    await expect(wayOut.or(patientOf(app))).toBeVisible();
    if (await patientOf(app).isVisible()) return timIsOpen(app);
    const opened = page.waitForEvent('popup');
    await wayOut.click();
    await timIsOpen(await opened);
  });

  test('words say what to do where the browser refuses the frame storage', async ({
    page,
    addresses,
  }) => {
    await page.addInitScript(() => {
      if (window.top === window) return;
      Object.defineProperty(window, 'sessionStorage', {
        get: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    });
    const app = await openInFrame(page, addresses.ehrOtherSite, 'Tim Grant', 'r4');
    await expect(app.getByRole('alert')).toContainText('storage');
    await expect(app.getByRole('alert')).toContainText('in a tab of its own');
  });
});
