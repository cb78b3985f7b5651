import type { CdaAddress, CdaCode, CdaId, CdaPeriod, CdaTelecom } from './cda-header.ts';
import type { EncapsulatedData } from './cda-media.ts';
import type { EntryLedger } from './entry-ledger.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  isElement,
  present,
  rawText,
  type XmlElement,
} from './xml-element.ts';

/** HL7 `CD`, `CE`, `CS`: displayName, else originalText, else the words of a translation; the others beside it. */
export function readCode(
  element: XmlElement | undefined,
  ledger: EntryLedger,
): CdaCode | undefined {
  if (element === undefined) return undefined;
  const [text, ...also] = distinct([
    ledger.attribute(element, 'displayName'),
    ledger.words(childOf(element, 'originalText')),
    ...childrenOf(element, 'translation').map((other) => translated(other, ledger)),
  ]);
  const code: CdaCode = present({
    text,
    also: also.length === 0 ? undefined : also,
    code: ledger.attribute(element, 'code'),
    system: attributeOf(element, 'codeSystemName') ?? attributeOf(element, 'codeSystem'),
    nullFlavor: ledger.attribute(element, 'nullFlavor'),
  });
  return Object.keys(code).length === 0 ? undefined : code;
}

function translated(translation: XmlElement, ledger: EntryLedger): string | undefined {
  const text = ledger.attribute(translation, 'displayName');
  // A code whose words are told says nothing more.
  if (text !== undefined) ledger.attribute(translation, 'code');
  return text;
}

/** Each wording once, whatever its case. */
function distinct(texts: readonly (string | undefined)[]): string[] {
  const kept = new Map<string, string>();
  for (const text of texts) {
    const key = text?.toLowerCase().replace(/\s+/g, ' ');
    if (text !== undefined && key !== undefined && !kept.has(key)) kept.set(key, text);
  }
  return [...kept.values()];
}

/** HL7 `TS` and `IVL_TS`, times as written. A value beside the sides of a range is left. */
export function readPeriod(
  element: XmlElement | undefined,
  ledger: EntryLedger,
): CdaPeriod | undefined {
  if (element === undefined) return undefined;
  const [low, high] = [childOf(element, 'low'), childOf(element, 'high')];
  const sides = {
    low: ledger.attribute(low, 'value'),
    high: ledger.attribute(high, 'value'),
    lowNull: ledger.attribute(low, 'nullFlavor'),
    highNull: ledger.attribute(high, 'nullFlavor'),
  };
  const period: CdaPeriod = present({
    value:
      (sides.low ?? sides.high) === undefined
        ? (ledger.attribute(element, 'value') ??
          ledger.attribute(childOf(element, 'center'), 'value'))
        : undefined,
    ...sides,
    nullFlavor: ledger.attribute(element, 'nullFlavor'),
  });
  return Object.keys(period).length === 0 ? undefined : period;
}

export function readId(element: XmlElement): CdaId {
  return present({
    root: attributeOf(element, 'root'),
    extension: attributeOf(element, 'extension'),
    authority: attributeOf(element, 'assigningAuthorityName'),
    nullFlavor: attributeOf(element, 'nullFlavor'),
  });
}

export const readIds = (element: XmlElement | undefined): CdaId[] =>
  childrenOf(element, 'id').map(readId);

/** Postal addresses: their lines in the author's order, joined by commas. */
export function readAddresses(element: XmlElement | undefined, ledger: EntryLedger): CdaAddress[] {
  return childrenOf(element, 'addr').flatMap((address) => {
    ledger.ownWords(address);
    const parts = address.children
      .map((node) => (isElement(node) ? ledger.words(node) : node.replace(/\s+/g, ' ').trim()))
      .filter((part): part is string => part !== undefined && part !== '');
    return parts.length === 0
      ? []
      : [present({ text: parts.join(', '), use: attributeOf(address, 'use') })];
  });
}

export function readTelecoms(element: XmlElement | undefined, ledger: EntryLedger): CdaTelecom[] {
  return childrenOf(element, 'telecom').flatMap((telecom) => {
    const value = ledger.attribute(telecom, 'value');
    return value === undefined ? [] : [present({ value, use: attributeOf(telecom, 'use') })];
  });
}

/** HL7 `ED`: mediaType, representation, compression, text, reference. */
export function readData(element: XmlElement): EncapsulatedData {
  const reference = childOf(element, 'reference');
  return present({
    mediaType: attributeOf(element, 'mediaType')?.toLowerCase(),
    representation: attributeOf(element, 'representation')?.toUpperCase() === 'B64' ? 'B64' : 'TXT',
    compression: attributeOf(element, 'compression'),
    text: rawText({
      ...element,
      children: element.children.filter(
        (node) => !isElement(node) || (node.name !== 'reference' && node.name !== 'thumbnail'),
      ),
    }).trim(),
    reference: attributeOf(reference, 'value'),
    nullFlavor: attributeOf(element, 'nullFlavor'),
  } as const);
}
