import { generateCcd } from '../ccd/generate-ccd.ts';
import { base64, utf8, windows1252 } from './bytes.ts';
import type { ChartDocument } from './chart.ts';
import { emptyRecord } from './empty-record.ts';
import { odd, oddReport, page, zoe } from './odd-patient.ts';
import { reportPdf } from './pdf/report-pdf.ts';
import { scannedSheet } from './images/pictures.ts';
import { encodePng } from './images/png.ts';

const html = (title: string, text: string) => (): Uint8Array => utf8(page(title, text));

const ccd = (): Uint8Array =>
  utf8(
    generateCcd(
      { id: 'odd', title: '', patient: zoe, encounters: [], documents: [], record: emptyRecord },
      { now: Date.parse('2022-05-01T12:00:00Z') },
    ),
  );

const shortPdf = (text: string): Promise<Uint8Array> => reportPdf(oddReport('Short PDF', text));

async function nonXmlBody(): Promise<Uint8Array> {
  const bytes = base64(await shortPdf('This PDF travelled inside a clinical document.'));
  return utf8(
    new TextDecoder()
      .decode(ccd())
      .replace(
        /<structuredBody>[\s\S]*<\/structuredBody>/,
        `<nonXMLBody><text mediaType="application/pdf" representation="B64">${bytes}</text></nonXMLBody>`,
      ),
  );
}

const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 220 120" role="img"><title>Sketch of the knee</title><rect width="220" height="120" fill="#fffdf5"/><path d="M40 10 C 60 60, 60 70, 90 110" fill="none" stroke="#345" stroke-width="14"/><circle cx="74" cy="62" r="16" fill="#cde" stroke="#345"/><text x="104" y="66" font-size="14">patella, tender</text></svg>`;

const oruXml = `<?xml version="1.0" encoding="UTF-8"?>
<LabReport xmlns="urn:lakeside:lab"><Patient id="10004242"/><Result code="TSH" value="2.4" unit="mIU/L"/><Result code="fT4" value="1.2" unit="ng/dL"/><Note>An XML report, but not a clinical document.</Note></LabReport>`;

const latin1 = `<html><head><title>Entlassbrief</title></head><body><p>* Final Report *</p><h1>Zusammenfassung f\u00fcr die Haus\u00e4rztin</h1><p>Gr\u00f6\u00dfe 168 cm, Gewicht 61 kg. Tr\u00e8s bien support\u00e9, contr\u00f4le \u00e0 P\u00e2ques.</p></body></html>`;

const dashed = `LAKESIDE REGIONAL HOSPITAL\n\nPrice list of the cafeteria \u2013 \u201csoup\u201d \u20ac 4, na\u00efve caf\u00e9 au lait \u2026\n`;

const withMeta = latin1.replace('<head>', '<head><meta charset="iso-8859-1">');

/** Bytes, media types and addresses that servers get wrong. */
export const oddContent: readonly ChartDocument[] = [
  odd(
    1,
    { title: 'Media type misspelt (aapplication/xml)', kind: 'summary' },
    { contentType: 'aapplication/xml', servedAs: 'application/xml', body: ccd },
  ),
  odd(
    2,
    { title: 'Media type missing' },
    {
      servedAs: 'text/html',
      body: html('Media type missing', 'Only the bytes tell that this is HTML.'),
    },
  ),
  odd(
    3,
    { title: 'Text declared as PDF' },
    {
      contentType: 'application/pdf',
      servedAs: 'application/pdf',
      body: () => utf8('LAKESIDE REGIONAL HOSPITAL\n\nPlain words under the name of a PDF.\n'),
    },
  ),
  odd(
    4,
    { title: 'HTML declared as PDF' },
    {
      contentType: 'application/pdf',
      body: html('HTML declared as PDF', 'The report server fell back to HTML and kept the label.'),
    },
  ),
  odd(
    5,
    { title: 'Charset iso-8859-1' },
    { contentType: 'text/html; charset=iso-8859-1', body: () => windows1252(latin1) },
  ),
  odd(
    6,
    { title: 'Media type html, as old servers write it' },
    {
      contentType: 'html',
      servedAs: 'text/html',
      body: html('Media type html', 'Declared by its short name.'),
    },
  ),
  odd(
    7,
    { title: 'Relative link' },
    {
      contentType: 'text/html',
      link: 'relative',
      body: html('Relative link', 'Found at Binary/… below the base.'),
    },
  ),
  odd(
    8,
    { title: 'Link from the root' },
    {
      contentType: 'text/html',
      link: 'rootRelative',
      body: html('Link from the root', 'Found at /… on the host.'),
    },
  ),
  odd(
    9,
    { title: 'Inline data' },
    {
      contentType: 'text/plain; charset=utf-8',
      link: 'inline',
      body: () => utf8('The whole note lies in the resource: naïve, 37.2 °C, ½ tablet.\n'),
    },
  ),
  odd(
    10,
    { title: 'No link at all' },
    { contentType: 'application/pdf', link: 'none', body: () => new Uint8Array() },
  ),
  odd(
    11,
    { title: 'Link to a foreign host' },
    {
      contentType: 'text/html',
      link: 'foreign',
      body: html('Foreign host', 'Nobody should read this by accident.'),
    },
  ),
  odd(
    12,
    { title: 'Link to another DocumentReference' },
    {
      contentType: 'text/html',
      link: 'documentReference',
      body: html(
        'Another DocumentReference',
        'The bytes are inline in the resource behind the link.',
      ),
    },
  ),
  odd(13, { title: 'Empty body' }, { contentType: 'text/html', body: () => new Uint8Array() }),
  odd(
    14,
    { title: 'Empty PDF' },
    { contentType: 'application/pdf', size: 0, body: () => new Uint8Array() },
  ),
  odd(
    15,
    { title: 'Truncated PDF' },
    {
      contentType: 'application/pdf',
      body: async () => {
        const bytes = await shortPdf('The end of this file never arrived.');
        return bytes.slice(0, Math.floor(bytes.length * 0.6));
      },
    },
  ),
  odd(
    16,
    { title: 'CDA around a PDF (nonXMLBody)', kind: 'correspondence' },
    { contentType: 'application/xml', body: nonXmlBody },
  ),
  odd(
    17,
    { title: 'XML that is not a clinical document', kind: 'laboratory' },
    { contentType: 'application/xml', body: () => utf8(oruXml) },
  ),
  odd(
    18,
    { title: 'Sketch (SVG)', kind: 'image' },
    { contentType: 'image/svg+xml', body: () => utf8(svg) },
  ),
  odd(
    19,
    { title: 'PNG declared as JPEG', kind: 'image' },
    {
      contentType: 'image/jpeg',
      body: () =>
        encodePng(scannedSheet(['A PICTURE', 'UNDER ANOTHER NAME', '', '', '_SIGNED', ''])),
    },
  ),
  odd(
    20,
    { title: 'Unknown kind of file' },
    {
      contentType: 'application/octet-stream',
      body: () => Uint8Array.from({ length: 512 }, (_, index) => (index * 37) % 256),
    },
  ),
  odd(
    21,
    { title: 'Size stated wrongly' },
    {
      contentType: 'text/plain',
      size: 9_999_999,
      body: () => utf8('Short, whatever the resource says.\n'),
    },
  ),
  odd(
    22,
    { title: 'CCD in UTF-8 with a byte order mark', kind: 'summary' },
    { contentType: 'text/xml', body: () => Uint8Array.from([0xef, 0xbb, 0xbf, ...ccd()]) },
  ),
  odd(
    23,
    { title: 'CCD cut off in the middle', kind: 'summary' },
    { contentType: 'application/xml', body: () => ccd().slice(0, 4_000) },
  ),
  odd(
    24,
    { title: 'HTML with scripts and remote pictures' },
    {
      contentType: 'text/html',
      body: () =>
        utf8(
          page('HTML with scripts', 'The words must stay, the rest must not act.').replace(
            '</body>',
            '<img src="http://tracker.lakeside.example/pixel.gif" onerror="document.title=1"><a href="javascript:void(0)">Show more</a><form action="http://tracker.lakeside.example/"><input name="pin"></form></body>',
          ),
        ),
    },
  ),
  odd(
    25,
    { title: 'Charset windows-1252' },
    { contentType: 'text/plain; charset=windows-1252', body: () => windows1252(dashed) },
  ),
  odd(
    26,
    { title: 'Charset in a meta element' },
    { contentType: 'text/html', body: () => windows1252(withMeta) },
  ),
];
