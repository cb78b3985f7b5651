/**
 * Cuts a character stream into tags and text that a strict XML parser accepts, mending locally and forward
 * only: nothing already handed on is ever taken back. It judges no names and builds no tree.
 */
import type { RepairKind } from './cda-document.ts';
import { htmlEntities } from './html-entities.ts';
import { MAX_TAG_CHARACTERS } from './limits.ts';

export interface XmlSink {
  /** Well-formed character data: `&` and `<` only as references. */
  text(escaped: string): void;
  /** One complete tag, end tags always matched; `start` and `end` are offsets in the source text. */
  tag(markup: string, start: number, end: number): void;
  doctype(): void;
  repair(kind: RepairKind): void;
}

// Matching them is the purpose: XML 1.0 forbids these characters.
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const FORBIDDEN_ALL = new RegExp(FORBIDDEN, 'g');
const REFERENCE = /&(?:#([0-9]{1,8})|#[xX]([0-9a-fA-F]{1,7})|([A-Za-z][A-Za-z0-9]{0,31}));/y;
const REFERENCE_HOLD = 40;
/** Characters after which a processing instruction is a stray `<`. */
const MAX_INSTRUCTION = 64 * 1024;
const TAG_START = /[A-Za-z_\u00c0-\ud7ff]/;
const TAG_NAME = /[^\s/>]+/y;
const XML_ENTITIES = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);
/** Elements that HTML leaves open; as XML they may only be empty. */
const VOID = new Set(['br', 'hr', 'img', 'col', 'wbr']);

const forbiddenReplacement = (character: string): string =>
  character === '\u000b' || character === '\u000c' ? '\n' : '';

export interface XmlMender {
  write(text: string): void;
  /**
   * Called from the sink's `tag` for a start tag: what is inside that element is searched for media, comments
   * and its end only, and nothing else of it is handed on. Ten times faster than parsing it.
   */
  skipInside(): void;
  /** The stream is over: what is open is closed. */
  end(): void;
}

/** Starts mending; the sink is called synchronously from `write` and `end`. */
export function createXmlMender(sink: XmlSink): XmlMender {
  let buffer = '';
  /** Offset of `buffer[0]` in the source. */
  let offset = 0;
  let rootSeen = false;
  let rootClosed = false;
  /** One that does not end is looked for once. */
  let doctypeEndless = false;
  let leading = false;
  let trailing = false;
  const open: string[] = [];
  /** `open.length` inside the element that is being skipped; 0 outside of one. */
  let skipDepth = 0;
  let landmarks: readonly Place[] = [];
  let landmarksFor = '';
  const greater = placeOf('>');
  const less = placeOf('<');
  const instructionEnd = placeOf('?>');
  const commentEnd = placeOf('-->');
  const places = [greater, less, instructionEnd, commentEnd];
  /** What must come before anything else can: text is put by until it is there. */
  let awaited = '';
  let putBy: string[] = [];
  /** The last characters that came, in which `awaited` may have begun. */
  let tail = '';
  /** How far the tag at the buffer's start was searched for its end. */
  let tagSearched: TagSearch | undefined;

  /** The mark's next place from `from` on, which never goes back in one buffer; -1 is none. */
  function seek(place: Place, from: number): number {
    if (place.next === NOT_LOOKED || (place.next >= 0 && place.next < from))
      place.next = buffer.indexOf(place.markup, from);
    return place.next;
  }

  /** The next place inside a skipped element where parsing goes on; -1 where the buffer holds none. */
  function nextLandmark(from: number): number {
    let nearest = -1;
    for (const landmark of landmarks) {
      if (landmark.next === NOT_LOOKED || (landmark.next >= 0 && landmark.next < from))
        landmark.next = findMarkup(buffer, landmark.markup, from);
      if (landmark.next >= 0 && (nearest < 0 || landmark.next < nearest)) nearest = landmark.next;
    }
    return nearest;
  }

  function mendCharacters(text: string): string {
    if (!FORBIDDEN.test(text)) return text;
    return text.replace(FORBIDDEN_ALL, (character) => {
      sink.repair('controlCharacter');
      return forbiddenReplacement(character);
    });
  }

  function mendReference(text: string, at: number): { markup: string; length: number } {
    REFERENCE.lastIndex = at;
    const match = REFERENCE.exec(text);
    if (match === null) {
      sink.repair('rawAmpersand');
      return { markup: '&amp;', length: 1 };
    }
    const [whole, decimal, hexadecimal, name] = match;
    if (name !== undefined) {
      if (XML_ENTITIES.has(name)) return { markup: whole, length: whole.length };
      const character = htmlEntities.get(name);
      if (character === undefined) return { markup: `&amp;${name};`, length: whole.length };
      sink.repair('htmlEntity');
      return { markup: character, length: whole.length };
    }
    const code =
      decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number.parseInt(decimal, 10);
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
      sink.repair('rawAmpersand');
      return { markup: `&amp;${whole.slice(1)}`, length: whole.length };
    }
    const character = String.fromCodePoint(code);
    if (FORBIDDEN.test(character)) {
      sink.repair('controlCharacter');
      return { markup: forbiddenReplacement(character), length: whole.length };
    }
    return { markup: whole, length: whole.length };
  }

  function mendReferences(text: string): string {
    let at = text.indexOf('&');
    if (at < 0) return text;
    let mended = '';
    let from = 0;
    while (at >= 0) {
      const { markup, length } = mendReference(text, at);
      mended += text.slice(from, at) + markup;
      from = at + length;
      at = text.indexOf('&', from);
    }
    return mended + text.slice(from);
  }

  function emitText(text: string): void {
    if (text === '') return;
    if (open.length > 0) {
      sink.text(mendReferences(mendCharacters(text)));
      return;
    }
    // oxlint-disable-next-line no-control-regex
    if (!/[^\s\ufeff\u0000]/.test(text)) return;
    if (!rootSeen) {
      if (!leading) sink.repair('leadingJunk');
      leading = true;
    } else if (!trailing) {
      trailing = true;
      sink.repair('trailingJunk');
    }
  }

  function emitClose(name: string, start: number, end: number): void {
    const depth = open.lastIndexOf(name);
    if (depth < 0) {
      if (!VOID.has(localName(name)) && open.length > 0) sink.repair('strayCloseTag');
      return;
    }
    while (open.length > depth + 1) {
      sink.repair('misnested');
      sink.tag(`</${open.pop() ?? ''}>`, start, start);
    }
    open.pop();
    sink.tag(`</${name}>`, start, end);
    if (open.length === 0) rootClosed = true;
  }

  function emitOpen(raw: string, start: number, end: number): void {
    TAG_NAME.lastIndex = 1;
    const name = TAG_NAME.exec(raw)?.[0] ?? '';
    if (rootClosed) {
      if (!trailing) sink.repair('trailingJunk');
      trailing = true;
      // A second document may be another patient's: whose it is must be known.
      if (localName(name) !== 'ClinicalDocument') return;
      rootClosed = false;
    }
    rootSeen = true;
    let markup = raw;
    if (raw.indexOf('<', 1) >= 0) {
      sink.repair('rawLessThan');
      markup = `<${raw.slice(1).replaceAll('<', '&lt;')}`;
    }
    markup = mendReferences(mendCharacters(markup));
    const selfClosing = markup.endsWith('/>');
    if (!selfClosing && VOID.has(localName(name))) {
      sink.tag(`${markup.slice(0, -1)}/>`, start, end);
      return;
    }
    if (!selfClosing) open.push(name);
    sink.tag(markup, start, end);
  }

  /** Handles what begins with `<` at `at`; the index behind it, or -1 when more text is needed. */
  function markupAt(at: number, final: boolean): number {
    const next = buffer[at + 1];
    if (next === undefined) return final ? rawLessThan(at) : -1;
    if (next === '!') return declarationAt(at, final);
    if (next === '?') {
      const end = seek(instructionEnd, at + 2);
      if (end >= 0) return end + 2;
      return final || buffer.length - at > MAX_INSTRUCTION ? rawLessThan(at) : -1;
    }
    if (next === '/') {
      const after = buffer[at + 2];
      if (after === undefined) return final ? rawLessThan(at) : -1;
      if (!TAG_START.test(after)) return rawLessThan(at);
      const end = seek(greater, at + 2);
      const again = seek(less, at + 2);
      if (again >= 0 && (end < 0 || again < end)) {
        sink.repair('badTag');
        emitClose(buffer.slice(at + 2, again).trim(), offset + at, offset + again);
        return again;
      }
      if (end < 0) return final || buffer.length - at > 1024 ? rawLessThan(at) : -1;
      emitClose(buffer.slice(at + 2, end).trim(), offset + at, offset + end + 1);
      return end + 1;
    }
    if (!TAG_START.test(next)) return rawLessThan(at);
    const end = tagEnd(buffer, at, at === 0 ? tagSearched : undefined);
    tagSearched = undefined;
    if (typeof end === 'object') {
      if (final || buffer.length - at > MAX_TAG_CHARACTERS) return rawLessThan(at);
      tagSearched = { from: end.from - at, quote: end.quote };
      return -1;
    }
    if (end === 'none') return rawLessThan(at);
    emitOpen(buffer.slice(at, end), offset + at, offset + end);
    return end;
  }

  function rawLessThan(at: number): number {
    if (open.length > 0) {
      sink.repair('rawLessThan');
      sink.text('&lt;');
    }
    return at + 1;
  }

  function declarationAt(at: number, final: boolean): number {
    const rest = buffer.slice(at, at + 9);
    if (!final && rest.length < 9 && !rest.startsWith('<!--')) return -1;
    if (rest.startsWith('<!--')) {
      const end = seek(commentEnd, at + 4);
      if (end >= 0) return end + 3;
      if (final) return rawLessThan(at);
      awaited = '-->';
      return -1;
    }
    if (rest === '<![CDATA[') {
      const end = buffer.indexOf(']]>', at + 9);
      if (end < 0 && !final) {
        awaited = ']]>';
        return -1;
      }
      const text = buffer.slice(at + 9, end < 0 ? buffer.length : end);
      if (open.length > 0 && text !== '') {
        sink.text(mendCharacters(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
      }
      return end < 0 ? buffer.length : end + 3;
    }
    if (rest.toUpperCase() === '<!DOCTYPE' && !rootSeen && !doctypeEndless) {
      const end = doctypeEnd(buffer, at);
      if (end < 0) {
        doctypeEndless = final || buffer.length - at > MAX_TAG_CHARACTERS;
        return doctypeEndless ? rawLessThan(at) : -1;
      }
      sink.doctype();
      return end;
    }
    return rawLessThan(at);
  }

  function drain(final: boolean): void {
    let from = 0;
    for (const place of landmarks) place.next = NOT_LOOKED;
    for (const place of places) place.next = NOT_LOOKED;
    for (;;) {
      if (skipDepth > 0) {
        if (open.length > skipDepth) {
          // Inside a media element: read in full.
        } else if (open.length < skipDepth) {
          skipDepth = 0;
        } else {
          const landmark = nextLandmark(from);
          if (landmark < 0) {
            from = final ? buffer.length : Math.max(from, buffer.length - LANDMARK_HOLD);
            break;
          }
          from = landmark;
        }
      }
      const at = buffer.indexOf('<', from);
      if (at < 0) {
        let upTo = buffer.length;
        const ampersand = buffer.lastIndexOf('&');
        if (!final && ampersand >= from && upTo - ampersand < REFERENCE_HOLD) upTo = ampersand;
        emitText(buffer.slice(from, upTo));
        from = upTo;
        break;
      }
      emitText(buffer.slice(from, at));
      const behind = markupAt(at, final);
      if (behind < 0) {
        from = at;
        break;
      }
      from = behind;
    }
    buffer = buffer.slice(from);
    offset += from;
  }

  /** Whether what is awaited ends in `text`; joining all that is put by each time would be quadratic. */
  function arrives(text: string): boolean {
    const seen = tail + text;
    tail = seen.slice(-MARK_LENGTH);
    return seen.includes(awaited);
  }

  function takeUp(text: string): void {
    buffer = putBy.length === 0 ? buffer + text : buffer + putBy.join('') + text;
    putBy = [];
    awaited = '';
  }

  return {
    write(text) {
      if (awaited !== '' && !arrives(text)) {
        putBy.push(text);
        return;
      }
      takeUp(text);
      drain(false);
      if (awaited !== '') tail = buffer.slice(-MARK_LENGTH);
    },
    skipInside() {
      skipDepth = open.length;
      const name = open.at(-1) ?? '';
      if (name === landmarksFor) return;
      landmarksFor = name;
      landmarks = landmarksOf(name).map(placeOf);
    },
    end() {
      takeUp('');
      drain(true);
      if (open.length > 0) sink.repair('truncated');
      while (open.length > 0) sink.tag(`</${open.pop() ?? ''}>`, offset, offset);
    },
  };
}

/** Longer than any landmark: how much of a skipped element's end is kept for the next piece of text. */
const LANDMARK_HOLD = 64;

const NOT_LOOKED = -2;

/** One less than the marks that are awaited. */
const MARK_LENGTH = 2;

interface Place {
  readonly markup: string;
  /** The place found last; below the place searched from it is out of date, -1 is none in this buffer. */
  next: number;
}

const placeOf = (markup: string): Place => ({ markup, next: NOT_LOOKED });

/** Where parsing goes on inside an element of this name: its end, media, sections around it, hidden markup. */
function landmarksOf(name: string): string[] {
  const prefix = name.slice(0, name.length - localName(name).length);
  return [
    `</${name}`,
    `<${prefix}observationMedia`,
    `<${prefix}regionOfInterest`,
    `<${prefix}section`,
    `</${prefix}section`,
    '<!--',
    '<![CDATA[',
  ];
}

const NAME_CHARACTER = /[\w.:-]/;

/** Index of a tag that begins with `markup` and of no longer name; -1 when there is none. */
function findMarkup(text: string, markup: string, from: number): number {
  for (let at = text.indexOf(markup, from); at >= 0; at = text.indexOf(markup, at + 1)) {
    const behind = text[at + markup.length];
    if (behind === undefined || markup.startsWith('<!') || !NAME_CHARACTER.test(behind)) return at;
  }
  return -1;
}

const localName = (name: string): string => name.slice(name.lastIndexOf(':') + 1);

/** Where the search for a tag's end goes on when more text is there, and the quote that is open. */
interface TagSearch {
  readonly from: number;
  readonly quote: string;
}

/**
 * Index behind the `>` of the tag at `at`; `none` where another `<` shows that this is no tag; how far it was
 * searched where the text ends too early.
 */
function tagEnd(
  text: string,
  at: number,
  searched: TagSearch = { from: at + 1, quote: '' },
): number | TagSearch | 'none' {
  const stop = /[<>"']/g;
  stop.lastIndex = searched.from;
  if (searched.quote !== '') {
    const close = text.indexOf(searched.quote, searched.from);
    if (close < 0) return { from: text.length, quote: searched.quote };
    stop.lastIndex = close + 1;
  }
  for (let match = stop.exec(text); match !== null; match = stop.exec(text)) {
    const character = match[0];
    if (character === '>') return match.index + 1;
    if (character === '<') return 'none';
    if (!followsEquals(text, match.index)) continue;
    const close = text.indexOf(character, match.index + 1);
    if (close < 0) return { from: text.length, quote: character };
    stop.lastIndex = close + 1;
  }
  return { from: text.length, quote: '' };
}

/** Whether an attribute's value begins at `at`: `=` stands before it, white space between. */
function followsEquals(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && isSpace(text.charCodeAt(before))) before -= 1;
  return text[before] === '=';
}

const isSpace = (code: number): boolean =>
  code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

/** Index behind a DOCTYPE with its internal subset and quoted strings; -1 when it is not complete. */
function doctypeEnd(text: string, at: number): number {
  const stop = /["'[\]>]/g;
  stop.lastIndex = at + 9;
  let depth = 0;
  for (let match = stop.exec(text); match !== null; match = stop.exec(text)) {
    const character = match[0];
    if (character === '[') depth += 1;
    else if (character === ']') depth = Math.max(0, depth - 1);
    else if (character === '>') {
      if (depth === 0) return match.index + 1;
    } else {
      const close = text.indexOf(character, match.index + 1);
      if (close < 0) return -1;
      stop.lastIndex = close + 1;
    }
  }
  return -1;
}
