/**
 * Documents that would end the tab: each is over in seconds, in words that name what was wrong or shown, can be saved as it
 * came, and leaves the next document as quick as it was, but for a second.
 */
import { stat } from 'node:fs/promises';
import { deflateSync, gzipSync } from 'node:zlib';
import type { Locator, Page } from '@playwright/test';
import { openChart } from '../actions/open-chart.ts';
import { cda, nonXmlBody } from './cda/cda-document.ts';
import { bodyOf, type DocumentCase } from './documents/document-case.ts';
import { plainTitle } from './documents/document-chart.ts';
import { documentTest, expect } from './documents/document-test.ts';
import { deflated, writePdf } from './pdf/write-pdf.ts';

const xml = { contentType: 'application/xml', class: 'bombs' } as const;
const html = { contentType: 'text/html', class: 'bombs' } as const;
const pdf = { contentType: 'application/pdf', class: 'bombs' } as const;
const immune = {
  immune: 'What the unprotected reader makes of it is in the other suites; here time is measured.',
};
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const packed = (compression: string, data: Uint8Array): Uint8Array =>
  bytes(cda({ body: nonXmlBody(`<text mediaType="text/plain" representation="B64" compression="${compression}">${Buffer.from(data).toString('base64')}</text>`) })); // prettier-ignore

/** Three hundred megabytes are packed once, and not while the server is asked for them. */
function once(make: () => Uint8Array): () => Uint8Array {
  let made: Uint8Array | undefined;
  return () => (made ??= make());
}

/** What must be told of each, or be read. */
const bombs: readonly DocumentCase[] = [
  { ...xml, id: 'bomb-entities', title: 'entities of half a gigabyte', body: once(() => bytes(cda({ before: `<!DOCTYPE ClinicalDocument [<!ENTITY x "${'a'.repeat(100_000)}">]>`, text: `Exploding ${'&x;'.repeat(5000)}` }))), says: /declares a DOCTYPE/, control: immune },
  { ...xml, id: 'bomb-nesting', title: 'two hundred thousand elements inside each other', body: once(() => bytes(cda({ text: '<content>'.repeat(200_000) }))), says: /nested deeper than/, control: immune },
  { ...xml, id: 'bomb-sections', title: 'a hundred thousand sections', body: once(() => bytes(cda({ body: `<component><structuredBody>${'<component><section><title>s</title><text>t</text></section></component>'.repeat(100_000)}</structuredBody></component>` }))), says: /more than [\d,]+ sections/, control: immune },
  { ...xml, id: 'bomb-elements', title: 'two million elements', body: once(() => bytes(cda({ text: '<br/>'.repeat(2_000_000) }))), says: /more than [\d,]+ elements/, control: immune },
  { ...xml, id: 'bomb-deflate', title: 'a deflated body of three hundred megabytes', body: once(() => packed('DF', deflateSync(Buffer.alloc(300_000_000, 0x61), { level: 9 }))), says: /would unfold to more than 64 MB, so it is not shown. The original can be saved/, control: immune },
  { ...xml, id: 'bomb-gzip', title: 'a zipped body of three hundred megabytes', body: once(() => packed('GZ', gzipSync(Buffer.alloc(300_000_000, 0x61), { level: 9 }))), says: /would unfold to more than 64 MB, so it is not shown. The original can be saved/, control: immune },
  { ...html, id: 'bomb-html-elements', title: 'HTML of three hundred thousand elements', body: once(() => bytes(`<p>First words</p>${'<b>x</b>'.repeat(300_000)}`)), says: /very large .* text is shown without its layout/, control: immune },
  { ...html, id: 'bomb-html-attributes', title: 'HTML of six hundred thousand attributes', body: once(() => bytes(`<p>First words</p>${`<i ${'a b c d e f '.repeat(10)}>x</i>`.repeat(10_000)}`)), says: /very large .* text is shown without its layout/, control: immune },
  { ...html, id: 'bomb-html-formatting', title: 'few tags that become very many elements', body: once(() => bytes(`<p>First words</p>${'<b><i><u><s>'.repeat(100)}${'<p>x'.repeat(20_000)}`)), says: /very large|First words/, control: immune },
  { ...html, id: 'bomb-html-depth', title: 'HTML a hundred thousand elements deep', body: once(() => bytes(`<p>First words</p>${'<div>'.repeat(100_000)}Deepest`)), says: /too deep inside each other .* text is shown without its layout.*First words/s, control: immune },
  { ...html, id: 'bomb-html-entities', title: 'HTML of entities and comments that never end', body: once(() => bytes(`<p>First words</p>${'&amp;'.repeat(500_000)}${'<!--'.repeat(200_000)}`)), says: /very large|First words/, control: immune },
  { ...html, id: 'bomb-html-size', title: 'HTML of forty-nine megabytes', body: once(() => bytes(`<p>First words</p>${'<p>x &amp; y</p>'.repeat(3_000_000)}`)), says: /very large .* text is shown without its layout/, control: immune },
  { ...html, contentType: 'text/plain', id: 'bomb-text-line', title: 'a line of forty-nine megabytes', body: once(() => bytes(`First words${'x'.repeat(49_000_000)}`)), says: /First words/, control: immune },
  { ...pdf, id: 'bomb-pdf-stream', title: 'a page’s stream of three hundred megabytes in a megabyte', body: once(() => writePdf({ words: 'First words', page: '/Contents[5 0 R 10 0 R]', objects: [deflated('', Buffer.alloc(300_000_000, 0x20))] })), says: /is open|was not drawn within|could not be shown|damaged|too large/, control: immune },
  { ...pdf, id: 'bomb-pdf-image', title: 'an image of 900 million pixels', body: once(() => writePdf({ words: 'First words', content: 'q 400 0 0 400 72 100 cm /I Do Q', resources: '/XObject<</I 10 0 R>>', objects: [deflated('/Type/XObject/Subtype/Image/Width 30000/Height 30000/ColorSpace/DeviceGray/BitsPerComponent 1', new Uint8Array(30_000 * 3750))] })), says: /Some images of this PDF could not be drawn/, control: immune },
  { ...pdf, id: 'bomb-pdf-pages', title: 'a tree of a hundred thousand pages that are one', body: once(() => writePdf({ words: 'First words', pages: '<</Type/Pages/Kids[10 0 R]/Count 100000>>', objects: [`<</Type/Pages/Parent 2 0 R/Count 100000/Kids[${'3 0 R '.repeat(100_000)}]>>`] })), says: /Page 1 of 100,?000|First words|more than/, control: immune },
  { ...pdf, id: 'bomb-pdf-endless', title: 'pages said to be two thousand million', body: once(() => writePdf({ words: 'First words', pages: '<</Type/Pages/Kids[3 0 R]/Count 2000000000>>' })), says: /First words|Page 1|damaged|could not be shown/, control: immune },
  { ...pdf, id: 'bomb-pdf-laughs', title: 'ten million drawings of drawings', body: once(() => writePdf({ words: 'First words', content: '/X Do', resources: '/XObject<</X 10 0 R>>', objects: [...Array.from({ length: 7 }, (_, at) => ({ entries: `/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</XObject<</X ${11 + at} 0 R>>>>`, data: '/X Do '.repeat(10) })), { entries: '/Type/XObject/Subtype/Form/BBox[0 0 9 9]', data: '0 0 1 1 re f' }] })), says: /was not drawn within/, control: immune },
]; // prettier-ignore

const test = documentTest(bombs);

// One after the other: each would slow the next down.
test.describe.configure({ mode: 'default', timeout: 150_000 });
test.use({ trace: 'off' });

/** By selectors, not by roles: those would be worked out for each element of the bomb. */
async function find(page: Page, title: string): Promise<Locator> {
  await page.locator('.filter-bar input').first().fill(title);
  return page.locator('[role=row]').filter({ hasText: title });
}

/** Milliseconds from a press on the harmless document to its words; not those that finding its row takes. */
async function timeOfPlain(page: Page): Promise<number> {
  const box = await (await find(page, plainTitle)).boundingBox();
  if (box === null) throw new Error('The harmless document is not in the list.');
  const from = performance.now();
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await page.waitForFunction(
    () => document.querySelector('main')?.textContent?.includes('Nothing unusual.') === true,
  );
  return performance.now() - from;
}

/** The first words of the reader, its frame's included: to lay out all of them to read them would take longer than to open them. */
const wordsOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const main = document.querySelector('main');
    const inside = main?.querySelector('iframe')?.contentDocument?.body;
    return [main, inside].map((root) => root?.textContent?.slice(0, 5000) ?? '').join(' ');
  });

for (const bomb of bombs) {
  test(`${bomb.title} (${bomb.id})`, async ({ page, app, sink }) => {
    const bytesSent = await bodyOf(bomb, sink.url);
    await openChart(page, await app.sandbox.createSession({ chart: 'bombs' }));
    const ordinary = await timeOfPlain(page);
    await (await find(page, `Case ${bomb.id}`)).click();
    // An idle machine takes 400 ms for a line of text, and ten seconds for the worst of these: twice that, and more when busy.
    const patience = Math.max(2, ordinary / 200);
    await expect.poll(() => wordsOf(page), { timeout: patience * 10_000 }).toMatch(bomb.says ?? /./);
    const started = page.waitForEvent('download');
    await page.locator('.reader-head button:enabled, main [role=alert] button').filter({ hasText: /^Save/ }).first().click();
    const original = page.locator('.reader-head button').filter({ hasText: 'Original file, as received' });
    if (await original.isVisible()) await original.click();
    const saved = await started;
    expect((await stat(await saved.path())).size).toBe(bytesSent.byteLength);
    const next = await timeOfPlain(page);
    expect(next, `the next document; before it took ${Math.round(ordinary)} ms`).toBeLessThan(ordinary + patience * 500);
  });
} // prettier-ignore
