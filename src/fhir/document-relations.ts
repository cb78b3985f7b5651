import type { DocumentRelation } from '../model/clinical-document.ts';
import { documentId, readReference } from '../model/resource-address.ts';
import { objectOf, objectsOf, textOf } from './fhir-resource.ts';

/** `relatesTo` of a DocumentReference; targets without an address (contained, logical) are passed over. */
export function readRelations(relatesTo: unknown, base: string): readonly DocumentRelation[] {
  return objectsOf(relatesTo).flatMap((relation) => {
    const code = relationCode(textOf(relation['code']));
    const reference = textOf(objectOf(relation['target'])?.['reference']);
    const target = reference === undefined ? undefined : readReference(reference, base);
    return code === undefined || target === undefined ? [] : [{ code, target: documentId(target) }];
  });
}

function relationCode(code: string | undefined): DocumentRelation['code'] | undefined {
  switch (code) {
    case 'replaces':
    case 'appends':
    case 'transforms':
    case 'signs':
      return code;
    default:
      return undefined;
  }
}
