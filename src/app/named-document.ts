import type { DocumentId } from '../model/clinical-document.ts';
import { documentId, normaliseBase, readReference } from '../model/resource-address.ts';

const documentTypes = ['DocumentReference', 'DiagnosticReport'];

/**
 * The documents among what a launch names (`fhirContext`, `intent`), in its order. A reference into another
 * server names none: ids mean nothing without their base.
 */
export function namedDocuments(references: readonly string[], base: string): readonly DocumentId[] {
  return references
    .map((reference) => readReference(reference, base))
    .filter((address) => address !== undefined)
    .filter(({ type }) => documentTypes.includes(type))
    .filter((address) => address.base === normaliseBase(base))
    .map(documentId);
}
