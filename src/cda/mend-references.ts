/** Characters and references that XML does not allow, mended one by one. */
import type { RepairKind } from './cda-document.ts';
import { htmlEntities } from './html-entities.ts';

// Matching them is the purpose: XML 1.0 forbids these characters.
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const FORBIDDEN_ALL = new RegExp(FORBIDDEN, 'g');
const REFERENCE = /&(?:#([0-9]{1,8})|#[xX]([0-9a-fA-F]{1,7})|([A-Za-z][A-Za-z0-9]{0,31}));/y;
const XML_ENTITIES = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

type Repair = (kind: RepairKind) => void;

const forbiddenReplacement = (character: string): string =>
  character === '\u000b' || character === '\u000c' ? '\n' : '';

/** Takes out what XML forbids; a page or line break stays one. */
export function mendCharacters(text: string, repair: Repair): string {
  if (!FORBIDDEN.test(text)) return text;
  return text.replace(FORBIDDEN_ALL, (character) => {
    repair('controlCharacter');
    return forbiddenReplacement(character);
  });
}

/** Leaves the references of XML, resolves those of HTML, escapes every other `&`. */
export function mendReferences(text: string, repair: Repair): string {
  let at = text.indexOf('&');
  if (at < 0) return text;
  let mended = '';
  let from = 0;
  while (at >= 0) {
    const { markup, length } = mendReference(text, at, repair);
    mended += text.slice(from, at) + markup;
    from = at + length;
    at = text.indexOf('&', from);
  }
  return mended + text.slice(from);
}

/** Character data in which nothing is markup. */
export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function mendReference(
  text: string,
  at: number,
  repair: Repair,
): { markup: string; length: number } {
  REFERENCE.lastIndex = at;
  const match = REFERENCE.exec(text);
  if (match === null) {
    repair('rawAmpersand');
    return { markup: '&amp;', length: 1 };
  }
  const [whole, decimal, hexadecimal, name] = match;
  if (name !== undefined) {
    if (XML_ENTITIES.has(name)) return { markup: whole, length: whole.length };
    const character = htmlEntities.get(name);
    if (character === undefined) return { markup: `&amp;${name};`, length: whole.length };
    repair('htmlEntity');
    return { markup: character, length: whole.length };
  }
  const code =
    decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number.parseInt(decimal, 10);
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
    repair('rawAmpersand');
    return { markup: `&amp;${whole.slice(1)}`, length: whole.length };
  }
  const character = String.fromCodePoint(code);
  if (FORBIDDEN.test(character)) {
    repair('controlCharacter');
    return { markup: forbiddenReplacement(character), length: whole.length };
  }
  return { markup: whole, length: whole.length };
}
