import {
  concatTransformationMatrix,
  drawObject,
  PDFArray,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFString,
  popGraphicsState,
  pushGraphicsState,
  type PDFPage,
} from 'pdf-lib';
import type { Bitmap } from '../images/bitmap.ts';
import { deflate } from '../images/png.ts';

/** A grey picture over the whole page; deflated by the platform, which is far quicker than in script. */
export async function addPicture(
  document: PDFDocument,
  page: PDFPage,
  bitmap: Bitmap,
): Promise<void> {
  const { width, height, pixels } = bitmap;
  const grey = Uint8Array.from({ length: width * height }, (_, index) => pixels[index * 3] ?? 0);
  const stream = PDFRawStream.of(
    document.context.obj({
      Type: 'XObject',
      Subtype: 'Image',
      Width: width,
      Height: height,
      ColorSpace: 'DeviceGray',
      BitsPerComponent: 8,
      Filter: 'FlateDecode',
    }),
    await deflate(grey),
  );
  const name = page.node.newXObject('Scan', document.context.register(stream));
  page.pushOperators(
    pushGraphicsState(),
    concatTransformationMatrix(page.getWidth(), 0, 0, page.getHeight(), 0, 0),
    drawObject(name),
    popGraphicsState(),
  );
}

function destination(document: PDFDocument, page: number): PDFArray {
  const array = document.context.obj([]);
  array.push(document.getPage(Math.min(page, document.getPageCount() - 1)).ref);
  array.push(PDFName.of('Fit'));
  return array;
}

/** A rectangle of the page that leads to another page. */
export function addLink(
  document: PDFDocument,
  page: PDFPage,
  rectangle: readonly [number, number, number, number],
  target: number,
): void {
  const link = document.context.register(
    document.context.obj({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [...rectangle],
      Border: [0, 0, 0],
      Dest: destination(document, target),
    }),
  );
  const existing = page.node.Annots();
  if (existing) existing.push(link);
  else page.node.set(PDFName.of('Annots'), document.context.obj([link]));
}

/** Bookmarks, one level deep. */
export function addOutline(
  document: PDFDocument,
  marks: readonly { readonly title: string; readonly page: number }[],
): void {
  const { context } = document;
  const root = context.nextRef();
  const refs = marks.map(() => context.nextRef());
  for (const [index, { title, page }] of marks.entries()) {
    const ref = refs[index];
    if (ref === undefined) continue;
    const item = context.obj({ Title: PDFString.of(title), Parent: root });
    item.set(PDFName.of('Dest'), destination(document, page));
    const previous = refs[index - 1];
    const next = refs[index + 1];
    if (previous) item.set(PDFName.of('Prev'), previous);
    if (next) item.set(PDFName.of('Next'), next);
    context.assign(ref, item);
  }
  const outline = context.obj({ Type: 'Outlines', Count: PDFNumber.of(marks.length) });
  const first = refs[0];
  const last = refs.at(-1);
  if (first) outline.set(PDFName.of('First'), first);
  if (last) outline.set(PDFName.of('Last'), last);
  context.assign(root, outline);
  document.catalog.set(PDFName.of('Outlines'), root);
}

/** Page labels: i, ii, … for the first pages, then 1, 2, … */
export function labelPages(document: PDFDocument, front: number): void {
  document.catalog.set(
    PDFName.of('PageLabels'),
    document.context.obj({ Nums: [0, { S: 'r' }, front, { S: 'D' }] }),
  );
}
