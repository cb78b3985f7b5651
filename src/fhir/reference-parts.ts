import type { SubjectReference } from '../model/clinical-document.ts';
import { isRecord } from '../shared/json.ts';
import { type JsonObject, objectOf, objectsOf, textOf, textsOf } from './fhir-resource.ts';

/** The name that a reference shows: its display, else that of the contained resource it points at. */
export function displayOf(reference: unknown, resource: JsonObject): string | undefined {
  const object = objectOf(reference);
  if (object === undefined) return undefined;
  const display = textOf(object['display']);
  if (display !== undefined) return display;
  const target = textOf(object['reference']);
  if (target === undefined || !target.startsWith('#')) return undefined;
  const contained = objectsOf(resource['contained']).find((each) => each['id'] === target.slice(1));
  return contained === undefined ? undefined : containedName(contained);
}

/** The names that references show, without repetition, as one text. */
export function displaysOf(references: unknown, resource: JsonObject): string | undefined {
  const names = objectsOf(references).map((each) => displayOf(each, resource));
  const said = [...new Set(names.filter((name) => name !== undefined))];
  return said.length === 0 ? undefined : said.join(', ');
}

/** The `reference` of the first reference that has one, as written. */
export const referenceOf = (references: unknown): string | undefined =>
  objectsOf(references)
    .map((each) => textOf(each['reference']))
    .find((reference) => reference !== undefined);

/** The `subject` as written, for the right-patient check. */
export function readSubject(subject: unknown): SubjectReference {
  const object = objectOf(subject);
  const reference = textOf(object?.['reference']);
  if (reference !== undefined) return { kind: 'reference', reference };
  const display = textOf(object?.['display']);
  return display === undefined ? { kind: 'absent' } : { kind: 'display', display };
}

function containedName(resource: JsonObject): string | undefined {
  const name = Array.isArray(resource['name']) ? resource['name'][0] : resource['name'];
  if (!isRecord(name)) return textOf(name);
  const parts = [...textsOf(name['prefix']), ...textsOf(name['given']), ...textsOf(name['family'])];
  return textOf(name['text']) ?? textOf(parts.join(' '));
}
