/** One value of any data type: by its `xsi:type` where that is said, else by its shape. */
import type { FactValue } from './entry-fact.ts';
import type { EntryLedger } from './entry-ledger.ts';
import { readCodedValue } from './read-entry-code.ts';
import { isBlob, readFile } from './read-entry-file.ts';
import { readAmount, readRange, readRatio, readSamples } from './read-entry-quantity.ts';
import { isRhythm, isTrue, readRhythm, readTime } from './read-entry-time.ts';
import { displayName } from './read-name.ts';
import {
  attributeOf,
  childOf,
  isElement,
  present,
  wordsOf,
  type XmlElement,
} from './xml-element.ts';

/** What an element says by itself; what of it is not understood stays untold in the ledger. */
export function readValue(element: XmlElement, ledger: EntryLedger): FactValue | undefined {
  const type = typeOf(element);
  const has = (...names: readonly string[]): boolean =>
    names.some((name) => childOf(element, name) !== undefined);
  const said =
    readByShape(element, type, has, ledger) ?? readScalar(element, type, ledger) ?? words();
  if (said !== undefined) return said;
  const nullFlavor = attributeOf(element, 'nullFlavor');
  return nullFlavor === undefined ? undefined : { kind: 'null', nullFlavor };

  function words(): FactValue | undefined {
    const text = ledger.ownWords(element);
    if (isBlob(element)) return { kind: 'file' };
    return text === undefined ? undefined : { kind: 'words', text };
  }
}

/** `IVL<PQ>` and `IVL_PQ` are two spellings of one. */
const typeOf = (element: XmlElement): string =>
  (attributeOf(element, 'xsi:type') ?? attributeOf(element, 'type') ?? '')
    .replace(/^.*:/, '')
    .replace(/[<>]/g, '_')
    .toUpperCase();

function readByShape(
  element: XmlElement,
  type: string,
  has: (...names: readonly string[]) => boolean,
  ledger: EntryLedger,
): FactValue | undefined {
  if (/^[SG]LIST/.test(type) || has('digits')) return readSamples(element, ledger);
  if (has('numerator', 'denominator')) {
    return readRatio(element, (part) => readValue(part, ledger));
  }
  if (isRhythm(element)) return readRhythm(element, ledger);
  if (has('low', 'high', 'center', 'width')) {
    return isTime(element, type) ? readTime(element, ledger) : readRange(element, ledger);
  }
  if (has('given', 'family')) return readPersonName(element, ledger);
  if (ADDRESS_PARTS.some((part) => has(part))) return readAddress(element, ledger);
  if (type === 'ED' || attributeOf(element, 'mediaType') !== undefined || isData(element)) {
    return readFile(element, ledger);
  }
  if (type === 'SC' || type === 'ST') return undefined;
  const codes = ['code', 'displayName'].some((name) => attributeOf(element, name) !== undefined);
  const set = attributeOf(element, 'sdtc:valueSet') ?? attributeOf(element, 'valueSet');
  if (codes || set !== undefined || has('originalText', 'qualifier')) {
    return attributeOf(element, 'value') === undefined
      ? readCodedValue(element, ledger)
      : undefined;
  }
  if (has('translation') && attributeOf(element, 'value') === undefined) {
    return readCodedValue(element, ledger);
  }
  return undefined;
}

const isData = (element: XmlElement): boolean =>
  attributeOf(element, 'representation') !== undefined ||
  childOf(element, 'reference') !== undefined;

const isTime = (element: XmlElement, type: string): boolean =>
  type === '' ? /time$/i.test(element.name) : /(^|_)TS$/.test(type);

function readScalar(element: XmlElement, type: string, ledger: EntryLedger): FactValue | undefined {
  const value = attributeOf(element, 'value');
  if (type === 'II' || element.name === 'id') return readIdValue(element);
  if (value === undefined) return undefined;
  if (type === 'TEL' || type === 'URL' || element.name === 'telecom') {
    ledger.attribute(element, 'value');
    return { kind: 'words', text: value.replace(/^(tel|mailto|fax):/i, '') };
  }
  if (isTime(element, type)) return readTime(element, ledger);
  const truth = type.startsWith('BL') ? /^(true|false|1|0)$/i : /^(true|false)$/i;
  if (truth.test(value) && (type.startsWith('BL') || element.name.endsWith('Ind'))) {
    ledger.attribute(element, 'value');
    return { kind: 'truth', truth: isTrue(value) };
  }
  return readAmount(element, ledger);
}

export function readIdValue(element: XmlElement): FactValue | undefined {
  const id = present({
    root: attributeOf(element, 'root'),
    extension: attributeOf(element, 'extension'),
    authority: attributeOf(element, 'assigningAuthorityName'),
  });
  return (id.extension ?? id.root) === undefined ? undefined : { kind: 'id', id };
}

/** HL7 `PN`: in the order of speaking. */
function readPersonName(element: XmlElement, ledger: EntryLedger): FactValue | undefined {
  const text = displayName(element);
  if (text === undefined) return undefined;
  for (const part of element.children) {
    if (isElement(part) && /^(prefix|given|family|suffix)$/.test(part.name)) ledger.words(part);
  }
  return { kind: 'words', text };
}

const ADDRESS_PARTS =
  'streetAddressLine city postalCode state country county houseNumber streetName'.split(' ');

function readAddress(element: XmlElement, ledger: EntryLedger): FactValue | undefined {
  const parts = element.children.flatMap((node) =>
    isElement(node) ? (wordsOf(node) ?? []) : node.trim().replace(/\s+/g, ' ') || [],
  );
  ledger.words(element);
  return parts.length === 0 ? undefined : { kind: 'words', text: parts.join(', ') };
}
