import type { ClinicalDocument, DocumentId } from '../model/clinical-document.ts';

/** The row of an id, also where that id was folded into another row. */
export const findDocument = (
  documents: readonly ClinicalDocument[],
  id: DocumentId,
): ClinicalDocument | undefined =>
  documents.find((document) => document.id === id || document.alsoIds?.includes(id) === true);
