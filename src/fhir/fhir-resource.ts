import { isRecord } from '../shared/json.ts';

/** Tolerant access to FHIR JSON: what is there and of the right kind, or undefined. Nothing is asserted. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Any FHIR resource, known by its type alone; its fields are read one by one. */
export interface FhirResource extends JsonObject {
  readonly resourceType: string;
  readonly id?: string;
}

/** A resource, or undefined: an object whose `resourceType` is a word and whose `id`, if any, is text. */
export function asResource(value: unknown): FhirResource | undefined {
  return isResource(value) ? value : undefined;
}

const isResource = (value: unknown): value is FhirResource =>
  isRecord(value) &&
  typeof value['resourceType'] === 'string' &&
  (value['id'] === undefined || typeof value['id'] === 'string');

/** A text that says something; blank ones are as good as absent. */
export function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const trimmed = value.trim();
  return trimmed === '' ? undefined : trimmed;
}

export const objectOf = (value: unknown): JsonObject | undefined =>
  isRecord(value) ? value : undefined;

/** The objects of an array, or the one object that stands where an array should (DSTU2 and R4 differ). */
export function objectsOf(value: unknown): readonly JsonObject[] {
  if (Array.isArray(value)) return value.filter(isRecord);
  return isRecord(value) ? [value] : [];
}

/** The texts of an array, or the one text that stands where an array should. */
export function textsOf(value: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.map(textOf).filter((text) => text !== undefined);
}

export const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;
