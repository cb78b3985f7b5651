import { readFile } from 'node:fs/promises';
import { ordinary } from '../sandbox/charts/ordinary/ordinary.ts';
import { tabBackTo, tabTo } from './actions/keyboard.ts';
import { openChart, openDocument } from './actions/open-chart.ts';
import { saveDocument } from './actions/save-document.ts';
import { expectInk, expectProportion } from './actions/pdf-pages.ts';
import { binaryRequests } from './actions/requests.ts';
import { expect, test } from './fixtures.ts';

const chest = { title: 'XR Chest 2 Views', html: 'TR-197198065', pdf: 'XR-197198065' };

for (const fhirVersion of ['dstu2', 'r4'] as const) {
  test.describe(`documents over ${fhirVersion}`, () => {
    test('an HTML report is read in a frame named by its title', async ({ page, sandbox }) => {
      const session = await sandbox.createSession({ fhirVersion });
      await openChart(page, session);
      await openDocument(page, chest.title, 'HTML');
      const report = page.frameLocator(`iframe[title="${chest.title}"]`);
      await expect(report.getByText('The lungs are mildly hyperinflated')).toBeVisible();
      const seen = await binaryRequests(sandbox, session, chest.html);
      expect(seen.map(({ accept, status }) => ({ accept, status }))).toEqual([
        { accept: 'text/html', status: 200 },
      ]);
    });

    test('a PDF shows drawn pages, where one is, and finds words', async ({ page, sandbox }) => {
      const session = await sandbox.createSession({ fhirVersion });
      await openChart(page, session);
      await openDocument(page, 'Release of Inpatient Record', 'PDF');
      const main = page.getByRole('main');
      await expect(main.getByText('Page 1 of 40')).toBeVisible();
      const first = main.getByRole('region', { name: 'Page 1', exact: true });
      await expectInk(first);
      await expectProportion(first, 612 / 792);
      await main.getByRole('button', { name: 'Next page' }).click();
      await expect(main.getByText('Page 2 of 40')).toBeVisible();
      await expectInk(main.getByRole('region', { name: 'Page 2', exact: true }));
      await main.getByRole('button', { name: 'Find', exact: true }).click();
      await main.getByRole('searchbox', { name: 'Find in document' }).fill('cholecystectomy');
      await expect(main.getByText(/^\d+ of \d+$/)).toBeVisible();
      await main.getByRole('searchbox', { name: 'Find in document' }).fill('zygomorphic');
      await expect(main.getByText('Not found')).toBeVisible();
      const seen = await binaryRequests(sandbox, session, 'XR-197198650');
      expect(seen.map(({ accept }) => accept)).toEqual(['application/pdf']);
    });

    test('a stored CCD is read as sections with a table of contents', async ({ page, sandbox }) => {
      const session = await sandbox.createSession({ fhirVersion });
      await openChart(page, session);
      await openDocument(page, 'Summary of Care 2026 (CCD)', 'XML');
      const main = page.getByRole('main');
      const contents = main.getByRole('navigation', { name: 'Contents' });
      await expect(contents.getByRole('link', { name: /Problems/ })).toBeVisible();
      const allergies = main.getByRole('region', { name: /^Allergies/ });
      await expect(allergies.getByRole('cell', { name: /Penicillin/ })).toBeVisible();
      await expect(main.getByRole('alert')).toHaveCount(0);
      const seen = await binaryRequests(sandbox, session, 'CD-197198858');
      expect(seen.map(({ accept }) => accept)).toEqual(['application/xml']);
    });

    test('text, rich text and a picture are shown as what they are', async ({ page, sandbox }) => {
      const session = await sandbox.createSession({ fhirVersion });
      await openChart(page, session);
      const main = page.getByRole('main');
      await openDocument(page, 'Surgery Clinic Note', 'Text');
      await expect(main.getByText('Lakeside Regional Hospital').first()).toBeVisible();
      await openDocument(page, 'Physical Therapy Discharge', 'RTF');
      await expect(main.getByText(/Fifteen of sixteen visits attended/).first()).toBeVisible();
      await expect(main.getByText('\\par')).toHaveCount(0);
      await openDocument(page, 'Rhythm Strip', 'Image');
      const picture = main.getByRole('img', { name: 'Rhythm Strip' });
      await expect(picture).toBeVisible();
      expect(
        await picture.evaluate((img) => (img instanceof HTMLImageElement ? img.naturalWidth : 0)),
      ).toBeGreaterThan(100);
    });

    test('the formats of a report take turns with one request each', async ({ page, sandbox }) => {
      const session = await sandbox.createSession({ fhirVersion });
      await openChart(page, session);
      await openDocument(page, chest.title, 'HTML');
      const main = page.getByRole('main');
      const formats = main.getByRole('group', { name: 'Formats' });
      const frame = page.frameLocator(`iframe[title="${chest.title}"]`);
      for (const turn of [1, 2]) {
        await expect(frame.getByText('mildly hyperinflated'), `turn ${turn}`).toBeVisible();
        await formats.getByRole('button', { name: /^PDF/ }).click();
        await expect(main.getByText('Page 1 of')).toBeVisible();
        await expectInk(main.getByRole('region', { name: 'Page 1', exact: true }));
        await formats.getByRole('button', { name: /^HTML/ }).click();
      }
      await expect(frame.getByText('mildly hyperinflated')).toBeVisible();
      expect(await binaryRequests(sandbox, session, chest.html)).toHaveLength(1);
      expect(await binaryRequests(sandbox, session, chest.pdf)).toHaveLength(1);
    });
  });
}

test('a document that was read before opens again without a request', async ({ page, sandbox }) => {
  const session = await sandbox.createSession();
  await openChart(page, session);
  await openDocument(page, chest.title, 'HTML');
  await openDocument(page, 'Surgery Clinic Note', 'Text');
  await openDocument(page, chest.title, 'HTML');
  const frame = page.frameLocator(`iframe[title="${chest.title}"]`);
  await expect(frame.getByText('mildly hyperinflated')).toBeVisible();
  expect(await binaryRequests(sandbox, session, chest.html)).toHaveLength(1);
});

test('a document is found, opened and left by keyboard alone', async ({ page, sandbox }) => {
  await page.setViewportSize({ width: 400, height: 800 });
  await openChart(page, await sandbox.createSession());
  await page.getByRole('searchbox', { name: 'Search documents' }).focus();
  await page.keyboard.type('xr wrist');
  const rows = page.getByRole('grid').getByRole('row');
  await expect(rows).toHaveCount(2);
  await tabTo(page, rows.first());
  await page.keyboard.press('ArrowDown');
  await expect(rows.last()).toBeFocused();
  await page.keyboard.press('Enter');
  const title = 'XR Wrist Left 3 Views';
  await expect(page.getByRole('main').getByRole('heading', { name: title }).first()).toBeFocused();
  await tabBackTo(page, page.getByRole('button', { name: /Documents \(/ }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: new RegExp(`^${title}`) })).toBeFocused();
});

for (const { title, format, id, name } of [
  {
    title: 'Annual Wellness Visit 2019',
    format: 'HTML',
    id: 'TR-197198260',
    name: 'document-2019-09-12.html',
  },
  { title: 'Rhythm Strip', format: 'Image', id: 'IM-197198442', name: 'document-2022-02-11.png' },
]) {
  test(`Save gives the bytes of ${title} as they came`, async ({ page, sandbox }) => {
    await openChart(page, await sandbox.createSession());
    await openDocument(page, title, format);
    const download = await saveDocument(
      page,
      ...(format === 'HTML' ? (['Original file, as received'] as const) : []),
    );
    expect(download.suggestedFilename()).toBe(name);
    const sent = ordinary.documents
      .flatMap(({ renditions }) => renditions)
      .find((rendition) => rendition.id === id);
    const saved = await readFile(await download.path());
    expect(saved.equals(Buffer.from((await sent?.body()) ?? []))).toBe(true);
  });
}
