/**
 * Cuts a character stream into tags and text that a strict XML parser accepts, mending locally and forward
 * only: nothing already handed on is ever taken back. It judges no names and builds no tree.
 */
import type { RepairKind } from './cda-document.ts';
import { createAwaited } from './await-mark.ts';
import {
  doctypeEnd,
  localName,
  NOT_LOOKED,
  placeOf,
  tagEnd,
  type Place,
  type TagSearch,
} from './find-markup.ts';
import { createLandmarks, LANDMARK_HOLD } from './landmarks.ts';
import { isKnownName } from './known-names.ts';
import { MAX_TAG_CHARACTERS } from './limits.ts';
import { escapeText, mendCharacters, mendReferences } from './mend-references.ts';
import { createOpenElements } from './open-elements.ts';
import { isRunningText } from './raw-less-than.ts';
import type { XmlSink } from './xml-sink.ts';

const REFERENCE_HOLD = 40;
/** Characters after which a processing instruction is a stray `<`. */
const MAX_INSTRUCTION = 64 * 1024;
const TAG_START = /[A-Za-z_\u00c0-\ud7ff]/;
const TAG_NAME = /[^\s/>]+/y;
/** Elements that HTML leaves open; as XML they may only be empty. */
const VOID = new Set(
  'br hr img col wbr input meta link area base embed param source track basefont frame'.split(' '),
);
/** Where a CDATA section without an end is taken to end: names that nobody writes about. */
const CDATA_LIMIT =
  /<\/(?:[\w.-]+:)?(?:text|title|section|component|structuredBody|ClinicalDocument)\s*>/;

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
  const open = createOpenElements(sink);
  /** `open.depth()` inside the element that is being skipped; 0 outside of one. */
  let skipDepth = 0;
  const landmarks = createLandmarks();
  const greater = placeOf('>');
  const less = placeOf('<');
  const instructionEnd = placeOf('?>');
  const commentEnd = placeOf('-->');
  const cdataStart = placeOf('<![CDATA[');
  const cdataEnd = placeOf(']]>');
  const places = [greater, less, instructionEnd, commentEnd, cdataStart, cdataEnd];
  const repair = (kind: RepairKind): void => sink.repair(kind);
  const awaited = createAwaited();
  /** How far the tag at the buffer's start was searched for its end. */
  let tagSearched: TagSearch | undefined;

  /** The mark's next place from `from` on, which never goes back in one buffer; -1 is none. */
  function seek(place: Place, from: number): number {
    if (place.next === NOT_LOOKED || (place.next >= 0 && place.next < from))
      place.next = buffer.indexOf(place.markup, from);
    return place.next;
  }

  const mend = (text: string): string => mendReferences(mendCharacters(text, repair), repair);

  function emitText(text: string): void {
    if (text === '') return;
    if (open.depth() > 0) {
      sink.text(mend(text));
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

  function emitClose(from: number, to: number, end: number): void {
    const inner = buffer.slice(from + 2, to).trim();
    const name = inner.split(/\s/, 1)[0] ?? '';
    const start = offset + from;
    const depth = open.depthOf(name);
    if (depth >= 0) {
      open.closeTo(depth, start, offset + end);
      if (open.depth() === 0) rootClosed = true;
    } else if (open.written() && !isKnownName(localName(name))) {
      sink.repair('rawLessThan');
      sink.text(`&lt;${mend(buffer.slice(from + 1, end))}`);
    } else if (!VOID.has(localName(name).toLowerCase()) && open.depth() > 0) {
      sink.repair('strayCloseTag');
    }
  }

  /** Whether `raw` is a tag; nothing is done where it is running text. */
  function emitOpen(raw: string, start: number, end: number): boolean {
    TAG_NAME.lastIndex = 1;
    const name = TAG_NAME.exec(raw)?.[0] ?? '';
    const local = localName(name);
    const doubtful = open.written() && !isKnownName(local);
    if (open.written() && isRunningText(raw, name, local)) return false;
    if (doubtful && !open.takesDoubtful()) return false;
    if (rootClosed) {
      if (!trailing) sink.repair('trailingJunk');
      trailing = true;
      // A second document may be another patient's: whose it is must be known.
      if (local !== 'ClinicalDocument') return true;
      rootClosed = false;
    }
    rootSeen = true;
    let markup = raw;
    if (raw.indexOf('<', 1) >= 0) {
      sink.repair('rawLessThan');
      markup = `<${raw.slice(1).replaceAll('<', '&lt;')}`;
    }
    markup = mend(markup);
    const selfClosing = markup.endsWith('/>');
    if (!selfClosing && VOID.has(local.toLowerCase())) {
      sink.tag(`${markup.slice(0, -1)}/>`, start, end);
      return true;
    }
    if (!selfClosing) open.push(name, doubtful ? raw : undefined);
    sink.tag(markup, start, end);
    return true;
  }

  /** Handles what begins with `<` at `at`; the index behind it, or -1 when more text is needed. */
  function markupAt(at: number, final: boolean): number {
    const next = buffer[at + 1];
    if (next === undefined) return final ? rawLessThan(at) : -1;
    if (next === '!') return declarationAt(at, final);
    if (next === '?') {
      const target = buffer[at + 2];
      if (target === undefined && !final) return -1;
      if (target === undefined || !TAG_START.test(target)) return rawLessThan(at);
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
        emitClose(at, again, again);
        return again;
      }
      if (end < 0) return final || buffer.length - at > 1024 ? rawLessThan(at) : -1;
      emitClose(at, end, end + 1);
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
    return emitOpen(buffer.slice(at, end), offset + at, offset + end) ? end : rawLessThan(at);
  }

  function rawLessThan(at: number): number {
    if (open.depth() > 0) {
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
      awaited.await('-->');
      return -1;
    }
    if (rest === '<![CDATA[') return cdataAt(at, final);
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

  function cdataAt(at: number, final: boolean): number {
    const from = at + 9;
    const end = seek(cdataEnd, from);
    if (end < 0 && !final) {
      awaited.await(']]>');
      return -1;
    }
    // Another that begins inside shows that this one has no end: it would swallow the sections between.
    const next = end < 0 ? -1 : seek(cdataStart, from);
    const bound = end < 0 ? buffer.length : next >= 0 && next < end ? next : from;
    const limit = CDATA_LIMIT.exec(buffer.slice(from, bound));
    const ended = limit !== null;
    const behind = ended ? from + limit.index : end < 0 ? buffer.length : end;
    const text = buffer.slice(from, behind);
    if (open.depth() > 0 && (ended || end < 0)) sink.repair('openCdata');
    if (open.depth() > 0 && text !== '') sink.text(escapeText(mendCharacters(text, repair)));
    return ended || end < 0 ? behind : end + 3;
  }

  function drain(final: boolean): void {
    let from = 0;
    landmarks.forget();
    for (const place of places) place.next = NOT_LOOKED;
    for (;;) {
      if (skipDepth > 0) {
        if (open.depth() > skipDepth) {
          // Inside a media element: read in full.
        } else if (open.depth() < skipDepth) {
          skipDepth = 0;
        } else {
          const landmark = landmarks.next(buffer, from);
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

  return {
    write(text) {
      const taken = awaited.take(text);
      if (taken === undefined) return;
      buffer += taken;
      drain(false);
      awaited.goOnBehind(buffer);
    },
    skipInside() {
      skipDepth = open.depth();
      landmarks.lookInside(open.innermost());
    },
    end() {
      buffer += awaited.takeRest();
      drain(true);
      if (open.depth() > 0) sink.repair('truncated');
      open.closeAll(offset);
    },
  };
}
