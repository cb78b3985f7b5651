/** Ways in that end in an open chart, beside those of rows/ways-in.spec.ts. */
import type { Page } from '@playwright/test';
import { timIsOpen } from './actions/children.ts';
import { openInFrame, versionNames, versions } from './actions/ehr.ts';
import { chartIsOpen, openChart, type AppView } from './actions/open-chart.ts';
import { chooseAndSignIn, signInAsPatient } from './actions/sign-in.ts';
import { expect, test } from './fixtures.ts';

const patientOf = (app: AppView) => app.getByRole('region', { name: 'Patient' });

for (const version of versions) {
  test.describe(`on ${versionNames[version]}`, () => {
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
  await expect(patientOf(page)).toContainText('You: Mary Grant · viewing: Ada Grant');
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
