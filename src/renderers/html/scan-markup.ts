/**
 * One fast pass over the source before anything parses it: how much there is, and `style=` under a name that the
 * page's policy has no quarrel with. It decides nothing about safety: whatever it returns is sanitized.
 */
import { isShownImage } from './shown-image.ts';

/** Carries an author's `style=` through the sanitizer: the browser reports each `style=` it parses under a CSP. */
export const styleAttribute = 'data-dossier-style';

export interface MarkupScan {
  /** Elements that a parser will make, at most (elements that it implies aside). */
  readonly elements: number;
  /** Start tags in the source. */
  readonly starts: number;
  readonly attributes: number;
  /** For each start tag the elements that are open around it, added up: a parser looks through them. */
  readonly passed: number;
  readonly markup: string;
  /** The same without the inside of very long values: a tokenizer in script builds those letter by letter. */
  readonly brief: string;
}

/** Their content is text up to their end tag. */
const rawText: ReadonlySet<string> = new Set(
  'script style textarea title xmp iframe noembed noframes plaintext'.split(' '),
);

/** A parser opens them again in every block that begins before they are closed. */
const formatting: ReadonlySet<string> = new Set(
  'a b big code em font i nobr s small strike strong tt u'.split(' '),
);

/** Between these a parser keeps formatting that is closed elsewhere. */
const markers: ReadonlySet<string> = new Set(
  'td th caption applet object marquee template select button'.split(' '),
);

/** What closing misnested formatting makes anew, at most: eight rounds of one element and three clones. */
const clonesPerEnd = 32;

/** Scans `source`, an HTML document as text. */
export function scanMarkup(source: string): MarkupScan {
  const renamed = createEdits(source);
  const shortened = createEdits(source);
  let starts = 0;
  let attributes = 0;
  let made = 0;
  let openParagraphs = 0;
  /** Up to here tags are counted only: the content of a raw text element. */
  let rawUntil = 0;
  /** No `-->` lies ahead once one was not found. */
  let commentsEnd = true;
  const open = createFormattingCount();
  const depth = createDepthCount();
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at)) {
    const first = source.charCodeAt(at + 1);
    if (isLetter(first)) {
      starts += 1;
      const nameEnd = endOfName(source, at + 1);
      const name = source.slice(at + 1, nameEnd).toLowerCase();
      const isRaw = at < rawUntil;
      let next = nameEnd;
      for (;;) {
        next = skipSpace(source, next);
        const c = source.charCodeAt(next);
        if (Number.isNaN(c)) break;
        if (c === greater) {
          next += 1;
          break;
        }
        const from = next;
        next = endOfAttributeName(source, next);
        attributes += 1;
        if (!isRaw && next - from === 5 && isStyle(source, from))
          renamed.replace(from, next, styleAttribute);
        const valueAt = next;
        next = afterValue(source, next);
        if (!isRaw && next - valueAt > longValue)
          shortened.replace(valueAt, next, briefValue(source, from, valueAt, next));
      }
      if (isRaw && next > rawUntil) next = rawUntil;
      else if (!isRaw && rawText.has(name)) rawUntil = endOfRawText(source, next, name);
      made += open.start(name);
      if (!isRaw) depth.start(name, source.charCodeAt(next - 2) === slash);
      if (name === 'p') openParagraphs += 1;
      at = next;
    } else if (first === slash && isLetter(source.charCodeAt(at + 2))) {
      const nameEnd = endOfName(source, at + 2);
      const name = source.slice(at + 2, nameEnd).toLowerCase();
      made += open.end(name);
      if (at >= rawUntil) depth.end(name);
      if (name === 'br') made += 1;
      else if (name === 'p') {
        if (openParagraphs > 0) openParagraphs -= 1;
        else made += 1;
      }
      at = nameEnd;
    } else if (source.startsWith('!--', at + 1) && at >= rawUntil) {
      // A comment may end in other ways too: tags in it are counted, never renamed.
      const end = commentsEnd ? source.indexOf('-->', at + 2) : -1;
      if (end < 0) commentsEnd = false;
      else rawUntil = Math.max(rawUntil, end);
      at += 4;
    } else at += 1;
  }
  return {
    elements: starts + made,
    starts,
    attributes,
    passed: depth.passed(),
    markup: renamed.text(),
    brief: shortened.text(),
  };
}

/** Values above this many characters: a picture in the document, mostly. */
const longValue = 16 * 1024;

/** A picture that is shown stays one; what may be words stays; the rest says nothing. */
function briefValue(source: string, from: number, valueAt: number, end: number): string {
  const name = source.slice(from, valueAt).toLowerCase();
  if (name === 'value' || name === 'alt') return source.slice(valueAt, end);
  const value = /^\s*=\s*["']?([^"']*)["']?$/.exec(source.slice(valueAt, end))?.[1];
  return name === 'src' && isShownImage(value) ? '="data:image/png;base64,AA=="' : '=""';
}

/** A copy of `source` with pieces replaced, in order. */
function createEdits(source: string) {
  const pieces: string[] = [];
  let copied = 0;
  return {
    replace(from: number, to: number, by: string): void {
      pieces.push(source.slice(copied, from), by);
      copied = to;
    },
    text: (): string =>
      pieces.length === 0 ? source : `${pieces.join('')}${source.slice(copied)}`,
  };
}

/** How many elements a parser may make beyond those written, because formatting was left open. */
function createFormattingCount(): { start(name: string): number; end(name: string): number } {
  /** For each name, where (counted in tags) its open elements began. */
  const open = new Map<string, number[]>();
  /** How many of each were open when the last marker began: those are not closed from inside. */
  let kept = new Map<string, number>();
  let count = 0;
  let tag = 0;
  let lastBlock = 0;
  return {
    start(name) {
      tag += 1;
      if (formatting.has(name)) {
        const list = open.get(name);
        if (list) list.push(tag);
        else open.set(name, [tag]);
        count += 1;
        return 0;
      }
      lastBlock = tag;
      if (markers.has(name) && count > 0)
        kept = new Map([...open].map(([key, list]) => [key, list.length]));
      return count;
    },
    end(name) {
      tag += 1;
      if (!formatting.has(name)) return count;
      const list = open.get(name);
      if (list === undefined || list.length <= (kept.get(name) ?? 0)) return 0;
      const began = list.pop() ?? 0;
      count -= 1;
      return lastBlock > began ? clonesPerEnd : 0;
    },
  };
}

/** They hold nothing, or are closed by what follows them. */
const closedByThemselves: ReadonlySet<string> = new Set(
  `area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr
  p li dt dd rp rt option optgroup colgroup thead tbody tfoot tr td th html head body`.split(/\s+/),
);

/** How deep elements lie in each other: each start tag costs a parser a look through all that are open. */
function createDepthCount() {
  const open = new Map<string, number>();
  let depth = 0;
  let passed = 0;
  const openOf = (name: string): number => open.get(name) ?? 0;
  return {
    start(name: string, endsItself: boolean): void {
      passed += depth;
      if (closedByThemselves.has(name)) return;
      // Only inside a drawing or a formula the `/` closes.
      if (endsItself && openOf('svg') + openOf('math') > 0) return;
      open.set(name, openOf(name) + 1);
      depth += 1;
    },
    end(name: string): void {
      if (openOf(name) === 0) return;
      open.set(name, openOf(name) - 1);
      depth -= 1;
    },
    passed: (): number => passed,
  };
}

const slash = 0x2f;
const greater = 0x3e;
const equals = 0x3d;

const isLetter = (c: number): boolean => (c | 0x20) >= 0x61 && (c | 0x20) <= 0x7a;
const isSpace = (c: number): boolean =>
  c === 0x20 || c === 0x0a || c === 0x09 || c === 0x0d || c === 0x0c;

function endOfName(source: string, from: number): number {
  let at = from;
  for (;;) {
    const c = source.charCodeAt(at);
    if (Number.isNaN(c) || isSpace(c) || c === slash || c === greater) return at;
    at += 1;
  }
}

function skipSpace(source: string, from: number): number {
  let at = from;
  for (;;) {
    const c = source.charCodeAt(at);
    if (!isSpace(c) && c !== slash) return at;
    at += 1;
  }
}

/** A name may begin with `=`; it ends at white space, `/`, `>` or `=`. */
function endOfAttributeName(source: string, from: number): number {
  let at = from + 1;
  for (;;) {
    const c = source.charCodeAt(at);
    if (Number.isNaN(c) || isSpace(c) || c === slash || c === greater || c === equals) return at;
    at += 1;
  }
}

function afterValue(source: string, from: number): number {
  let at = from;
  while (isSpace(source.charCodeAt(at))) at += 1;
  if (source.charCodeAt(at) !== equals) return from;
  at += 1;
  while (isSpace(source.charCodeAt(at))) at += 1;
  const quote = source.charAt(at);
  if (quote === '"' || quote === "'") {
    const end = source.indexOf(quote, at + 1);
    return end < 0 ? source.length : end + 1;
  }
  for (;;) {
    const c = source.charCodeAt(at);
    if (Number.isNaN(c) || isSpace(c) || c === greater) return at;
    at += 1;
  }
}

const isStyle = (source: string, at: number): boolean =>
  source.slice(at, at + 5).toLowerCase() === 'style';

function endOfRawText(source: string, from: number, name: string): number {
  if (name === 'plaintext') return source.length;
  for (let at = source.indexOf('</', from); at >= 0; at = source.indexOf('</', at + 2))
    if (source.slice(at + 2, at + 2 + name.length).toLowerCase() === name) return at;
  return source.length;
}
