/** The words of HTML too large for the sanitizer: one forward pass, no tree, in time that grows with its length. */
import { attributesOf, decodeEntities } from './decode-entities.ts';
import { fieldText } from './form-field-text.ts';
import { isShownImage } from './shown-image.ts';
import { createTextLines } from './text-lines.ts';
import { boundaries, imageWords, wordless } from './words-rules.ts';

const cells: ReadonlySet<string> = new Set(['td', 'th']);

/** Text up to the end tag; of these the words count. */
const rawText: ReadonlySet<string> = new Set(['textarea', 'xmp', 'plaintext']);

/** Longer tags carry a picture or a joke, no words. */
const longestTag = 64 * 1024;

/** Text of `html` with a line per block and a tab between cells. */
export function htmlToText(html: string): string {
  const out = createTextLines();
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) {
      out.words(words(html.slice(at)));
      break;
    }
    if (open > at) out.words(words(html.slice(at, open)));
    if (html.startsWith('<!--', open)) {
      at = endAfter(html, '-->', open + 4);
      continue;
    }
    const first = html.charAt(open + 1);
    if (!isLetter(first.charCodeAt(0)) && !'/!?'.includes(first || ' ')) {
      out.words('<');
      at = open + 1;
      continue;
    }
    const close = tagEnd(html, open + 1);
    const name = tagName(html, open + 1);
    at = close;
    if (first === '/') {
      if (boundaries.has(name) && !cells.has(name)) out.line();
    } else if (wordless.has(name)) at = endAfter(html, '>', endOfElement(html, close, name));
    else if (rawText.has(name)) {
      const end = name === 'plaintext' ? html.length : endOfElement(html, close, name);
      const text = html.slice(close, end);
      out.words(' ');
      out.words(name === 'textarea' ? decodeEntities(text) : text);
      out.words(' ');
      at = endAfter(html, '>', end);
    } else if (cells.has(name)) out.cell();
    else if (boundaries.has(name)) out.line();
    else out.words(startWords(name, html, open, close));
  }
  return out.text();
}

function startWords(name: string, html: string, open: number, close: number): string {
  if (name === 'option') return ' ';
  if ((name !== 'img' && name !== 'input') || close - open > longestTag) return '';
  const attributes = attributesOf(html.slice(open, close));
  const attribute = (wanted: string): string | undefined => attributes.get(wanted);
  if (name === 'input')
    return ` ${fieldText({ name, attribute, text: () => '', options: () => [] }) ?? ''} `;
  return isShownImage(attribute('src')) ? '' : ` ${imageWords(attribute('alt'))} `;
}

function tagName(html: string, from: number): string {
  const start = html.charCodeAt(from) === slash ? from + 1 : from;
  let at = start;
  while (isLetterOrDigit(html.charCodeAt(at))) at += 1;
  return html.slice(start, at).toLowerCase();
}

const slash = 0x2f;
const greater = 0x3e;
const equals = 0x3d;
const quotes: readonly number[] = [0x22, 0x27];

const isLetter = (c: number): boolean => (c | 0x20) >= 0x61 && (c | 0x20) <= 0x7a;
const isLetterOrDigit = (c: number): boolean => isLetter(c) || (c >= 0x30 && c <= 0x39);

/** Index after the tag's `>`, quoted attribute values skipped. */
function tagEnd(html: string, from: number): number {
  for (let at = from; at < html.length; at += 1) {
    const c = html.charCodeAt(at);
    if (c === greater) return at + 1;
    if (quotes.includes(c) && html.charCodeAt(at - 1) === equals) {
      const end = html.indexOf(html.charAt(at), at + 1);
      if (end < 0) return html.length;
      at = end;
    }
  }
  return html.length;
}

/** Index of the end tag. */
function endOfElement(html: string, from: number, name: string): number {
  for (let at = html.indexOf('</', from); at >= 0; at = html.indexOf('</', at + 2))
    if (html.slice(at + 2, at + 2 + name.length).toLowerCase() === name) return at;
  return html.length;
}

function endAfter(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at < 0 ? html.length : at + mark.length;
}

const words = (text: string): string =>
  decodeEntities(/[\t\n\f\r]| {2}/.test(text) ? text.replace(/[\t\n\f\r ]+/g, ' ') : text);
