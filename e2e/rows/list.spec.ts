/** Lists that are long, bare, doubled, broken off, endless, or that lead elsewhere. */
import type { Locator, Page } from '@playwright/test';
import { tim } from '../actions/children.ts';
import { versionNames, versions } from '../actions/ehr.ts';
import { chartIsOpen, openChart, openDocument } from '../actions/open-chart.ts';
import { fhirGets } from '../actions/requests.ts';
import { askForSummary } from '../actions/summary-range.ts';
import { expectTraffic, opened, type Asked } from '../actions/traffic.ts';
import { expect, test } from './situation.ts';

const documents = (page: Page): Locator => page.getByRole('region', { name: 'Documents' });
const alertOf = (page: Page): Locator => documents(page).getByRole('alert');
const grid = (page: Page): Locator => page.getByRole('grid', { name: 'Documents' });
const once = (asked: Asked) => ({ tokenCalls: ['code'], asked }) as const;

/** Of the ordinary chart, in pages of twenty. */
const inTwenties: Asked = { ...opened, DocumentReference: 3 };
const all = '64 documents';

test('situation 46: five thousand documents on ninety pages: rows before the last page, a small page, a quick search', async ({
  page,
  sandbox,
}) => {
  const session = await sandbox.createSession({
    chart: 'crowded',
    pageSize: 58,
    faults: [{ name: 'slow', on: 'GET DocumentReference page 4', milliseconds: 3000 }],
  });
  await page.goto(session.launchUrl);
  await expect(grid(page).getByRole('row').first()).toBeVisible();
  await expect(page.getByText(/^Loading documents… [\d,]+/)).toBeVisible();
  // Ninety pages, one after the other.
  await expect(page.getByText('5,200 documents', { exact: true })).toBeVisible({ timeout: 30_000 });
  expect(await grid(page).getByRole('row').count()).toBeLessThan(60);
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '5200');
  await page.getByRole('searchbox', { name: 'Search documents' }).fill('discharge summary');
  await expect(page.getByText(/^[\d,]+ of 5,200 documents$/)).toBeVisible();
  // All at once: which rows there are changes until the list has come to rest.
  const others = grid(page)
    .getByRole('row')
    .filter({ hasNotText: /discharge summary/i });
  await expect(others).toHaveCount(0);
  await expect(grid(page).getByRole('row').first()).toHaveAccessibleName(/discharge summary/i);
  const requests = await sandbox.requests(session);
  for (const type of ['DiagnosticReport', 'DocumentReference'])
    expect(fhirGets(requests, `/${type}?`)[0]?.url).toContain('_count=100');
  const asked: Asked = { ...opened, DiagnosticReport: 10, DocumentReference: 81 };
  await expectTraffic(sandbox, session, once(asked));
  const addresses = requests.filter(({ method }) => method === 'GET').map(({ url }) => url);
  expect(new Set(addresses.filter((url) => url.includes('pageContext'))).size).toBe(10 + 81 - 2);
});

for (const fhirVersion of versions) {
  const version = versionNames[fhirVersion];

  test(`situation 47: lists without entries and without a total are an empty chart (${version})`, async ({
    page,
    sandbox,
  }) => {
    const faults = [{ name: 'bareBundle' }] as const;
    const session = await sandbox.createSession({ chart: 'child-tim', fhirVersion, faults });
    await page.goto(session.launchUrl);
    await expect(page.getByRole('heading', { name: tim.name })).toBeVisible();
    await expect(documents(page)).toContainText('has shared no documents with this app');
    await expect(documents(page)).toContainText('That does not mean that there are none');
    await expect(alertOf(page)).toHaveCount(0);
    await expectTraffic(sandbox, session, once(opened));
  });

  test(`situation 48: a page that comes twice lists nothing twice (${version})`, async ({
    page,
    sandbox,
  }) => {
    const faults = [{ name: 'duplicatePage' }] as const;
    const session = await sandbox.createSession({ fhirVersion, pageSize: 20, faults });
    await openChart(page, session);
    await expect(documents(page).getByText(all, { exact: true })).toBeVisible();
    await expectTraffic(sandbox, session, once(inTwenties));
  });

  test(`situation 49: a later page fails: what came stays, and Try again completes it (${version})`, async ({
    page,
    sandbox,
  }) => {
    const faults = [{ name: '404', on: 'GET DocumentReference page 2', times: 1 }] as const;
    const session = await sandbox.createSession({ fhirVersion, pageSize: 20, faults });
    await openChart(page, session);
    const alert = alertOf(page);
    await expect(alert).toContainText('Clinical documents: not all could be loaded');
    await expect(grid(page).getByRole('row').first()).toBeVisible();
    await expectTraffic(sandbox, session, once({ ...inTwenties, DocumentReference: 2 }));
    await alert.getByRole('button', { name: 'Try again' }).click();
    await expect(alert).toHaveCount(0);
    await expect(documents(page).getByText(all, { exact: true })).toBeVisible();
    await expectTraffic(sandbox, session, once({ ...inTwenties, DocumentReference: 4 }));
  });

  test(`situation 50: a list that leads back to itself is left, and said (${version})`, async ({
    page,
    sandbox,
  }) => {
    const faults = [{ name: 'loopingNext', on: 'GET DocumentReference' }] as const;
    const session = await sandbox.createSession({ chart: 'child-tim', fhirVersion, faults });
    await openChart(page, session);
    await expect(alertOf(page)).toContainText('leads back to itself');
    await expect(alertOf(page)).toContainText('The list is incomplete');
    await expect(grid(page).getByRole('row', { name: tim.document })).toBeVisible();
    await expectTraffic(sandbox, session, once(opened));
  });

  test(`situation 51: neither a next page nor a document on another host is asked for (${version})`, async ({
    page,
    sandbox,
    addresses,
  }) => {
    const { host } = new URL(addresses.storage);
    const faults = [{ name: 'foreignNext' }, { name: 'foreignAttachment' }] as const;
    const session = await sandbox.createSession({ chart: 'child-tim', fhirVersion, faults });
    await openChart(page, session);
    await expect(alertOf(page).first()).toContainText('The list is incomplete');
    await expect(alertOf(page).first()).toContainText(`The link leads to ${host}`);
    await openDocument(page, tim.document, 'HTML');
    await expect(page.getByRole('main').getByRole('alert')).toContainText(
      `The link leads to ${host}, outside the servers that this app may ask.`,
    );
    await expectTraffic(sandbox, session, once(opened));
  });

  test(`situation 51: neither a redirect nor a summary’s link to another host is followed (${version})`, async ({
    page,
    sandbox,
  }) => {
    const session = await sandbox.createSession({
      chart: 'child-tim',
      fhirVersion,
      docrefLink: 'foreign',
      ccdSeconds: 0,
      faults: [{ name: 'redirect', on: 'GET Binary/TR-610101' }],
    });
    await openChart(page, session);
    await openDocument(page, tim.document, 'HTML');
    await expect(page.getByRole('main').getByRole('alert')).toContainText(
      'sent the request on to another address, which this app does not follow',
    );
    await page.getByRole('searchbox', { name: 'Search documents' }).fill('');
    await askForSummary(page, {});
    await page.getByRole('button', { name: /^XML, Summary, / }).click();
    const main = page.getByRole('main');
    await expect(main.getByRole('navigation', { name: 'Contents' })).toBeVisible();
    await expect(main.getByText(/own link led to 127\.0\.0\.1/)).toBeVisible();
    await expectTraffic(
      sandbox,
      session,
      once({ ...opened, Binary: 1, $docref: 1, '$autogen-ccd-if': 1 }),
    );
  });

  test(`situation 48: a document that both lists name is one row (${version})`, async ({
    page,
    sandbox,
  }) => {
    const session = await sandbox.createSession({ chart: 'odd', fhirVersion });
    await openChart(page, session);
    await page.getByRole('searchbox', { name: 'Search documents' }).fill('Filed in two places');
    await expect(documents(page).getByText(/^1 of \d+ documents$/)).toBeVisible();
    await openDocument(page, 'Filed in two places', 'PDF');
    await expect(page.getByRole('main').getByText('Page 1 of')).toBeVisible();
    await expectTraffic(sandbox, session, once({ ...opened, Binary: 1 }));
  });

  test(`situation 56: what was entered in error, or is withheld, is marked (${version})`, async ({
    page,
    sandbox,
  }) => {
    const session = await sandbox.createSession({ chart: 'odd', fhirVersion });
    await openChart(page, session);
    for (const { title, status, says } of [
      { title: 'Entered in error', status: 'Entered in error', says: 'do not rely on it' },
      { title: 'Status masked', status: 'Withheld', says: 'keeps its content back' },
    ]) {
      await page.getByRole('combobox', { name: 'Status' }).selectOption(status);
      const row = grid(page).getByRole('row').first();
      await expect(row).toHaveAccessibleName(new RegExp(`, ${status}$`));
      await row.getByRole('button', { name: /^HTML, / }).click();
      await expect(page.getByRole('main'), title).toContainText(says);
    }
    await expectTraffic(sandbox, session, once({ ...opened, Binary: 2 }));
  });
}

test("another patient's document is not listed, and counted", async ({ page, sandbox }) => {
  const session = await sandbox.createSession({
    faults: [{ name: 'wrongPatient', on: 'GET DocumentReference page 1' }],
  });
  await openChart(page, session);
  await expect(documents(page)).toContainText(
    '1 document that names another patient is not shown.',
  );
  await expect(documents(page).getByText('63 documents', { exact: true })).toBeVisible();
  await chartIsOpen(page);
  await expectTraffic(sandbox, session, once(opened));
});
