/** For tests: what of a document's header a reader does not see, by a tokenizer that shares nothing with the parser. */
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import type { CdaHeader } from '../../cda/cda-header.ts';
import { headerRows } from './header-rows.ts';
import { timeWords } from './hl7-time.ts';
import { summaryParts } from './summary-parts.ts';

type Element = DefaultTreeAdapterTypes.Element;

/** Elements that a machine alone needs. */
const MACHINE_ELEMENTS = new Set(['realmcode', 'typeid', 'templateid']);

/** Attributes that a machine alone needs, or that say how to read their element; in lower case. */
const MACHINE_ATTRIBUTES = new Set(
  `xsi:type xsi:schemalocation classcode moodcode typecode determinercode contextcontrolcode codesystem codesystemname
  codesystemversion nullflavor use qualifier root extension assigningauthorityname displayable mediatype representation
  language sdtc:valueset sdtc:valuesetversion`.split(/\s+/),
);

/** Codes that are told in words of ours. */
const TOLD_CODES = new Set(
  'languagecode signaturecode administrativegendercode confidentialitycode dischargedispositioncode'.split(
    ' ',
  ),
);

/** Every line of the header's details and of the line above the document, one below the other. */
export const headerText = (header: CdaHeader): string =>
  [
    ...headerRows(header).flatMap(({ label, lines, ids }) => [label, ...lines, ...ids]),
    ...Object.values(summaryParts(header)).flat(),
  ]
    .map(plain)
    .join('\n');

/** What the header says and nothing of `shown` does: `path: words`. */
export function headerLosses(source: string, shown: string): readonly string[] {
  const root = documentOf(parseFragment(hidden(source)));
  return headerWords(root).flatMap(({ path, text, told }) =>
    told.some((words) => says(shown, words)) ? [] : [`${path}: ${text}`],
  );
}

/** Whether the words stand there, in any case, not as a part of others. */
function says(shown: string, words: string): boolean {
  const pattern = plain(words).replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'iu').test(shown);
}

/** How many there are: a comparison that finds nothing to compare says nothing. */
export const countHeaderWords = (source: string): number =>
  headerWords(documentOf(parseFragment(hidden(source)))).length;

interface HeaderWord {
  readonly path: string;
  readonly text: string;
  /** The ways in which it may be shown. */
  readonly told: readonly string[];
}

function headerWords(element: Element, path = ''): HeaderWord[] {
  const own = element.childNodes
    .flatMap((node) => ('value' in node ? [plain(node.value)] : []))
    .filter((text) => text !== '');
  return [
    ...own.map((text) => ({ path, text, told: [text] })),
    ...attributeWords(element, path),
    ...element.childNodes.filter(isElement).flatMap((child) => {
      const name = nameOf(child);
      if (MACHINE_ELEMENTS.has(name) || (path === '' && name === 'component')) return [];
      return headerWords(child, `${path}/${name}`);
    }),
  ];
}

function attributeWords(element: Element, path: string): HeaderWord[] {
  const name = nameOf(element);
  if (path === '') return [];
  const attributes = new Map(element.attrs.map((one) => [one.name, one.value.trim()]));
  const id = name === 'id' || name === 'setid';
  return [...attributes].flatMap(([attribute, value]): HeaderWord[] => {
    const word = (...told: readonly string[]): HeaderWord[] => [
      { path: `${path}@${attribute}`, text: value, told },
    ];
    if (value === '' || attribute.startsWith('xmlns')) return [];
    // An id is quoted by its extension, by its root where it has none.
    if (id && attribute === (attributes.has('extension') ? 'extension' : 'root'))
      return word(value);
    if (MACHINE_ATTRIBUTES.has(attribute)) return [];
    if (attribute === 'code') {
      // A code whose words are told is for machines.
      return TOLD_CODES.has(name) || hasWords(element) ? [] : word(value);
    }
    if (attribute !== 'value') return word(value);
    if (name === 'telecom') return word(value.replace(/^(tel|mailto|fax):/i, ''));
    if (name.endsWith('ind')) return [];
    // Whether they are of use: the details have seconds, the line above has none.
    return word(value, timeWords(value));
  });
}

/** Whether a code has words of its author's. */
const hasWords = (element: Element): boolean =>
  element.attrs.some((one) => one.name === 'displayname' && one.value.trim() !== '') ||
  element.childNodes.filter(isElement).some((child) => hasWords(child) || textOf(child) !== '');

const textOf = (element: Element): string =>
  plain(element.childNodes.map((node) => ('value' in node ? node.value : '')).join(''));

/** Tag names hidden from an HTML parser's own rules; it is used as a tokenizer of plain elements. */
const hidden = (source: string): string =>
  source
    .replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, '')
    .replace(/<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/>/g, '<$1$2></$1>')
    .replace(/<(\/?)(?:\w+:)?([\w.-]+)/g, '<$1x-$2');

const isElement = (node: DefaultTreeAdapterTypes.ChildNode): node is Element => 'tagName' in node;

const nameOf = ({ tagName }: Element): string => tagName.slice('x-'.length);

function documentOf(fragment: DefaultTreeAdapterTypes.DocumentFragment): Element {
  const root = fragment.childNodes.find(
    (node): node is Element => isElement(node) && nameOf(node) === 'clinicaldocument',
  );
  if (root === undefined) throw new Error('no clinical document');
  return root;
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
