import type { CdaCode, CdaId, CdaPeriod, CdaTelecom } from './cda-header.ts';
import type { EncapsulatedData } from './cda-media.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  isElement,
  present,
  rawText,
  wordsOf,
  type XmlElement,
} from './xml-element.ts';

/** HL7 `CD`, `CE`, `CS`: displayName, else originalText, else the code of a translation. */
export function readCode(element: XmlElement | undefined): CdaCode | undefined {
  if (element === undefined) return undefined;
  const translation = childrenOf(element, 'translation')
    .map((other) => attributeOf(other, 'displayName'))
    .find((text) => text !== undefined);
  const code: CdaCode = present({
    text:
      attributeOf(element, 'displayName') ??
      wordsOf(childOf(element, 'originalText')) ??
      translation,
    code: attributeOf(element, 'code'),
    system: attributeOf(element, 'codeSystemName') ?? attributeOf(element, 'codeSystem'),
    nullFlavor: attributeOf(element, 'nullFlavor'),
  });
  return Object.keys(code).length === 0 ? undefined : code;
}

/** HL7 `TS` and `IVL_TS`, times as written. */
export function readPeriod(element: XmlElement | undefined): CdaPeriod | undefined {
  if (element === undefined) return undefined;
  const period: CdaPeriod = present({
    value: attributeOf(element, 'value') ?? attributeOf(childOf(element, 'center'), 'value'),
    low: attributeOf(childOf(element, 'low'), 'value'),
    high: attributeOf(childOf(element, 'high'), 'value'),
    lowNull: attributeOf(childOf(element, 'low'), 'nullFlavor'),
    highNull: attributeOf(childOf(element, 'high'), 'nullFlavor'),
    nullFlavor: attributeOf(element, 'nullFlavor'),
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

/** A postal address as lines in the author's order, joined by commas. */
export function readAddresses(element: XmlElement | undefined): string[] {
  return childrenOf(element, 'addr').flatMap((address) => {
    const parts = address.children
      .map((node) => (isElement(node) ? wordsOf(node) : node.replace(/\s+/g, ' ').trim()))
      .filter((part): part is string => part !== undefined && part !== '');
    return parts.length === 0 ? [] : [parts.join(', ')];
  });
}

export function readTelecoms(element: XmlElement | undefined): CdaTelecom[] {
  return childrenOf(element, 'telecom').flatMap((telecom) => {
    const value = attributeOf(telecom, 'value');
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
