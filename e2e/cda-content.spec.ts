/** Nothing of a CDA document is lost: the sandbox's own, on slow lines, broken ones, ones without narrative. */
import { readFile } from 'node:fs/promises';
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { charts } from '../sandbox/charts/charts.ts';
import { chartIsOpen, formatButton, openChart, openDocument } from './actions/open-chart.ts';
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
import { expect, test, type CreatedSession, type SandboxClient } from './fixtures.ts';

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

interface StoredDocument {
  readonly title: string;
  readonly rendition: { readonly id: string };
  readonly bytes: Uint8Array;
}

for (const { chart, documents } of storedDocuments.filter(
  ({ documents }) => documents.length > 0,
)) {
  test(`every word of the documents of "${chart}" is shown once, in order`, async ({
    page,
    sandbox,
  }) => {
    const session = await sandbox.createSession({ chart });
    await openChart(page, session);
    for (const document of documents) {
      const { title, rendition, bytes } = document;
      await test.step(`every word of "${title}" (${chart}, ${rendition.id}) is shown once, in order`, async () => {
        await openStored(page, sandbox, session, document);
        await everyWordIsShown(page, bytes);
      });
    }
  });
}

/** Opens a document that was not open before. Titles are alike: the request says that it is this one. */
async function openStored(
  page: Page,
  sandbox: SandboxClient,
  session: CreatedSession,
  { title, rendition }: StoredDocument,
): Promise<void> {
  const asked = () => binaryRequests(sandbox, session, rendition.id);
  expect(await asked(), `requests for ${rendition.id} so far`).toEqual([]);
  await page.getByRole('searchbox', { name: 'Search documents' }).fill(title);
  await formatButton(page, 'XML', title).click();
  await expect(page.getByRole('main')).toHaveAccessibleName(title);
  await wholeDocument(page);
  expect(await asked(), `requests for ${rendition.id}`).not.toEqual([]);
}

/** The words on the page are those of the bytes; the comparison sees it where one of them is missing. */
async function everyWordIsShown(page: Page, bytes: Uint8Array): Promise<void> {
  const expected = expectedWords(bytes);
  expect(differences(expected, await shownWords(page))).toEqual([]);
  if (expected.length === 0) return;
  await deleteWord(page, 7919);
  expect(differences(expected, await shownWords(page))).not.toEqual([]);
}

/** From now on the address of a stored document, the summary if nothing else is said, answers with this instead. */
async function answerWith(page: Page, body: string, id: string = stored.id): Promise<void> {
  const address = `**/Binary/${id}`;
  await page.unroute(address);
  await page.route(address, async (route) => {
    if (route.request().method() !== 'GET') return route.continue();
    const response = await route.fetch();
    const { 'content-length': _, ...headers } = response.headers();
    return route.fulfill({ response, headers, body });
  });
}

const places = storedDocuments.find(({ chart }) => chart === 'ordinary')?.documents ?? [];

/**
 * Opens the `at`-th of a test's own documents in the ordinary chart, each in the place of another one of the chart, for
 * the app keeps what it has loaded; when all have been read it is loaded anew.
 */
async function openInPlace(page: Page, at: number, body: string): Promise<void> {
  const place = places[at % places.length];
  if (place === undefined) throw new Error('the ordinary chart has no stored CDA document');
  await answerWith(page, body, place.rendition.id);
  if (at > 0 && at % places.length === 0) {
    await page.reload();
    await chartIsOpen(page);
  }
  await openDocument(page, place.title, 'XML');
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

test('a broken document says so in words, can be saved, and the next one opens', async ({ page, sandbox }) => {
  await openChart(page, await sandbox.createSession());
  const main = page.getByRole('main');
  const cases = [
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
  ];
  for (const [at, { title, input, notice }] of cases.entries()) {
    await test.step(`${title} says so in words, can be saved, and the next one opens`, async () => {
      await openInPlace(page, at, input);
      await expect(main.getByText(notice).first()).toBeVisible();
      const saved = await saveDocument(page, 'Original file, as received');
      expect(await readFile(await saved.path(), 'utf8')).toBe(input);
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
  type Write = (words: string) => string;
  const rtf: Write = (words) => String.raw`{\rtf1 ${words}}`;

  test('is shown by the renderer of its type: text, a picture', async ({ page, sandbox }) => {
    await openChart(page, await sandbox.createSession());
    const cases: readonly { title: string; attributes: string; data: Write }[] = [
      { title: 'text', attributes: 'mediaType="text/plain"', data: (words) => words },
      { title: 'text in base64', attributes: 'mediaType="text/plain" representation="B64"', data: (words) => Buffer.from(words).toString('base64') },
      { title: 'rich text, deflated', attributes: 'mediaType="text/rtf" representation="B64" compression="DF"', data: (words) => deflateRawSync(rtf(words)).toString('base64') },
      { title: 'rich text, deflated with a header', attributes: 'mediaType="text/rtf" representation="B64" compression="DF"', data: (words) => deflateSync(rtf(words)).toString('base64') },
      { title: 'text, gzipped', attributes: 'mediaType="text/plain" representation="B64" compression="GZ"', data: (words) => gzipSync(words).toString('base64') },
      { title: 'text in zlib', attributes: 'mediaType="text/plain" representation="B64" compression="ZL"', data: (words) => deflateSync(words).toString('base64') },
    ];
    for (const [at, { title, attributes, data }] of cases.entries()) {
      await test.step(`is shown by the renderer of its type: ${title}`, async () => {
        const words = `The words of the letter: ${title}.`;
        await openInPlace(page, at, cda(`<nonXMLBody><text ${attributes}>${data(words)}</text></nonXMLBody>`));
        await expect(page.getByRole('main').getByText(words)).toBeVisible();
      });
    }
    await test.step('is shown by the renderer of its type: a picture', async () => {
      await openInPlace(page, cases.length, cda(`<nonXMLBody><text mediaType="image/png" representation="B64">${png(600, 300)}</text></nonXMLBody>`));
      const picture = page.getByRole('main').getByRole('img');
      await expect(picture).toBeVisible();
      expect(await picture.evaluate((image) => Reflect.get(image, 'naturalWidth'))).toBe(600);
    });
  });

  test('is shown by the renderer of its type: a PDF', async ({ page, sandbox }) => {
    await openChart(page, await sandbox.createSession({ chart: 'odd' }));
    await openDocument(page, 'CDA around a PDF (nonXMLBody)', 'XML');
    const main = page.getByRole('main');
    await expect(main.getByText('Page 1 of 1', { exact: true })).toBeVisible();
    await expectInk(main.getByRole('region', { name: 'Page 1', exact: true }));
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
