/**
 * JSON with its long strings taken out, read byte by byte as it comes: what is left is small and quick to parse,
 * and a document of twenty megabytes in base64 never becomes one string.
 */

const LONG = 8 * 1024;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LETTER_U = 0x75;
const ESCAPED = new Set([...'"\\/bfnrt'].map((letter) => letter.charCodeAt(0)));

/** No JSON text holds this but as an escape, and then it stands for the string of that number. */
const markOf = (index: number): string => `\u0000${index}`;

export interface LongStrings {
  write(bytes: Uint8Array): void;
  /** The JSON with marks in place of its long strings; undefined where one of these is no JSON. */
  text(): string | undefined;
  /** The text of a string of that JSON in parts, long or not; escapes are resolved. */
  partsOf(value: string): Iterable<string>;
}

/** @param long strings of more bytes than this are taken out */
export function liftLongStrings(long = LONG): LongStrings {
  const kept: Uint8Array[] = [];
  const lifted: (readonly Uint8Array[])[] = [];
  /** Of the string being read, those of earlier chunks. */
  let pieces: Uint8Array[] = [];
  let state: 'outside' | 'inside' | 'escape' = 'outside';
  /** Hexadecimal digits that an escape still wants. */
  let digits = 0;
  /** The string being read is none of JSON's; a short one is left to the parser of JSON. */
  let wrong = false;
  let broken = false;

  function readInside(byte: number): void {
    if (digits > 0) {
      digits -= 1;
      wrong ||= !isHexadecimal(byte);
    } else if (state === 'escape') {
      state = 'inside';
      if (byte === LETTER_U) digits = 4;
      else wrong ||= !ESCAPED.has(byte);
    } else if (byte === BACKSLASH) {
      state = 'escape';
    } else if (byte < 0x20) {
      wrong = true;
    }
  }

  /** Ends a string whose last piece this is; says whether it was taken out. */
  function endString(last: Uint8Array): boolean {
    const length = pieces.reduce((sum, piece) => sum + piece.length, last.length);
    const isLong = length > long;
    if (isLong) {
      broken ||= wrong || digits > 0;
      kept.push(new TextEncoder().encode(JSON.stringify(markOf(lifted.length)).slice(1, -1)));
      lifted.push([...pieces, last]);
    }
    wrong = false;
    digits = 0;
    state = 'outside';
    return isLong;
  }

  return {
    write(bytes) {
      let keptUntil = 0;
      let start = 0;
      for (let at = 0; at < bytes.length; at += 1) {
        const byte = bytes[at] ?? 0;
        if (byte !== QUOTE || state === 'escape') {
          if (state !== 'outside') readInside(byte);
        } else if (state === 'outside') {
          state = 'inside';
          start = at + 1;
        } else {
          const before = kept.length;
          const isLong = endString(bytes.subarray(start, at));
          if (isLong) {
            kept.splice(before, 0, bytes.subarray(keptUntil, start));
            keptUntil = at;
          } else {
            kept.push(...pieces);
          }
          pieces = [];
        }
      }
      if (state === 'outside') {
        kept.push(bytes.subarray(keptUntil));
      } else {
        kept.push(bytes.subarray(keptUntil, start));
        pieces.push(bytes.subarray(start));
      }
    },
    text() {
      // A string that never ends is none of JSON's.
      if (broken || state !== 'outside') return undefined;
      const decoder = new TextDecoder();
      const parts = kept.map((piece) => decoder.decode(piece, { stream: true }));
      return parts.join('') + decoder.decode();
    },
    partsOf(value) {
      const string = lifted.find((_, index) => markOf(index) === value);
      return string === undefined ? [value] : unescaped(string);
    },
  };
}

const isHexadecimal = (byte: number): boolean =>
  (byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66);

/** Bytes that one part of a string is made of at most. */
const PART = 1 << 19;

function* unescaped(pieces: readonly Uint8Array[]): Generator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let begun = '';
  for (const piece of pieces) {
    for (let at = 0; at < piece.length; at += PART) {
      const text = begun + decoder.decode(piece.subarray(at, at + PART), { stream: true });
      const cut = text.length - (UNFINISHED.exec(text)?.[0].length ?? 0);
      begun = text.slice(cut);
      yield resolved(text.slice(0, cut));
    }
  }
  yield resolved(begun + decoder.decode());
}

/** An escape at the end of a text that may go on; pairs of backslashes before it are whole. */
const UNFINISHED = /(?<!\\)(?:\\\\)*(\\(?:u[\da-f]{0,3})?)$/i;

const resolved = (text: string): string =>
  text.includes('\\') ? String(JSON.parse(`"${text}"`)) : text;
