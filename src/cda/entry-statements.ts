/** Which elements of an entry are statements, and which statements are told beside the one they belong to. */
import type { EntryDetail } from './entry-fact.ts';
import { isTrue } from './read-entry-time.ts';
import { attributeOf, childOf, childrenOf, isElement, type XmlElement } from './xml-element.ts';

const STATEMENTS = new Set([
  'act',
  'encounter',
  'observation',
  'observationMedia',
  'organizer',
  'procedure',
  'regionOfInterest',
  'substanceAdministration',
  'supply',
]);

export interface NestedStatement {
  readonly statement: XmlElement;
  /** `typeCode` of the relationship. */
  readonly relation: string | undefined;
}

export const isStatement = ({ name }: XmlElement): boolean => STATEMENTS.has(name);

/** The statements inside an element, wherever, none inside another. */
export function nestedStatements(element: XmlElement, relation?: string): NestedStatement[] {
  return element.children.filter(isElement).flatMap((child) => {
    if (isStatement(child)) return [{ statement: child, relation }];
    return nestedStatements(child, relationOf(child) ?? relation);
  });
}

/** Only a cause reads differently from its other end. */
function relationOf(relationship: XmlElement): string | undefined {
  const type = attributeOf(relationship, 'typeCode')?.toUpperCase();
  return type === 'CAUS' && isTrue(attributeOf(relationship, 'inversionInd')) ? 'CAUSED' : type;
}

/** Codes that only name what the value is: LOINC, SNOMED CT and HL7's own. */
const BY_CODE: ReadonlyMap<string, EntryDetail | 'status'> = new Map<
  string,
  EntryDetail | 'status'
>([
  ['SEV', 'severity'],
  ['82606-5', 'criticality'],
  ['33999-4', 'status'],
  ['445518008', 'age'],
  ['48767-8', 'comment'],
  ['409073007', 'instructions'],
]);

const INSTRUCTION = '2.16.840.1.113883.10.20.22.4.20';

/** As what a nested statement is told beside its parent; undefined: it has a line of its own. */
export function detailOf({
  statement,
  relation,
}: NestedStatement): EntryDetail | 'status' | undefined {
  const code = attributeOf(childOf(statement, 'code'), 'code');
  const known = code === undefined ? undefined : BY_CODE.get(code);
  if (known === 'instructions' || isInstruction(statement)) return 'instructions';
  if (moodOf(statement) !== undefined) return undefined;
  if (known !== undefined) return known;
  if (statement.name !== 'observation') return undefined;
  if (relation === 'MFST' && childOf(statement, 'value') !== undefined) return 'reaction';
  return relation === 'RSON' ? 'reason' : undefined;
}

const isInstruction = (statement: XmlElement): boolean =>
  statement.name === 'act' &&
  childrenOf(statement, 'templateId').some((id) => attributeOf(id, 'root') === INSTRUCTION);

/** `moodCode` where it does not say that a thing happened. */
export function moodOf(statement: XmlElement): string | undefined {
  const mood = attributeOf(statement, 'moodCode')?.toUpperCase();
  return mood === 'EVN' ? undefined : mood;
}

/** `negationInd` in all the ways it is written, the newer names included. */
export const isNegated = (statement: XmlElement): boolean =>
  ['negationInd', 'actionNegationInd', 'sdtc:actionNegationInd', 'sdtc:negationInd'].some((name) =>
    isTrue(attributeOf(statement, name)),
  );

/** HL7's "concern", groups of vital signs, "diagnosis" of an encounter: what is said is said inside. */
const WRAPPING_CODES = new Set(['CONC', '46680005', '74728-7', '29308-4']);

/** Whether its code says nothing that those inside do not say. */
export function wrapsOnly(statement: XmlElement): boolean {
  if (statement.name !== 'act' && statement.name !== 'organizer') return false;
  const code = childOf(statement, 'code');
  const value = attributeOf(code, 'code');
  if (value === undefined)
    return attributeOf(code, 'displayName') === undefined && !hasOriginal(code);
  return WRAPPING_CODES.has(value);
}

const hasOriginal = (code: XmlElement | undefined): boolean =>
  childOf(code, 'originalText') !== undefined || childOf(code, 'translation') !== undefined;

export const isDiagnosis = (statement: XmlElement): boolean =>
  attributeOf(childOf(statement, 'code'), 'code') === '29308-4';
