import { describe, expect, test } from 'vitest';
import { contentFromBytes } from './bytes-content.ts';
import { readTraits, traitsOf } from './content-traits.ts';
import { chooseRenderers, renderers } from './registry.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string): Uint8Array =>
  Uint8Array.from([0xff, 0xfe, ...Array.from(text, (c) => [c.charCodeAt(0), 0]).flat()]);
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

const cda = '<ClinicalDocument xmlns="urn:hl7-org:v3"><id/></ClinicalDocument>';
const png = bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13);
const jpeg = bytes(0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46);

const cases: readonly { title: string; type: string; head: Uint8Array; expected: string }[] = [
  { title: 'a PDF', type: 'application/pdf', head: utf8('%PDF-1.7\n%âãÏÓ'), expected: 'pdf' },
  { title: 'a PDF after 900 bytes of junk', type: 'application/pdf', head: utf8(`${' '.repeat(900)}%PDF-1.4`), expected: 'pdf' },
  { title: 'a PDF declared as text', type: 'text/plain', head: utf8('%PDF-1.4'), expected: 'pdf' },
  { title: 'a PDF of unknown type', type: 'application/octet-stream', head: utf8('%PDF-1.4'), expected: 'pdf' },
  { title: 'junk declared as PDF, to be told by its own renderer', type: 'application/pdf', head: utf8('oops'), expected: 'pdf' },
  { title: 'a login page declared as PDF', type: 'application/pdf', head: utf8('<!DOCTYPE html><html>'), expected: 'html' },
  { title: 'a PDF in a comment of a page, declared as PDF', type: 'application/pdf', head: utf8('<!--%PDF-1.7\n%%EOF\n--><html><body>'), expected: 'pdf' },
  { title: 'a PDF in a comment of a page, declared as HTML', type: 'text/html', head: utf8('<!--%PDF-1.7\n%%EOF\n--><html><body>'), expected: 'html' },
  { title: 'a clinical document with the mark of a PDF', type: 'application/pdf', head: utf8(`<!--%PDF-1.7-->${cda}`), expected: 'cda' },
  { title: 'HTML', type: 'text/html', head: utf8('<html><body>'), expected: 'html' },
  { title: 'an HTML fragment', type: 'text/html', head: utf8('<div>Final Report</div>'), expected: 'html' },
  { title: 'bare words declared as HTML', type: 'text/html', head: utf8('Final Report'), expected: 'html' },
  { title: 'HTML declared as text', type: 'text/plain', head: utf8('\n<!doctype HTML>\n<p>'), expected: 'html' },
  { title: 'HTML in UTF-16', type: 'application/octet-stream', head: utf16('<html><body>'), expected: 'html' },
  { title: 'HTML after a comment', type: 'text/plain', head: utf8('<!-- made by x --><HTML><p>'), expected: 'html' },
  { title: 'XHTML with a declaration', type: 'application/xhtml+xml', head: utf8('<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml">'), expected: 'html' },
  { title: 'a clinical document', type: 'application/xml', head: utf8(`<?xml version="1.0"?>\n<?xml-stylesheet href="CDA.xsl"?><!-- x -->${cda}`), expected: 'cda' },
  { title: 'a clinical document declared as HTML', type: 'text/html', head: utf8(cda), expected: 'cda' },
  { title: 'a clinical document with a BOM and a prefix', type: 'text/xml', head: utf8('\uFEFF<n1:ClinicalDocument xmlns:n1="urn:hl7-org:v3">'), expected: 'cda' },
  { title: 'a clinical document without a namespace', type: 'application/xml', head: utf8('<ClinicalDocument>'), expected: 'cda' },
  { title: 'a clinical document behind a DOCTYPE', type: 'text/xml', head: utf8(`<!DOCTYPE x [<!ENTITY a "<b>">]>${cda}`), expected: 'cda' },
  { title: 'a clinical document behind junk', type: 'text/xml', head: utf8(`HTTP/1.1 200\r\n\r\n${cda}`), expected: 'cda' },
  { title: 'text that quotes a clinical document', type: 'text/plain', head: utf8(`See ${cda}`), expected: 'text' },
  { title: 'a clinical document of another namespace', type: 'application/xml', head: utf8('<ClinicalDocument xmlns="urn:other">'), expected: 'cda' },
  { title: 'a clinical document in small letters, to be told by its own renderer', type: 'application/xml', head: utf8('<clinicaldocument>'), expected: 'cda' },
  { title: 'a clinical document declared as text', type: 'text/plain', head: utf8(cda), expected: 'cda' },
  { title: 'a clinical document declared as JSON', type: 'application/json', head: utf8(cda), expected: 'cda' },
  { title: 'a clinical document declared as PDF', type: 'application/pdf', head: utf8(cda), expected: 'cda' },
  { title: 'a clinical document declared as a picture', type: 'image/png', head: utf8(cda), expected: 'cda' },
  { title: 'a clinical document of unknown type', type: 'application/octet-stream', head: utf8(cda), expected: 'cda' },
  { title: 'a clinical document without a type', type: '', head: utf8(cda), expected: 'cda' },
  { title: 'a clinical document in UTF-16', type: 'text/plain', head: utf16(cda), expected: 'cda' },
  { title: 'a clinical document behind a DOCTYPE of HTML', type: 'text/html', head: utf8(`<!DOCTYPE html>${cda}`), expected: 'cda' },
  { title: 'a clinical document behind lines of text', type: 'text/plain', head: utf8(`Content-Type: text/xml\r\n\r\n${cda}`), expected: 'cda' },
  { title: 'a clinical document behind text and a declaration', type: 'text/plain', head: utf8(`--part\n<?xml version="1.0"?>${cda}`), expected: 'cda' },
  { title: 'a clinical document behind junk, declared as HTML', type: 'text/html', head: utf8(`junk\n${cda}`), expected: 'cda' },
  { title: 'a clinical document behind junk, of unknown type', type: 'application/octet-stream', head: utf8(`\n\n<!-- x -->y\n${cda}`), expected: 'cda' },
  { title: 'a clinical document in an envelope', type: 'application/soap+xml', head: utf8(`<s:Envelope xmlns:s="urn:s"><s:Body>${cda}`), expected: 'cda' },
  { title: 'a clinical document in an envelope declared as text', type: 'text/plain', head: utf8(`<Envelope><Body>${cda}`), expected: 'cda' },
  { title: 'XML with a comment on clinical documents', type: 'text/xml', head: utf8(`<a><!-- ${cda} --></a>`), expected: 'xml-source' },
  { title: 'a PDF about clinical documents', type: 'application/xml', head: utf8(`%PDF-1.4\n${cda}`), expected: 'pdf' },
  { title: 'an HTML fragment around the words of one', type: 'text/html', head: utf8(`<div>${cda}</div>`), expected: 'html' },
  { title: 'other XML', type: 'application/xml', head: utf8('<Bundle xmlns="http://hl7.org/fhir">'), expected: 'xml-source' },
  { title: 'other XML of unknown type', type: 'application/octet-stream', head: utf8('<?xml version="1.0"?><a/>'), expected: 'xml-source' },
  { title: 'SVG, as its source', type: 'image/svg+xml', head: utf8('<svg xmlns="http://www.w3.org/2000/svg">'), expected: 'xml-source' },
  { title: 'text', type: 'text/plain', head: utf8('Discharge summary'), expected: 'text' },
  { title: 'text that begins with a comparison', type: 'text/plain', head: utf8('<5 mg/dl'), expected: 'text' },
  { title: 'text of unknown type', type: 'application/octet-stream', head: utf8('Hb 12.1'), expected: 'text' },
  { title: 'text that begins with BM', type: 'text/plain', head: utf8('BMI 24, well.'), expected: 'text' },
  { title: 'rich text', type: 'application/rtf', head: utf8('{\\rtf1\\ansi'), expected: 'rtf' },
  { title: 'rich text declared as text', type: 'text/plain', head: utf8('{\\rtf1\\ansi'), expected: 'rtf' },
  { title: 'a PNG', type: 'image/png', head: png, expected: 'image' },
  { title: 'a JPEG declared as PNG', type: 'image/png', head: jpeg, expected: 'image' },
  { title: 'a GIF of unknown type', type: 'application/octet-stream', head: utf8('GIF89a'), expected: 'image' },
  { title: 'a WebP', type: 'image/webp', head: utf8('RIFF1234WEBPVP8 '), expected: 'image' },
  { title: 'a TIFF', type: 'image/tiff', head: bytes(0x49, 0x49, 0x2a, 0, 8, 0, 0, 0), expected: 'fallback' },
  { title: 'a Word file', type: 'application/msword', head: bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), expected: 'fallback' },
  { title: 'a zip', type: 'application/zip', head: bytes(0x50, 0x4b, 3, 4, 20, 0), expected: 'fallback' },
  { title: 'nothing', type: 'application/octet-stream', head: bytes(), expected: 'fallback' },
]; // prettier-ignore

describe('The renderer is chosen by bytes, root and declared type', () => {
  test.each(cases)('$title → $expected', ({ type, head, expected }) => {
    const mediaType = { essence: type };
    expect(chooseRenderers(traitsOf(mediaType, mediaType, head))[0]?.id).toBe(expected);
  });

  test('a declared type that says nothing gives way to what came with the bytes', () => {
    const traits = traitsOf(
      { essence: 'text/html' },
      { essence: 'application/octet-stream' },
      utf8('Final'),
    );
    expect(chooseRenderers(traits)[0]?.id).toBe('html');
  });

  const long = 'licence '.repeat(2000);
  test.each([
    { title: 'a long comment', before: `<?xml version="1.0"?><!-- ${long}-->` },
    { title: 'many comments', before: `<?xml version="1.0"?>${'<!-- licence -->'.repeat(1000)}` },
    { title: 'long junk', before: `${long}\n` },
    { title: 'white space', before: ' \n'.repeat(5000) },
    { title: 'a long DOCTYPE', before: `<!DOCTYPE x [<!-- ${long} -->]>` },
    { title: 'the head of an envelope', before: `<Envelope><Header>${long}</Header><Body>` },
    { title: 'comments without end', before: `${'<!--'.repeat(20_000)}-->\n` },
  ])('a clinical document behind $title is found whatever its type', async ({ before }) => {
    const types = ['text/xml', 'text/html', 'text/plain', 'application/octet-stream', ''].filter(
      // What else is in HTML is part of the page.
      (type) => type !== 'text/html' || !before.startsWith('<Envelope'),
    );
    for (const essence of types) {
      const traits = await readTraits(contentFromBytes(utf8(before + cda), { essence }));
      expect({ essence, id: traits.ok && chooseRenderers(traits.value)[0]?.id }).toEqual({
        essence,
        id: 'cda',
      });
    }
  });

  test('bytes of a format that is no text are not searched for a clinical document', async () => {
    const asked: number[] = [];
    const source = Uint8Array.from([...png, ...new Uint8Array(8000), ...utf8(`\n${cda}`)]);
    const content = contentFromBytes(source, { essence: 'image/png' });
    const head = (length: number) => {
      asked.push(length);
      return content.head(length);
    };
    const traits = await readTraits({ ...content, head });
    expect(traits.ok && chooseRenderers(traits.value)[0]?.id).toBe('image');
    expect(asked).toEqual([4096]);
  });

  test('the fallback is always among the choices, and last', () => {
    const mediaType = { essence: 'application/pdf' };
    expect(chooseRenderers(traitsOf(mediaType, mediaType, utf8('%PDF-'))).at(-1)?.id).toBe(
      'fallback',
    );
  });

  test('the formats are these', () => {
    expect(renderers.map(({ id }) => id)).toEqual([
      'cda', 'pdf', 'html', 'image', 'rtf', 'xml-source', 'text', 'fallback',
    ]); // prettier-ignore
  });
});
