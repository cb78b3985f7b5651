import type { CdaCode } from './cda-header.ts';
import type { CodedValue, FactValue } from './entry-fact.ts';
import type { EntryLedger } from './entry-ledger.ts';
import { attributeOf, childOf, childrenOf, present, type XmlElement } from './xml-element.ts';

/**
 * HL7 `CD`, `CE`, `CS`, `CV`: its words, wherever they stand (the display name, the original text, what that refers
 * to, a translation), else the code; qualifiers beside them.
 */
export function readCodedValue(element: XmlElement, ledger: EntryLedger): FactValue | undefined {
  const qualifiers = childrenOf(element, 'qualifier').map((qualifier) =>
    present({
      name: readChild(qualifier, 'name', ledger),
      value: readChild(qualifier, 'value', ledger),
    }),
  );
  const target = referenceOf(element);
  const text = wordsOfCode(element, ledger);
  const code: CdaCode = present({
    text,
    code: ledger.attribute(element, 'code') ?? otherCode(element, text),
    system: attributeOf(element, 'codeSystemName') ?? attributeOf(element, 'codeSystem'),
    nullFlavor: attributeOf(element, 'nullFlavor'),
  });
  if (text === undefined) ledger.attribute(childOf(element, 'originalText', 'reference'), 'value');
  const valueSet =
    text === undefined && code.code === undefined
      ? (attributeOf(element, 'sdtc:valueSet') ?? attributeOf(element, 'valueSet'))
      : undefined;
  if ((code.text ?? code.code ?? code.nullFlavor ?? valueSet ?? target) === undefined) {
    return qualifiers.length === 0 ? undefined : coded({ code: {}, qualifiers });
  }
  return coded({
    code,
    ...(qualifiers.length === 0 ? {} : { qualifiers }),
    ...(valueSet === undefined ? {} : { valueSet }),
    ...(target === undefined || text !== undefined ? {} : { target }),
  });
}

const coded = (value: Omit<CodedValue, 'kind'>): CodedValue => ({ kind: 'coded', ...value });

/** The code that belongs to the words of a translation. */
const otherCode = (element: XmlElement, text: string | undefined): string | undefined =>
  attributeOf(
    childrenOf(element, 'translation').find(
      (translation) => text !== undefined && attributeOf(translation, 'displayName') === text,
    ),
    'code',
  );

/** Where original text lies that is said elsewhere in the document. */
function referenceOf(element: XmlElement): string | undefined {
  const target = attributeOf(childOf(element, 'originalText', 'reference'), 'value');
  return target === undefined || target === '#' ? undefined : target;
}

function wordsOfCode(element: XmlElement, ledger: EntryLedger): string | undefined {
  const display = ledger.attribute(element, 'displayName');
  const original = childOf(element, 'originalText');
  const reference = childOf(original, 'reference');
  const target = attributeOf(reference, 'value');
  if (target?.startsWith('#') === true) ledger.attribute(reference, 'value');
  if (display !== undefined) return display;
  const written = ledger.words(original);
  if (written !== undefined) return written;
  if (target?.startsWith('#') === true) {
    const found = ledger.textAt(target.slice(1));
    if (found !== undefined) return found;
  }
  for (const translation of childrenOf(element, 'translation')) {
    const words = wordsOfCode(translation, ledger);
    if (words !== undefined) return words;
  }
  return undefined;
}

const readChild = (
  element: XmlElement,
  name: string,
  ledger: EntryLedger,
): FactValue | undefined => {
  const child = childOf(element, name);
  return child === undefined ? undefined : readCodedValue(child, ledger);
};
