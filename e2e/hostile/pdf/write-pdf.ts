/** PDFs written object by object, so that they say what no well-meaning library would write. */
import { deflateSync } from 'node:zlib';

/** An object's text between `obj` and `endobj`, or a stream with the entries of its dictionary. */
export type PdfObject = string | { readonly entries: string; readonly data: string | Uint8Array };

export interface PdfParts {
  /** Further entries of the catalogue. */
  readonly catalog?: string;
  /** Further entries of the first page. */
  readonly page?: string;
  /** Operators behind the words. */
  readonly content?: string;
  readonly words?: string;
  /** Objects from number 10 on. */
  readonly objects?: readonly PdfObject[];
  /** In place of the page tree (object 2). */
  readonly pages?: string;
  readonly box?: string;
  readonly resources?: string;
  /** Further fonts. */
  readonly fonts?: string;
  readonly trailer?: string;
}

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

/** One page that says `words`, and what the parts add. Object 1 catalogue, 2 pages, 3 page, 4 font, 5 content. */
export function writePdf(parts: PdfParts): Uint8Array {
  const box = parts.box ?? '[0 0 612 792]';
  const content = `BT /F1 18 Tf 72 700 Td (${parts.words ?? 'Harmless words'}) Tj ET ${parts.content ?? ''}`;
  const objects = new Map<number, PdfObject>([
    [1, `<</Type/Catalog/Pages 2 0 R ${parts.catalog ?? ''}>>`],
    [2, parts.pages ?? '<</Type/Pages/Kids[3 0 R]/Count 1>>'],
    [3, `<</Type/Page/Parent 2 0 R/MediaBox ${box}/Resources<</Font<</F1 4 0 R ${parts.fonts ?? ''}>>${parts.resources ?? ''}>>/Contents 5 0 R ${parts.page ?? ''}>>`],
    [4, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'],
    [5, { entries: '', data: content }],
    ...(parts.objects ?? []).map((one, at) => [10 + at, one] as const),
  ]); // prettier-ignore
  return assemble(objects, parts.trailer ?? '');
}

function assemble(objects: ReadonlyMap<number, PdfObject>, trailer: string): Uint8Array {
  const chunks: Buffer[] = [latin1('%PDF-1.7\n')];
  const offsets = new Map<number, number>();
  let length = chunks[0]?.length ?? 0;
  const add = (chunk: Buffer): void => {
    chunks.push(chunk);
    length += chunk.length;
  };
  for (const [number, object] of objects) {
    offsets.set(number, length);
    if (typeof object === 'string') add(latin1(`${number} 0 obj\n${object}\nendobj\n`));
    else {
      const data = typeof object.data === 'string' ? latin1(object.data) : Buffer.from(object.data);
      add(latin1(`${number} 0 obj\n<<${object.entries}/Length ${data.length}>>\nstream\n`));
      add(data);
      add(latin1('\nendstream\nendobj\n'));
    }
  }
  const start = length;
  const last = Math.max(...objects.keys());
  const rows = Array.from({ length: last + 1 }, (_, number) => {
    const offset = offsets.get(number);
    return offset === undefined
      ? '0000000000 65535 f \n'
      : `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  add(latin1(`xref\n0 ${last + 1}\n${rows.join('')}trailer\n<</Size ${last + 1}/Root 1 0 R ${trailer}>>\nstartxref\n${start}\n%%EOF\n`)); // prettier-ignore
  return Buffer.concat(chunks);
}

/** A stream that its reader must inflate. */
export const deflated = (entries: string, data: string | Uint8Array): PdfObject => ({
  entries: `${entries}/Filter/FlateDecode`,
  data: deflateSync(data, { level: 9 }),
});

/** A string of the PDF's own kind: nothing in it ends it. */
export const pdfText = (text: string): string => `<${Buffer.from(text, 'latin1').toString('hex')}>`;

export const javascript = (code: string): string => `<</S/JavaScript/JS ${pdfText(code)}>>`;
