import type { EntryFact } from './cda-document.ts';
import { MAX_ENTRY_FACTS } from './limits.ts';
import { readCode, readPeriod } from './read-data-types.ts';
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
        const empty =
          fact.code === undefined && fact.values.length === 0 && fact.time === undefined;
        if (!empty) facts.push(fact);
        walk(child, empty ? level : level + 1);
      } else if (child.name === 'entryRelationship' || child.name === 'component') {
        walk(child, level);
      }
    }
  };
  for (const entry of entries) walk(entry, 0);
  return facts;
}

function readFact(statement: XmlElement, level: number): EntryFact {
  return present({
    level,
    element: statement.name,
    code: readCode(childOf(statement, 'code')),
    values: [
      ...childrenOf(statement, 'value').flatMap(valueWords),
      ...materialWords(statement),
      ...quantityWords(childOf(statement, 'doseQuantity')),
      ...childrenOf(statement, 'routeCode').flatMap(codeWords),
      ...childrenOf(statement, 'interpretationCode').flatMap(codeWords),
      ...[wordsOf(childOf(statement, 'text'))].filter((text) => text !== undefined),
    ],
    time: readPeriod(childOf(statement, 'effectiveTime')),
    status: attributeOf(childOf(statement, 'statusCode'), 'code'),
    negated: attributeOf(statement, 'negationInd') === 'true',
  });
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
  return MATERIAL_PATHS.flatMap((path) => {
    const material = childOf(statement, ...path);
    const code = childOf(material, 'code');
    const name = wordsOf(childOf(material, 'name'));
    const words = code === undefined ? [] : codeWords(code);
    return words.length > 0 || name === undefined ? words : [name];
  });
}
