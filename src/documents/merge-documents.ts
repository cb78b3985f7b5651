import type { ClinicalDocument, DocumentId } from '../model/clinical-document.ts';
import { canFold, foldDocuments } from './fold-documents.ts';
import { compareDocuments, mergeSorted } from './sort-documents.ts';

/** A growing list: add pages as they come, read it newest first. */
export interface DocumentMerge {
  add(documents: readonly ClinicalDocument[]): void;
  list(): readonly ClinicalDocument[];
}

/**
 * Merges pages of both searches. An id that is there already adds nothing; a report that both resources
 * show through the same attachment address is one row. Source: US Core clinical notes guidance ("the same
 * URL"). A page costs one pass over the list, whatever its length.
 */
export function createMerge(): DocumentMerge {
  const rows = new Map<DocumentId, ClinicalDocument>();
  const seen = new Set<DocumentId>();
  const rowsByAddress = new Map<string, Set<DocumentId>>();
  let sorted: readonly ClinicalDocument[] = [];

  function add(documents: readonly ClinicalDocument[]): void {
    const fresh = new Set<DocumentId>();
    const folded = new Set<DocumentId>();
    for (const document of documents) {
      if (seen.has(document.id)) continue;
      seen.add(document.id);
      const row = rowOfSameReport(document);
      const id = row?.id ?? document.id;
      const value = row === undefined ? document : foldDocuments(row, document);
      rows.set(id, value);
      for (const address of addressesOf(value)) {
        rowsByAddress.set(address, (rowsByAddress.get(address) ?? new Set()).add(id));
      }
      if (row === undefined) fresh.add(id);
      else folded.add(id);
    }
    sorted = mergeSorted(kept(folded), arrange([...fresh, ...folded]));
  }

  /** Folding may give an undated row a date: it moves to its place. */
  const kept = (folded: ReadonlySet<DocumentId>): readonly ClinicalDocument[] =>
    folded.size === 0 ? sorted : sorted.filter((document) => !folded.has(document.id));

  const arrange = (ids: readonly DocumentId[]): readonly ClinicalDocument[] =>
    [...new Set(ids)]
      .map((id) => rows.get(id))
      .filter((document) => document !== undefined)
      .sort(compareDocuments);

  function rowOfSameReport(document: ClinicalDocument): ClinicalDocument | undefined {
    for (const address of addressesOf(document)) {
      for (const id of rowsByAddress.get(address) ?? []) {
        const row = rows.get(id);
        if (row !== undefined && canFold(row, document)) return row;
      }
    }
    return undefined;
  }

  return { add, list: () => sorted };
}

const addressesOf = (document: ClinicalDocument): readonly string[] =>
  document.renditions.map((each) => each.attachment.url).filter((url) => url !== undefined);
