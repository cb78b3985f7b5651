import type { ClinicalDocument, DocumentStatusKind } from '../model/clinical-document.ts';

/** What a reader must not miss comes first: a folded row bears the graver status. */
const gravity: readonly DocumentStatusKind[] = [
  'entered-in-error',
  'masked',
  'cancelled',
  'superseded',
  'amended',
  'preliminary',
  'final',
  'unknown',
];

/**
 * One row out of the same report found as DiagnosticReport and as DocumentReference. The row that was
 * there first keeps its id and words, so that nothing changes under the reader's eyes; gaps are filled,
 * formats and problems added, the graver status wins.
 */
export function foldDocuments(row: ClinicalDocument, other: ClinicalDocument): ClinicalDocument {
  const known = new Set(
    row.renditions.map((each) => `${each.attachment.mediaType.essence} ${each.attachment.url}`),
  );
  const added = other.renditions.filter(
    ({ attachment }) => !known.has(`${attachment.mediaType.essence} ${attachment.url}`),
  );
  const graver = gravity.indexOf(other.status.kind) < gravity.indexOf(row.status.kind);
  return {
    ...other,
    ...row,
    alsoIds: [...(row.alsoIds ?? []), other.id],
    status: graver ? other.status : row.status,
    restricted: row.restricted || other.restricted,
    renditions: [...row.renditions, ...added],
    relations: [...row.relations, ...other.relations],
    problems: [...row.problems, ...other.problems],
  };
}

/** May both be one report? Of different resources, of the same subject as far as they say it. */
export const canFold = (row: ClinicalDocument, other: ClinicalDocument): boolean =>
  row.resourceType !== other.resourceType &&
  row.alsoIds === undefined &&
  JSON.stringify(row.subject) === JSON.stringify(other.subject);
