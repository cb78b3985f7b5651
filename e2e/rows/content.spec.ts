/** Documents whose addresses, types, characters or bytes are not what they should be. */
import type { Locator, Page } from '@playwright/test';
import { versionNames, versions } from '../actions/ehr.ts';
import { openChart, openDocument } from '../actions/open-chart.ts';
import { saveDocument } from '../actions/save-document.ts';
import { expectTraffic, opened, type Asked } from '../actions/traffic.ts';
import { expect, test } from './situation.ts';

const main = (page: Page): Locator => page.getByRole('main');
const frameText = (page: Page, title: string, text: string | RegExp): Locator =>
  page.getByTitle(title).contentFrame().getByText(text).first();
const plainText = (page: Page): Locator =>
  main(page).getByRole('document', { name: 'Text of the document' });
const once = (asked: Asked) => ({ tokenCalls: ['code'], asked }) as const;

for (const fhirVersion of versions) {
  const version = versionNames[fhirVersion];

  test(`situation 52: links of every kind, none at all, and types missing or wrong: each is shown or explained (${version})`, async ({
    page,
    sandbox,
  }) => {
    const session = await sandbox.createSession({ chart: 'odd', fhirVersion });
    await openChart(page, session);
    for (const { title, text, format = 'HTML' } of [
      { title: 'Relative link', text: 'Found at Binary/… below the base.' },
      { title: 'Link from the root', text: 'Found at /… on the host.' },
      {
        title: 'Media type missing',
        text: 'Only the bytes tell that this is HTML.',
        format: 'File',
      },
    ]) {
      await openDocument(page, title, format);
      await expect(frameText(page, title, text), title).toBeVisible();
    }
    await openDocument(page, 'Inline data', 'Text');
    await expect(plainText(page)).toContainText('naïve, 37.2 °C, ½ tablet');
    await openDocument(page, 'PNG declared as JPEG', 'Image');
    await expect(main(page).getByRole('img', { name: 'PNG declared as JPEG' })).toBeVisible();
    await openDocument(page, 'Text declared as PDF', 'PDF');
    await expect(main(page).getByRole('alert')).toContainText('This is not a PDF');
    await expectTraffic(sandbox, session, once({ ...opened, Binary: 5 }));
    for (const title of ['No link at all', 'Without content']) {
      await page.getByRole('searchbox', { name: 'Search documents' }).fill(title);
      await page.getByRole('row', { name: new RegExp(`^${title}`) }).click();
      await expect(main(page)).toHaveAccessibleName(title);
      await expect(main(page).getByRole('alert'), title).toContainText(
        /holds nothing to open|gives no way to get it/,
      );
    }
    await expectTraffic(sandbox, session, once({ ...opened, Binary: 5 }));
  });

  test(`situation 53: characters are right whatever says their encoding (${version})`, async ({
    page,
    sandbox,
  }) => {
    const session = await sandbox.createSession({ chart: 'odd', fhirVersion });
    await openChart(page, session);
    for (const title of ['Charset iso-8859-1', 'Charset in a meta element']) {
      await openDocument(page, title, 'HTML');
      const text = 'Größe 168 cm, Gewicht 61 kg. Très bien supporté, contrôle à Pâques.';
      await expect(frameText(page, title, text), title).toBeVisible();
    }
    await openDocument(page, 'Charset windows-1252', 'Text');
    await expect(plainText(page)).toContainText('– “soup” € 4, naïve café au lait …');
    await expectTraffic(sandbox, session, once({ ...opened, Binary: 3 }));
  });

  test(`situation 54: a PDF cut short or empty is said and can be saved, HTML in its place is read (${version})`, async ({
    page,
    sandbox,
  }) => {
    const session = await sandbox.createSession({ chart: 'odd', fhirVersion });
    await openChart(page, session);
    await openDocument(page, 'Truncated PDF', 'PDF');
    const alert = main(page).getByRole('alert');
    await expect(alert).toContainText('damaged');
    const started = page.waitForEvent('download');
    await alert.getByRole('button', { name: 'Save original' }).click();
    await started;
    await openDocument(page, 'Empty PDF', 'PDF');
    await expect(alert).toContainText('The document is empty.');
    await openDocument(page, 'HTML declared as PDF', 'PDF');
    const text = 'The report server fell back to HTML and kept the label.';
    await expect(frameText(page, 'HTML declared as PDF', text)).toBeVisible();
    await expect(alert).toHaveCount(0);
    await saveDocument(page, 'Original file, as received');
    await expectTraffic(sandbox, session, once({ ...opened, Binary: 3 }));
  });

  test(`situation 55: a report with scripts, handlers and remote pictures runs nothing and asks nobody (${version})`, async ({
    page,
    sandbox,
  }) => {
    const session = await sandbox.createSession({ chart: 'odd', fhirVersion });
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await openChart(page, session);
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      const own = [session.iss, new URL('/', page.url()).href];
      if (!own.some((base) => request.url().startsWith(base))) elsewhere.push(request.url());
    });
    const title = 'HTML with scripts and remote pictures';
    await openDocument(page, title, 'HTML');
    await expect(frameText(page, title, 'The words must stay')).toBeVisible();
    await expect(main(page).getByText(/remote image.* not loaded/)).toBeVisible();
    const frame = page.getByTitle(title).contentFrame();
    await expect(frame.locator('script')).toHaveCount(0);
    expect(
      await frame
        .locator('*')
        .evaluateAll((all) =>
          all.flatMap(({ attributes }) =>
            [...attributes].filter(({ name, value }) => /^on|javascript:/i.test(`${name}${value}`)),
          ),
        ),
    ).toEqual([]);
    expect(elsewhere.filter((url) => !/^(about|blob|data):/.test(url))).toEqual([]);
    expect(dialogs).toEqual([]);
    await expect(page).toHaveTitle('Dossier');
    await expectTraffic(sandbox, session, once({ ...opened, Binary: 1 }));
  });
}
