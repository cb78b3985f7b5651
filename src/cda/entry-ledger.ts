/** Which words of an entry, or of the header, have been told: whatever is left is told in a generic form, so that nothing is lost. */
import { attributeOf, childrenOf, isElement, wordsOf, type XmlElement } from './xml-element.ts';

export interface EntryLedger {
  /** An attribute that is told from now on. */
  attribute(element: XmlElement | undefined, name: string): string | undefined;
  /** The words inside, told from now on. */
  words(element: XmlElement | undefined): string | undefined;
  /** The words directly inside, told from now on. */
  ownWords(element: XmlElement): string | undefined;
  /** Elements at the end of a path, every branch of it. */
  all(element: XmlElement, ...path: readonly string[]): readonly XmlElement[];
  /** Nothing inside is told: it repeats, or is for machines. */
  skip(element: XmlElement | undefined): void;
  isSkipped(element: XmlElement): boolean;
  isTold(element: XmlElement, name: string): boolean;
  /** Names of attributes that hold words and were not told. */
  untoldAttributes(element: XmlElement): readonly string[];
  untoldWords(element: XmlElement): boolean;
  /** The text that stands at an `ID`, for references to it. */
  textAt(id: string): string | undefined;
}

/** Attributes that say how an element is to be read, and identifiers of systems: no words of a chart. */
const STRUCTURAL = new Set(
  `xsi:type type classCode moodCode typeCode contextControlCode contextConductionInd inversionInd determinerCode
  codeSystem codeSystemName codeSystemVersion sdtc:valueSet sdtc:valueSetVersion valueSet valueSetVersion root
  extension assigningAuthorityName displayable mediaType representation language xml:lang compression
  integrityCheck integrityCheckAlgorithm ID use qualifier partType inclusive operator alignment
  institutionSpecified specializationKind styleCode nullFlavor negationInd independentInd
  isCriterionInd`.split(/\s+/),
);

const OWN_TEXT = '#text';
const EVERYTHING = '*';

export function createEntryLedger(
  textAt: (id: string) => string | undefined = () => undefined,
): EntryLedger {
  const told = new Map<XmlElement, Set<string>>();

  function tell(element: XmlElement, name: string): void {
    const names = told.get(element);
    if (names === undefined) told.set(element, new Set([name]));
    else names.add(name);
  }

  function tellText(element: XmlElement): void {
    tell(element, OWN_TEXT);
    for (const child of element.children) if (isElement(child)) tellText(child);
  }

  const isTold = (element: XmlElement, name: string): boolean =>
    told.get(element)?.has(name) === true;

  return {
    attribute(element, name) {
      if (element !== undefined) tell(element, name);
      return attributeOf(element, name);
    },
    words(element) {
      if (element !== undefined) tellText(element);
      return wordsOf(element);
    },
    ownWords(element) {
      tell(element, OWN_TEXT);
      const text = ownText(element).replace(/\s+/g, ' ').trim();
      return text === '' ? undefined : text;
    },
    all(element, ...path) {
      let found: readonly XmlElement[] = [element];
      for (const name of path) found = found.flatMap((one) => childrenOf(one, name));
      return found;
    },
    skip(element) {
      if (element !== undefined) tell(element, EVERYTHING);
    },
    isTold,
    isSkipped: (element) => isTold(element, EVERYTHING),
    untoldAttributes: (element) =>
      Object.keys(element.attributes).filter(
        (name) =>
          !STRUCTURAL.has(name) &&
          !name.startsWith('xmlns') &&
          !isTold(element, name) &&
          attributeOf(element, name) !== undefined,
      ),
    untoldWords: (element) => !isTold(element, OWN_TEXT) && /\S/.test(ownText(element)),
    textAt,
  };
}

function ownText(element: XmlElement): string {
  let text = '';
  for (const node of element.children) text += isElement(node) ? ' ' : node;
  return text;
}
