/** What DSTU2 and R4, DiagnosticReport and DocumentReference have in common on their way to a row. */
import type { ClinicalDate } from '../model/clinical-date.ts';
import type {
  ClinicalDocument,
  DocumentProblem,
  DocumentStatus,
  DocumentStatusKind,
} from '../model/clinical-document.ts';
import { parseClinicalDate } from '../model/parse-clinical-date.ts';
import { documentId } from '../model/resource-address.ts';
import {
  type FhirResource,
  type JsonObject,
  objectOf,
  objectsOf,
  textOf,
} from './fhir-resource.ts';
import { readRenditions } from './attachment-parts.ts';
import { codesOf, isMasked } from './concept.ts';
import type { MappingContext } from './mapping-context.ts';
import { readSubject, referenceOf } from './reference-parts.ts';

/** The fields that each mapper finds in its own places. */
export interface DocumentFields {
  readonly resourceType: 'DiagnosticReport' | 'DocumentReference';
  readonly titles: readonly (string | undefined)[];
  readonly type: string | undefined;
  readonly category: string | undefined;
  /** Places of the clinical date, best first, as written. */
  readonly dates: readonly unknown[];
  readonly filed: readonly unknown[];
  readonly status: DocumentStatus;
  readonly author: string | undefined;
  readonly organisation: string | undefined;
  readonly encounter: unknown;
  readonly attachments: readonly JsonObject[];
  readonly relations?: ClinicalDocument['relations'];
}

/** Puts a row together; undefined where the resource has no id and so cannot be told from others. */
export function toDocument(
  resource: FhirResource,
  fields: DocumentFields,
  context: MappingContext,
): ClinicalDocument | undefined {
  if (resource.id === undefined || resource.id === '') return undefined;
  const { renditions, problems } = readRenditions(fields.attachments, context);
  const titles = [...fields.titles, ...renditions.map((each) => each.attachment.title)];
  const title = titles.find((each) => each !== undefined);
  const date = firstDate(fields.dates);
  const filed = firstDate(fields.filed);
  const encounter = referenceOf(fields.encounter);
  return {
    id: documentId({ base: context.base, type: fields.resourceType, id: resource.id }),
    resourceType: fields.resourceType,
    ...(title === undefined ? {} : { title }),
    ...(fields.type === undefined ? {} : { type: fields.type }),
    ...(fields.category === undefined ? {} : { category: fields.category }),
    ...(date.value === undefined ? {} : { date: date.value }),
    ...(filed.value === undefined ? {} : { filed: filed.value }),
    status: fields.status,
    ...(fields.author === undefined ? {} : { author: fields.author }),
    ...(fields.organisation === undefined ? {} : { organisation: fields.organisation }),
    ...(encounter === undefined ? {} : { encounter }),
    subject: readSubject(resource['subject']),
    restricted: isRestricted(resource),
    renditions,
    relations: fields.relations ?? [],
    problems: [...problems, ...withoutRepeats([...date.problems, ...filed.problems])],
  };
}

/** The status, "masked" where the server withholds it, and "unknown" for codes of no standard. */
export function readStatus(
  resource: JsonObject,
  kinds: ReadonlyMap<string, DocumentStatusKind>,
): DocumentStatus {
  if (isMasked(resource, 'status')) return { kind: 'masked' };
  const raw = textOf(resource['status']);
  return raw === undefined ? { kind: 'unknown' } : { kind: kinds.get(raw) ?? 'unknown', raw };
}

/** `effectiveDateTime`, or the start of a Period. */
export const periodStart = (period: unknown): unknown => objectOf(period)?.['start'];

/** R4's `date` serves as both dates; its fault is told once. */
const withoutRepeats = (problems: readonly UnreadableDate[]): readonly UnreadableDate[] =>
  problems.filter((each, index) => problems.findIndex((other) => other.raw === each.raw) === index);

type UnreadableDate = Extract<DocumentProblem, { kind: 'dateUnreadable' }>;

/** HL7 confidentiality R (restricted) and V (very restricted), on the document or its metadata. */
function isRestricted(resource: JsonObject): boolean {
  const codes = [
    ...codesOf(resource['securityLabel']),
    ...objectsOf(objectOf(resource['meta'])?.['security']).map((label) => textOf(label['code'])),
  ];
  return codes.some((code) => code === 'R' || code === 'V');
}

function firstDate(values: readonly unknown[]): {
  readonly value?: ClinicalDate;
  readonly problems: readonly UnreadableDate[];
} {
  const problems: UnreadableDate[] = [];
  for (const raw of values.map(textOf)) {
    if (raw === undefined) continue;
    const value = parseClinicalDate(raw);
    if (value !== undefined) return { value, problems };
    problems.push({ kind: 'dateUnreadable', raw });
  }
  return { problems };
}
