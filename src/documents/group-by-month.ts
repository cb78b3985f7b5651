import type { ClinicalDocument } from '../model/clinical-document.ts';
import { shownDate } from './sort-documents.ts';

export interface MonthGroup {
  /** `2019-12` in the author's zone, `2019` where no month was written, undefined for the undated. */
  readonly month: string | undefined;
  readonly documents: readonly ClinicalDocument[];
}

/** Documents under their months, newest first, in the order given within a month; the undated last. */
export function groupByMonth(documents: readonly ClinicalDocument[]): readonly MonthGroup[] {
  const groups = new Map<string, ClinicalDocument[]>();
  for (const document of documents) {
    const month = shownDate(document)?.raw.trim().slice(0, 7) ?? '';
    const group = groups.get(month);
    if (group === undefined) groups.set(month, [document]);
    else group.push(document);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? 1 : a > b ? -1 : 0))
    .map(([month, members]) => ({ month: month === '' ? undefined : month, documents: members }));
}
