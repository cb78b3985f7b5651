/** Each chart stays its own patient's: side by side, one after the other, over reload, Back and copies of its window. */
import type { Page } from '@playwright/test';
import type { FhirVersion } from '../../sandbox/session.ts';
import { ada, childrensWords, isChartOf, nothingIsShown, tim } from '../actions/children.ts';
import { frameOf, reloadFrame, sessionsOf, versionNames, versions } from '../actions/ehr.ts';
import { chartIsOpen, openChart, openDocument } from '../actions/open-chart.ts';
import { signOut } from '../actions/sign-out.ts';
import { expectTraffic, opened, type Asked } from '../actions/traffic.ts';
import type { Addresses } from '../servers.ts';
import { expect, test } from './situation.ts';

const once = (asked: Asked) => ({ tokenCalls: ['code'], asked }) as const;
const twiceListed: Asked = { ...opened, Patient: 2, DiagnosticReport: 2, DocumentReference: 2 };

for (const fhirVersion of versions) {
  const other = fhirVersion === 'r4' ? 'dstu2' : 'r4';
  test(`situation 20: a second launch in the same tab shows the second patient and deletes what was kept of the first, so that Back asks to open it again (${versionNames[fhirVersion]})`, async ({
    page,
    sandbox,
  }) => {
    const first = await sandbox.createSession({ chart: 'child-tim', fhirVersion: other });
    const second = await sandbox.createSession({ chart: 'child-ada', fhirVersion });
    await openChart(page, first);
    await openDocument(page, tim.document, 'HTML');
    const kept = () => page.evaluate(() => Object.keys(sessionStorage).toSorted());
    const [ofFirst = ''] = await kept();
    expect(await kept()).toEqual([ofFirst, `${ofFirst}.open`]);
    await openChart(page, second);
    await isChartOf(page, ada, tim);
    await expect(page.getByRole('main')).toHaveAccessibleName('No document is open');
    expect(await kept()).toEqual([new URL(page.url()).searchParams.get('state')]);
    await page.goBack();
    await expect(page.getByRole('alert')).toContainText('Open the chart again');
    await nothingIsShown(page);
    await page.goForward();
    await isChartOf(page, ada, tim);
    await expectTraffic(sandbox, first, once({ ...opened, Binary: 1, revoke: 2 }));
    await expectTraffic(sandbox, second, once(twiceListed));
  });
}

/** Two charts in two frames of one EHR page. */
async function openPair(page: Page, { ehr, fhir }: Addresses, fhirVersion: FhirVersion) {
  await page.goto(ehr);
  await page
    .getByRole('combobox', { name: 'FHIR version' })
    .selectOption(versionNames[fhirVersion]);
  await page.getByRole('combobox', { name: 'Left' }).selectOption(tim.name);
  await page.getByRole('combobox', { name: 'Right' }).selectOption(ada.name);
  await page.getByRole('button', { name: 'Open two side by side' }).click();
  const left = frameOf(page, tim.name);
  const right = frameOf(page, ada.name);
  await isChartOf(left, tim, ada);
  await isChartOf(right, ada, tim);
  const [ofTim, ofAda] = sessionsOf(page, fhir, fhirVersion);
  if (ofTim === undefined || ofAda === undefined) throw new Error('There are no two charts.');
  return { left, right, ofTim, ofAda };
}

/** The EHR's own page asked for the launch. */
const framed: Asked = { ...opened, ehr: 1 };
const framedTwice: Asked = { ...twiceListed, ehr: 1 };

for (const fhirVersion of versions) {
  test(`situation 21: two charts in two frames, one reloaded, then the other (${versionNames[fhirVersion]})`, async ({
    page,
    addresses,
    sandbox,
  }) => {
    const { left, right, ofTim, ofAda } = await openPair(page, addresses, fhirVersion);
    await openDocument(right, ada.document, 'HTML');
    await reloadFrame(page, tim.name);
    await isChartOf(left, tim, ada);
    await openDocument(left, tim.document, 'HTML');
    await expect(right.getByRole('heading', { name: ada.name, level: 1 })).toBeVisible();
    await expect(right.getByRole('main')).toHaveAccessibleName(new RegExp(ada.document));

    await reloadFrame(page, ada.name);
    await expect(right.getByRole('main')).toHaveAccessibleName(new RegExp(ada.document));
    await expect(left.getByRole('main')).toHaveAccessibleName(new RegExp(tim.document));
    await expectTraffic(sandbox, ofTim, once({ ...framedTwice, Binary: 1 }));
    await expectTraffic(sandbox, ofAda, once({ ...framedTwice, Binary: 2 }));
  });

  test(`situation 22: the token of one of two charts is refused for good, the other goes on (${versionNames[fhirVersion]})`, async ({
    page,
    addresses,
    sandbox,
  }) => {
    const { left, right, ofTim, ofAda } = await openPair(page, addresses, fhirVersion);
    await sandbox.setFaults(ofTim, [
      { name: '401', on: 'GET Binary' },
      { name: 'refreshRejected' },
    ]);
    await openDocument(left, tim.document, 'HTML');
    await expect(left.getByRole('alert').filter({ hasText: 'ended your session' })).toBeVisible();
    await openDocument(right, ada.document, 'HTML');
    await reloadFrame(page, ada.name);
    await expect(right.getByRole('heading', { name: ada.name, level: 1 })).toBeVisible();
    await expect(right.getByRole('main')).toHaveAccessibleName(new RegExp(ada.document));
    await expect(right.getByTitle(ada.document)).toBeVisible();
    await expectTraffic(sandbox, ofTim, {
      tokenCalls: ['code', 'refresh'],
      asked: { ...framed, Binary: 1 },
    });
    await expectTraffic(sandbox, ofAda, once({ ...framedTwice, Binary: 2 }));
  });
}

test('situation 22: signing out of one of two charts leaves the other as it is', async ({
  page,
  addresses,
  sandbox,
}) => {
  const { left, right, ofTim, ofAda } = await openPair(page, addresses, 'r4');
  await signOut(left);
  await expect(left.getByText(tim.name)).toHaveCount(0);
  await reloadFrame(page, ada.name);
  await isChartOf(right, ada, tim);
  await expectTraffic(sandbox, ofTim, once({ ...framed, revoke: 2 }));
  await expectTraffic(sandbox, ofAda, once(framedTwice));
});

for (const fhirVersion of versions) {
  test(`situation 25: a reload keeps the patient and the open document, without a call of the token endpoint (${versionNames[fhirVersion]})`, async ({
    page,
    sandbox,
  }) => {
    const session = await sandbox.createSession({ chart: 'child-tim', fhirVersion });
    await openChart(page, session);
    await openDocument(page, tim.document, 'HTML');
    const address = page.url();
    await page.reload();
    await isChartOf(page, tim, ada);
    await expect(page.getByRole('main')).toHaveAccessibleName(new RegExp(tim.document));
    await expect(page).toHaveURL(address);
    await expectTraffic(sandbox, session, once({ ...twiceListed, Binary: 2 }));
  });

  test(`situation 26: Back leaves the chart for the page before it, Forward opens the same chart (${versionNames[fhirVersion]})`, async ({
    page,
    sandbox,
    addresses,
  }) => {
    const session = await sandbox.createSession({ chart: 'child-tim', fhirVersion });
    await page.goto(addresses.ehr);
    await openChart(page, session);
    await page.goBack();
    await expect(page.getByRole('heading', { name: 'Sandbox EHR' })).toBeVisible();
    await page.goForward();
    await isChartOf(page, tim, ada);
    await expectTraffic(sandbox, session, once(twiceListed));
  });
}

test('situation 26: Back and Forward walk over the opened documents of a chart', async ({
  page,
  sandbox,
}) => {
  const session = await sandbox.createSession({ chart: 'child-tim' });
  await openChart(page, session);
  await openDocument(page, tim.document, 'HTML');
  await openDocument(page, 'Summary of Care', 'XML');
  const main = page.getByRole('main');
  await page.goBack();
  await expect(main).toHaveAccessibleName(new RegExp(tim.document));
  await page.goBack();
  await expect(main).toHaveAccessibleName('No document is open');
  await page.goForward();
  await expect(main).toHaveAccessibleName(new RegExp(tim.document));
  await expectTraffic(sandbox, session, once({ ...opened, Binary: 2 }));
});

for (const fhirVersion of versions) {
  test(`situation 27: a window opened from the chart shows the same chart, or asks to open it again (${versionNames[fhirVersion]})`, async ({
    page,
    sandbox,
  }) => {
    const session = await sandbox.createSession({ chart: 'child-tim', fhirVersion });
    await openChart(page, session);
    const openWindow = async (features: string) => {
      const opening = page.context().waitForEvent('page');
      await page.evaluate((how) => void window.open(location.href, '_blank', how), features);
      return opening;
    };
    const copy = await openWindow('');
    await isChartOf(copy, tim, ada);
    await expectTraffic(sandbox, session, once(twiceListed));

    const stranger = await openWindow('noopener');
    await expect(stranger.getByRole('alert')).toContainText('Open the chart again');
    await expect(stranger.getByText(childrensWords)).toHaveCount(0);
    await chartIsOpen(page);
    await expectTraffic(sandbox, session, once(twiceListed));
  });
}
