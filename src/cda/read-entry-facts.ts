import type { CdaPeriod, EntryDetail, EntryFact } from './cda-document.ts';
import { MAX_ENTRY_FACTS } from './limits.ts';
import { readCode, readPeriod } from './read-data-types.ts';
import { readParticipation } from './read-people.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  isElement,
  present,
  wordsOf,
  type XmlElement,
} from './xml-element.ts';

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

/**
 * The statements of entries in a generic form: code, values, time, status, nested ones one level deeper. For
 * sections whose author wrote no narrative.
 */
export function readEntryFacts(entries: readonly XmlElement[]): EntryFact[] {
  const facts: EntryFact[] = [];
  const walk = (element: XmlElement, level: number): void => {
    for (const child of element.children) {
      if (!isElement(child) || facts.length >= MAX_ENTRY_FACTS) continue;
      if (STATEMENTS.has(child.name)) {
        const fact = readFact(child, level);
        const empty = saysNothing(fact);
        if (!empty) facts.push(fact);
        walk(child, empty ? level : level + 1);
      } else if (child.name === 'component' || (isRelation(child) && !isOwnDetail(child))) {
        walk(child, level);
      }
    }
  };
  for (const entry of entries) walk(entry, 0);
  return facts;
}

const isRelation = ({ name }: XmlElement): boolean => name === 'entryRelationship';

const saysNothing = ({ code, values, materials, details, time }: EntryFact): boolean =>
  code === undefined &&
  time === undefined &&
  values.length + materials.length + Object.keys(details).length === 0;

/** Reactions and severities are told beside what they belong to, not as statements of their own. */
function isOwnDetail(relation: XmlElement): boolean {
  const observation = childOf(relation, 'observation');
  if (observation === undefined || childrenOf(observation, 'value').length === 0) return false;
  return attributeOf(relation, 'typeCode') === 'MFST' || isSeverity(observation);
}

const isSeverity = (observation: XmlElement): boolean =>
  attributeOf(childOf(observation, 'code'), 'code') === 'SEV';

function readFact(statement: XmlElement, level: number): EntryFact {
  return present({
    level,
    element: statement.name,
    code: readCode(childOf(statement, 'code')),
    materials: materialWords(statement),
    values: childrenOf(statement, 'value').flatMap(valueWords),
    details: readDetails(statement),
    time: readTime(statement),
    status: attributeOf(childOf(statement, 'statusCode'), 'code'),
    negated: attributeOf(statement, 'negationInd') === 'true',
  });
}

/** Of several times (medicines have a range and a rhythm) the one that is a range or a point. */
function readTime(statement: XmlElement): CdaPeriod | undefined {
  const times = childrenOf(statement, 'effectiveTime');
  return readPeriod(times.find((time) => !isRhythm(time)) ?? times[0]);
}

const isRhythm = (time: XmlElement): boolean =>
  childOf(time, 'period') !== undefined || childOf(time, 'event') !== undefined;

function readDetails(statement: XmlElement): EntryFact['details'] {
  const own = (name: string, read: (element: XmlElement) => string[]): string[] =>
    childrenOf(statement, name).flatMap(read);
  const reactions = relatedObservations(
    statement,
    (relation) => attributeOf(relation, 'typeCode') === 'MFST',
  );
  const severities = [statement, ...reactions].flatMap((parent) =>
    relatedObservations(parent, (relation) => {
      const observation = childOf(relation, 'observation');
      return observation !== undefined && isSeverity(observation);
    }),
  );
  const words = (elements: readonly XmlElement[]): string[] =>
    elements.flatMap((element) => childrenOf(element, 'value').flatMap(valueWords));
  const details: Record<EntryDetail, string[]> = {
    dose: own('doseQuantity', valueWords),
    rate: own('rateQuantity', valueWords),
    route: own('routeCode', codeWords),
    frequency: own('effectiveTime', rhythmWords),
    reaction: words(reactions),
    severity: words(severities),
    range: own('referenceRange', rangeWords),
    interpretation: own('interpretationCode', codeWords),
    site: [...own('targetSiteCode', codeWords), ...own('approachSiteCode', codeWords)],
    method: own('methodCode', codeWords),
    lot: own('consumable', (consumable) => {
      const lot = childOf(consumable, 'manufacturedProduct', 'manufacturedMaterial');
      return present1(wordsOf(childOf(lot, 'lotNumberText')));
    }),
    quantity: own('quantity', valueWords),
    performer: own('performer', whoWords),
    location: own('participant', locationWords),
    comment: present1(wordsOf(childOf(statement, 'text'))),
  };
  const said = Object.entries(details).filter(([, lines]) => lines.length > 0);
  return Object.fromEntries(said) as EntryFact['details'];
}

const present1 = (words: string | undefined): string[] => (words === undefined ? [] : [words]);

const relatedObservations = (
  statement: XmlElement,
  fits: (relation: XmlElement) => boolean,
): XmlElement[] =>
  childrenOf(statement, 'entryRelationship')
    .filter(fits)
    .flatMap((relation) => childrenOf(relation, 'observation'));

/** `PIVL_TS` and `EIVL_TS`: every 6 hours, before meals. */
function rhythmWords(time: XmlElement): string[] {
  const event = attributeOf(childOf(time, 'event'), 'code');
  return [...quantityWords(childOf(time, 'period')), ...present1(event)];
}

function rangeWords(range: XmlElement): string[] {
  const observation = childOf(range, 'observationRange');
  const text = wordsOf(childOf(observation, 'text'));
  return text === undefined ? childrenOf(observation, 'value').flatMap(valueWords) : [text];
}

function whoWords(performer: XmlElement): string[] {
  const { names, organisations } = readParticipation('performer', performer);
  const who = [...names, ...organisations].join(', ');
  return who === '' ? [] : [who];
}

function locationWords(participant: XmlElement): string[] {
  if (attributeOf(participant, 'typeCode') !== 'LOC') return [];
  return present1(wordsOf(childOf(participant, 'participantRole', 'playingEntity', 'name')));
}

function codeWords(element: XmlElement): string[] {
  const code = readCode(element);
  const words = code?.text ?? code?.code;
  return words === undefined ? [] : [words];
}

function quantityWords(element: XmlElement | undefined): string[] {
  const value = attributeOf(element, 'value');
  if (value === undefined) return [];
  const unit = attributeOf(element, 'unit');
  return [unit === undefined || unit === '1' ? value : `${value} ${unit}`];
}

/** `value` of any type: a quantity with its unit as written, a range, a code, words. */
function valueWords(value: XmlElement): string[] {
  const low = quantityWords(childOf(value, 'low'));
  const high = quantityWords(childOf(value, 'high'));
  if (low.length + high.length > 0) return [[...low, ...high].join(' – ')];
  const quantity = quantityWords(value);
  if (quantity.length > 0) return quantity;
  const code = codeWords(value);
  if (code.length > 0) return code;
  const words = wordsOf(value);
  return words === undefined ? [] : [words];
}

const MATERIAL_PATHS = [
  ['consumable', 'manufacturedProduct', 'manufacturedMaterial'],
  ['product', 'manufacturedProduct', 'manufacturedMaterial'],
  ['participant', 'participantRole', 'playingEntity'],
];

function materialWords(statement: XmlElement): string[] {
  return MATERIAL_PATHS.flatMap(([first = '', ...path]) =>
    childrenOf(statement, first)
      .filter((holder) => attributeOf(holder, 'typeCode') !== 'LOC')
      .map((holder) => childOf(holder, ...path)),
  ).flatMap((material) => {
    const code = childOf(material, 'code');
    const name = wordsOf(childOf(material, 'name'));
    const words = code === undefined ? [] : codeWords(code);
    return words.length > 0 || name === undefined ? words : [name];
  });
}
