import type { ClinicalDocument, DocumentStatusKind } from '../model/clinical-document.ts';
import { readReference, sameResource } from '../model/resource-address.ts';
import { shownDate } from './sort-documents.ts';

/** What the reader narrows the list by. Empty lists and absent fields narrow nothing. */
export interface DocumentFilter {
  /** Words, all of which must occur. */
  readonly text: string;
  /** Types as `documentType` names them. */
  readonly types: readonly string[];
  /** Days as the documents' authors wrote them, both included: `2019-12-26`. */
  readonly from?: string;
  readonly to?: string;
  readonly statuses?: readonly DocumentStatusKind[];
  /** `Encounter/…` of the documents' own server. */
  readonly encounter?: string;
}

export const noFilter: DocumentFilter = { text: '', types: [] };

/** The documents that pass, in their order. `titleOf` gives the title that the screen shows. */
export function filterDocuments(
  documents: readonly ClinicalDocument[],
  filter: DocumentFilter,
  titleOf: (document: ClinicalDocument) => string,
): readonly ClinicalDocument[] {
  const words = fold(filter.text).split(/\s+/).filter(Boolean);
  const types = new Set(filter.types);
  const statuses = new Set(filter.statuses);
  return documents.filter(
    (document) =>
      (types.size === 0 || types.has(documentType(document) ?? '')) &&
      (statuses.size === 0 || statuses.has(document.status.kind)) &&
      (filter.encounter === undefined || isOfEncounter(document, filter.encounter)) &&
      isWithin(shownDate(document)?.raw, filter.from, filter.to) &&
      hasWords(document, words, titleOf),
  );
}

/** What kind of document it is, in the server's words: its type, else its category. */
export const documentType = (document: ClinicalDocument): string | undefined =>
  document.type ?? document.category;

/** The types that occur, most frequent first, for the filter's choices. */
export function documentTypes(
  documents: readonly ClinicalDocument[],
): readonly { readonly type: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const document of documents) {
    const type = documentType(document);
    if (type !== undefined) counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return [...counts]
    .map(([type, count]) => ({ type, count }))
    .sort((a, b) => b.count - a.count || a.type.localeCompare(b.type));
}

/** References are relative or absolute, with or without a version. */
function isOfEncounter({ id, encounter = '' }: ClinicalDocument, wanted: string): boolean {
  const base = id.replace(/\/[^/]+\/[^/]+$/, '');
  const [named, asked] = [readReference(encounter, base), readReference(wanted, base)];
  return named !== undefined && asked !== undefined && sameResource(named, asked);
}

/** A partial date (`2019-12`) is within where its period touches the range; undated never is. */
function isWithin(
  raw: string | undefined,
  from: string | undefined,
  to: string | undefined,
): boolean {
  if (from === undefined && to === undefined) return true;
  if (raw === undefined) return false;
  const day = raw.trim().slice(0, 10);
  const starts = from === undefined || day >= from.slice(0, day.length);
  return starts && (to === undefined || day <= to.slice(0, day.length));
}

function hasWords(
  document: ClinicalDocument,
  words: readonly string[],
  titleOf: (document: ClinicalDocument) => string,
): boolean {
  if (words.length === 0) return true;
  const text = fold(
    [titleOf(document), document.type, document.category, document.author, document.organisation]
      .filter((part) => part !== undefined)
      .join(' '),
  );
  return words.every((word) => text.includes(word));
}

/** Case and accents aside: "Rontgen" finds "Röntgen". */
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
