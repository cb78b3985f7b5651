import { isRecord } from '../shared/json.ts';
import { type JsonObject, objectOf, objectsOf, textOf } from './fhir-resource.ts';

const absentReason = /\/data-absent-reason$/;

/**
 * What a CodeableConcept says in words: its text, else a coding's display. NullFlavors (`UNK` beside a
 * proprietary `codeSet/72` code) say nothing and are passed over.
 */
export function conceptText(value: unknown): string | undefined {
  const concept = objectOf(value);
  if (concept === undefined) return undefined;
  const codings = objectsOf(concept['coding']).filter((coding) => !isNullFlavor(coding));
  return textOf(concept['text']) ?? codings.map((each) => textOf(each['display'])).find(Boolean);
}

/** The first of several concepts that says something. */
export const firstConceptText = (value: unknown): string | undefined =>
  objectsOf(value).map(conceptText).find(Boolean);

/** Codes of a concept, or the code itself where a plain code stands (docStatus differs by version). */
export function codesOf(value: unknown): readonly string[] {
  const plain = textOf(value);
  if (plain !== undefined) return [plain];
  return objectsOf(value)
    .flatMap((concept) => objectsOf(concept['coding']))
    .map((coding) => textOf(coding['code']))
    .filter((code) => code !== undefined);
}

/** Is `field` withheld ("masked") by a data-absent-reason on it or anywhere in it? */
export function isMasked(resource: JsonObject, field: string): boolean {
  return [resource[field], resource[`_${field}`]].some((value) => hasMask(value, 0));
}

function hasMask(value: unknown, depth: number): boolean {
  if (depth > 4) return false;
  if (Array.isArray(value)) return value.some((each) => hasMask(each, depth + 1));
  if (!isRecord(value)) return false;
  const masked = objectsOf(value['extension']).some(
    (extension) =>
      absentReason.test(textOf(extension['url']) ?? '') && extension['valueCode'] === 'masked',
  );
  return masked || Object.values(value).some((each) => hasMask(each, depth + 1));
}

function isNullFlavor(coding: JsonObject): boolean {
  const system = textOf(coding['system']) ?? '';
  return /NullFlavor$/i.test(system) || system === 'urn:oid:2.16.840.1.113883.5.1008';
}
