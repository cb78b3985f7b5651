import type { PDFDocumentProxy } from './pdf-engine.ts';

/** One entry of a PDF's outline; without a destination it only groups others. */
export interface OutlineEntry {
  readonly title: string;
  readonly destination?: string | readonly unknown[];
  readonly children: readonly OutlineEntry[];
}

type RawOutline = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>;

/** The document's outline; empty where there is none or it cannot be read. */
export async function readOutline(pdf: PDFDocumentProxy): Promise<readonly OutlineEntry[]> {
  const raw = await pdf.getOutline().catch(() => null);
  return toEntries(raw ?? []);
}

const toEntries = (items: RawOutline): readonly OutlineEntry[] =>
  items.map(({ title, dest, items: children }) => ({
    title,
    ...(dest === null ? {} : { destination: dest }),
    children: toEntries(children),
  }));

/** Names of files embedded in the document. */
export async function readAttachmentNames(pdf: PDFDocumentProxy): Promise<readonly string[]> {
  const found: unknown = await pdf.getAttachments().catch(() => null);
  if (found instanceof Map) return [...found.values()].map(nameOf);
  return typeof found === 'object' && found !== null ? Object.values(found).map(nameOf) : [];
}

const nameOf = (attachment: unknown): string =>
  typeof attachment === 'object' && attachment !== null && 'filename' in attachment
    ? String(attachment.filename)
    : '?';
