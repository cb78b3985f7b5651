/** Nothing of a CDA document is lost: the sandbox's own, on slow lines, broken ones, ones without narrative. */
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { charts } from '../sandbox/charts/charts.ts';
import { openChart, openDocument } from './actions/open-chart.ts';
import { expectInk } from './actions/pdf-pages.ts';
import { png } from './actions/pictures.ts';
import { binaryRequests } from './actions/requests.ts';
import {
  deleteWord,
  differences,
  expectedWords,
  shownWords,
  wholeDocument,
} from './cda-words/cda-words.ts';
import { saveDocument } from './actions/save-document.ts';
import { expect, test } from './fixtures.ts';

const stored = { title: 'Summary of Care 2026 (CCD)', id: 'CD-197198858' };

const isCda = (bytes: Uint8Array): boolean =>
  new TextDecoder().decode(bytes.subarray(0, 2000)).includes('<ClinicalDocument');

/** The charts' CDA documents that have an address of their own on the FHIR server. */
const storedDocuments = await Promise.all(
  charts.map(async ({ id: chart, load }) => {
    const renditions = (await load()).documents.flatMap(({ title = '', renditions }) =>
      renditions
        .filter(
          ({ link = 'absolute', contentType = '', servedAs = contentType }) =>
            /^(absolute|relative|rootRelative)$/.test(link) && /xml/.test(servedAs),
        )
        .map((rendition) => ({ title, rendition })),
    );
    const all = await Promise.all(
      renditions.map(async (one) => ({ ...one, bytes: await one.rendition.body() })),
    );
    return { chart, documents: all.filter(({ bytes }) => isCda(bytes)) };
  }),
);

for (const { chart, documents } of storedDocuments) {
  for (const { title, rendition, bytes } of documents) {
    test(`every word of "${title}" (${chart}, ${rendition.id}) is shown once, in order`, async ({
      page,
      sandbox,
    }) => {
      const session = await sandbox.createSession({ chart });
      await openChart(page, session);
      await page.getByRole('searchbox', { name: 'Search documents' }).fill(title);
      const buttons = page.getByRole('grid').getByRole('button', { name: /^XML, / });
      // One title may begin as another does: the request says which document was opened.
      for (
        let at = 0;
        (await binaryRequests(sandbox, session, rendition.id)).length === 0;
        at += 1
      ) {
        await buttons.nth(at).click();
        await wholeDocument(page);
      }
      const expected = expectedWords(bytes);
      expect(differences(expected, await shownWords(page))).toEqual([]);
      if (expected.length === 0) return;
      await deleteWord(page, 7919);
      expect(differences(expected, await shownWords(page))).not.toEqual([]);
    });
  }
}

/** The stored summary's address answers with this instead. */
async function answerWith(page: Page, body: string): Promise<void> {
  await page.route(`**/Binary/${stored.id}`, async (route) => {
    if (route.request().method() !== 'GET') return route.continue();
    const response = await route.fetch();
    const { 'content-length': _, ...headers } = response.headers();
    return route.fulfill({ response, headers, body });
  });
}

const cda = (sections: string, head = ''): string =>
  `<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:sdtc="urn:hl7-org:sdtc"><title>Summary</title>${head}<recordTarget><patientRole><patient><name><given>Nancy</given><family>Smart</family></name><birthTime value="19800811"/></patient></patientRole></recordTarget><component>${sections}</component></ClinicalDocument>`;

const body = (sections: string): string => cda(`<structuredBody>${sections}</structuredBody>`);

const section = (title: string, inner: string): string =>
  `<component><section><title>${title}</title>${inner}</section></component>`;

test('on a slow line the first section is read before the last byte is here', async ({
  page,
  sandbox,
}) => {
  await openChart(page, await sandbox.createSession());
  // The reader itself is there: it is the document that comes slowly.
  await openDocument(page, 'Discharge Summary: Family Birth', 'XML');
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  await network.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 50,
    downloadThroughput: 12 * 1024,
    uploadThroughput: -1,
  });
  let finished = false;
  page.on('requestfinished', (request) => {
    if (request.url().includes(stored.id) && request.method() === 'GET') finished = true;
  });
  await page.getByRole('searchbox', { name: 'Search documents' }).fill(stored.title);
  await page
    .getByRole('grid')
    .getByRole('button', { name: /^XML, / })
    .first()
    .click();
  await expect(page.getByRole('main', { name: stored.title })).toBeVisible();
  const sections = page.locator('.cda-sections');
  await expect(sections.getByRole('region').first()).toBeVisible();
  expect(finished).toBe(false);
  await expect(sections).toHaveAttribute('aria-busy', 'true');
  const first = await sections.getByRole('region').first().innerText();
  await network.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
  await wholeDocument(page);
  expect(await sections.getByRole('region').first().innerText()).toBe(first);
});

test.describe('a broken document', () => {
  for (const { title, input, notice } of [
    {
      title: 'nested without end',
      input: body(section('Notes', `<text>a${'<content>'.repeat(9000)}`)),
      notice: /nested deeper than 250/,
    },
    {
      title: 'of entities that expand',
      input: `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>${body(section('Notes', '<text>&b;</text>')).replace(/^<\?.*?\?>/, '')}`,
      notice: /DOCTYPE/,
    },
    {
      title: 'that is not quite XML',
      input: body(section('Notes', '<text>A & B &nbsp; x < 3 \u0001<content>C</text>')),
      notice: /repaired: stray & characters \(1\), stray < characters \(1\), HTML entities \(1\), control characters removed \(1\),? and crossed tags \(1\)/,
    },
    {
      title: 'that breaks off',
      input: body(section('Notes', '<text>the last words')).split('</section>')[0] ?? '',
      notice: /the end is missing/,
    },
    {
      title: 'of which no section can be read',
      input: cda('<x>'.repeat(300)),
      notice: /nested deeper than 250.*source text is shown/,
    },
  ]) {
    test(`${title} says so in words, can be saved, and the next one opens`, async ({ page, sandbox }) => {
      await openChart(page, await sandbox.createSession());
      await answerWith(page, input);
      await openDocument(page, stored.title, 'XML');
      const main = page.getByRole('main');
      await expect(main.getByText(notice).first()).toBeVisible();
      await saveDocument(page, 'Original file, as received');
      await openDocument(page, 'Surgery Clinic Note', 'Text');
      await expect(main.getByText('Lakeside Regional Hospital').first()).toBeVisible();
    });
  }
}); // prettier-ignore

test('sections without narrative are shown from their entries, and marked as such', async ({
  page,
  sandbox,
}) => {
  const code = (loinc: string): string => `<code code="${loinc}"/>`;
  await openChart(page, await sandbox.createSession());
  await answerWith(
    page,
    body(
      section(
        'Allergies',
        `${code('48765-2')}<entry><act><observation/><entryRelationship typeCode="SUBJ"><observation><code code="ASSERTION"/><effectiveTime><low value="1992"/></effectiveTime><value displayName="Drug allergy"/><participant><participantRole><playingEntity><code displayName="Penicillin"/></playingEntity></participantRole></participant><entryRelationship typeCode="MFST"><observation><value displayName="Hives"/><entryRelationship typeCode="SUBJ"><observation><code code="SEV"/><value displayName="Moderate"/></observation></entryRelationship></observation></entryRelationship></observation></entryRelationship></act></entry>`,
      ) +
        section(
          'Medications',
          `${code('10160-0')}<entry><substanceAdministration><statusCode code="active"/><effectiveTime><low value="2012"/></effectiveTime><effectiveTime><period value="12" unit="h"/></effectiveTime><routeCode displayName="Oral"/><doseQuantity value="2" unit="tablet"/><consumable><manufacturedProduct><manufacturedMaterial><code displayName="Metformin 500 mg"/></manufacturedMaterial></manufacturedProduct></consumable></substanceAdministration></entry>`,
        ) +
        section(
          'Other',
          '<entry><observation><code displayName="Something"/><value value="7" unit="kg"/></observation></entry>',
        ),
    ),
  );
  await openDocument(page, stored.title, 'XML');
  await wholeDocument(page);
  const main = page.getByRole('main');
  const rows = async (name: string): Promise<string[]> =>
    (await main.getByRole('region', { name }).getByRole('row').allInnerTexts()).map((row) =>
      row.replaceAll('\t', ' | '),
    );
  expect(await rows('Allergies')).toEqual([
    'Substance | Reaction | Kind | Onset and end',
    'Penicillin | Hives (Moderate) | Drug allergy | from 1992',
  ]);
  expect(await rows('Medications')).toEqual([
    'Medication | Dose | Route | How often | Taken | Status',
    'Metformin 500 mg | 2 tablet | Oral | every 12 h | from 2012 | active',
  ]);
  expect(await rows('Other')).toEqual(['What | Value', 'Something | 7 kg']);
  await expect(main.getByText(/The author wrote no text for this section/)).toHaveCount(3);
});

test.describe('a body that is not XML', () => {
  const words = 'The words of the letter.';
  const rtf = String.raw`{\rtf1 The words of the letter.}`;
  for (const { title, attributes, data } of [
    { title: 'text', attributes: 'mediaType="text/plain"', data: words },
    { title: 'text in base64', attributes: 'mediaType="text/plain" representation="B64"', data: Buffer.from(words).toString('base64') },
    { title: 'rich text, deflated', attributes: 'mediaType="text/rtf" representation="B64" compression="DF"', data: deflateRawSync(rtf).toString('base64') },
    { title: 'rich text, deflated with a header', attributes: 'mediaType="text/rtf" representation="B64" compression="DF"', data: deflateSync(rtf).toString('base64') },
    { title: 'text, gzipped', attributes: 'mediaType="text/plain" representation="B64" compression="GZ"', data: gzipSync(words).toString('base64') },
    { title: 'text in zlib', attributes: 'mediaType="text/plain" representation="B64" compression="ZL"', data: deflateSync(words).toString('base64') },
  ]) {
    test(`is shown by the renderer of its type: ${title}`, async ({ page, sandbox }) => {
      await openChart(page, await sandbox.createSession());
      await answerWith(page, cda(`<nonXMLBody><text ${attributes}>${data}</text></nonXMLBody>`));
      await openDocument(page, stored.title, 'XML');
      await expect(page.getByRole('main').getByText(words)).toBeVisible();
    });
  }

  test('is shown by the renderer of its type: a PDF', async ({ page, sandbox }) => {
    await openChart(page, await sandbox.createSession({ chart: 'odd' }));
    await openDocument(page, 'CDA around a PDF (nonXMLBody)', 'XML');
    const main = page.getByRole('main');
    await expect(main.getByText('Page 1 of 1', { exact: true })).toBeVisible();
    await expectInk(main.getByRole('region', { name: 'Page 1', exact: true }));
  });

  test('is shown by the renderer of its type: a picture', async ({ page, sandbox }) => {
    await openChart(page, await sandbox.createSession());
    await answerWith(page, cda(`<nonXMLBody><text mediaType="image/png" representation="B64">${png(600, 300)}</text></nonXMLBody>`));
    await openDocument(page, stored.title, 'XML');
    const picture = page.getByRole('main').getByRole('img');
    await expect(picture).toBeVisible();
    expect(await picture.evaluate((image) => Reflect.get(image, 'naturalWidth'))).toBe(600);
  });

  test('is offered where it lies elsewhere, as a link only where one may be followed, and not requested', async ({ page, sandbox }) => {
    const reference = (value: string): string => `<text><reference value="${value}"/></text>`;
    await openChart(page, await sandbox.createSession());
    await answerWith(page, cda(`<nonXMLBody>${reference('letter.pdf')}${reference('https://files.test/letter')}${reference('http://files.test/letter')}</nonXMLBody>`));
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await openDocument(page, stored.title, 'XML');
    const offers = page.getByText(/lies outside it and was not loaded/);
    await expect(offers).toContainText(['letter.pdf', 'https://files.test/letter', 'http://files.test/letter']);
    await expect(offers.nth(1)).toContainText('(files.test)');
    const links = offers.getByRole('link');
    await expect(links).toHaveText(['Open it in a new tab']);
    await expect(links).toHaveAttribute('href', 'https://files.test/letter');
    await expect(links).toHaveAttribute('target', '_blank');
    await expect(links).toHaveAttribute('rel', 'noopener noreferrer');
    expect(asked.filter((url) => url.includes('letter'))).toEqual([]);
  });
}); // prettier-ignore

test('who may read a document, and which ones it stands for, is said before its words', async ({ page, sandbox }) => {
  await openChart(page, await sandbox.createSession());
  const related = (type: string, id: string, version: string): string =>
    `<relatedDocument typeCode="${type}"><parentDocument><id root="1.2.3" extension="${id}"/><versionNumber value="${version}"/></parentDocument></relatedDocument>`;
  await answerWith(
    page,
    cda(
      `<structuredBody>${section('Notes', '<text>The first words</text>')}</structuredBody>`,
      `<confidentialityCode code="V" codeSystem="2.16.840.1.113883.5.25"/>${related('RPLC', 'old', '1')}${related('APND', 'longer', '4')}`,
    ),
  );
  await openDocument(page, stored.title, 'XML');
  const main = page.getByRole('main');
  const line = main.locator('summary').filter({ hasText: 'About this document' });
  const mark = line.getByText('Very restricted', { exact: true });
  await expect(mark).toBeVisible();
  await expect(mark).toHaveCSS('font-weight', '600');
  const words = await main.getByText('The first words').boundingBox();
  for (const sentence of ['This document replaces an earlier one (old (1.2.3), version 1).', 'This document adds to an earlier one (longer (1.2.3), version 4).']) {
    const notice = main.getByText(sentence, { exact: true });
    await expect(notice).toBeVisible();
    expect((await notice.boundingBox())?.y).toBeLessThan(words?.y ?? 0);
  }
}); // prettier-ignore
