import type { PatientName } from '../model/patient-context.ts';
import type { CdaName } from './cda-header.ts';
import type { EntryLedger } from './entry-ledger.ts';
import {
  attributeOf,
  childrenOf,
  isElement,
  present,
  wordsOf,
  type XmlElement,
} from './xml-element.ts';

const partsOf = (name: XmlElement, part: string): string[] =>
  childrenOf(name, part).flatMap((element) => wordsOf(element) ?? []);

/** HL7 `PN`: parts as written, and all words in the author's order. */
export function readName(name: XmlElement): PatientName {
  return present({
    family: partsOf(name, 'family'),
    given: partsOf(name, 'given'),
    prefix: partsOf(name, 'prefix'),
    suffix: partsOf(name, 'suffix'),
    text: displayName(name),
    use: attributeOf(name, 'use'),
  });
}

/** The name as it is told: words outside of its parts count, and so does the order. */
export function readToldName(name: XmlElement): CdaName {
  const parts = name.children.flatMap((node) => {
    if (!isElement(node)) {
      const text = node.replace(/\s+/g, ' ').trim();
      return text === '' ? [] : [{ text }];
    }
    const text = node.name === 'validTime' ? undefined : wordsOf(node);
    return text === undefined ? [] : [present({ text, qualifier: attributeOf(node, 'qualifier') })];
  });
  return present({
    use: attributeOf(name, 'use'),
    parts,
    nullFlavor: parts.length === 0 ? nullOf(name) : undefined,
  });
}

/** Its words in the author's order; undefined where there are none. */
export function displayName(name: XmlElement | undefined): string | undefined {
  if (name === undefined) return undefined;
  const words = readToldName(name)
    .parts.map(({ text }) => text)
    .join(' ')
    .replace(/ (?=[,;.])/g, '');
  return words === '' ? undefined : words;
}

/** Why a name has no words: it says so itself, or its parts do. */
export function nullOf(name: XmlElement | undefined): string | undefined {
  if (name === undefined || wordsOf(name) !== undefined) return undefined;
  return [name, ...name.children.filter(isElement)]
    .map((element) => attributeOf(element, 'nullFlavor'))
    .find((flavor) => flavor !== undefined);
}

/** Its words are told, or why it has none. */
export function tellName(name: XmlElement, ledger: EntryLedger): void {
  const parts = name.children.filter(isElement);
  ledger.ownWords(name);
  for (const part of parts) if (part.name !== 'validTime') ledger.words(part);
  if (nullOf(name) === undefined) return;
  for (const part of [name, ...parts]) ledger.attribute(part, 'nullFlavor');
}
