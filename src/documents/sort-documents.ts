import type { ClinicalDocument } from '../model/clinical-document.ts';

/** The date a row is shown and sorted by: when it happened, else when it was filed. */
export const shownDate = (document: ClinicalDocument): ClinicalDocument['date'] =>
  document.date ?? document.filed;

/** Newest first, undated last, ties by id: the same documents always stand in the same order. */
export function compareDocuments(a: ClinicalDocument, b: ClinicalDocument): number {
  const first = shownDate(a)?.instant ?? -Infinity;
  const second = shownDate(b)?.instant ?? -Infinity;
  if (first !== second) return second > first ? 1 : -1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Merges two lists that are in order into one that is, in one pass. */
export function mergeSorted(
  a: readonly ClinicalDocument[],
  b: readonly ClinicalDocument[],
): readonly ClinicalDocument[] {
  const merged: ClinicalDocument[] = [];
  let next = 0;
  for (const document of a) {
    for (let other = b[next]; other !== undefined; other = b[next]) {
      if (compareDocuments(other, document) >= 0) break;
      merged.push(other);
      next += 1;
    }
    merged.push(document);
  }
  return merged.concat(b.slice(next));
}
