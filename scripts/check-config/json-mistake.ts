/** Where a text stops being JSON, and keys that an object says twice: `JSON.parse` tells neither reliably. */

export interface JsonPlace {
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
}

export interface JsonReading {
  /** Where the first character stands that JSON does not allow there; undefined: the text is JSON. */
  readonly mistake: JsonPlace | undefined;
  /** Paths of keys that come a second time in their object: the first value is silently lost. */
  readonly repeated: readonly string[];
}

const literal = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
// Control characters may not stand in a JSON string.
// oxlint-disable-next-line no-control-regex
const quoted = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*"/y;
const space = /[ \t\r\n]*/y;

class Mistake extends Error {}

/** Walks through `text` as RFC 8259 does; values are not kept. */
export function readJsonPlaces(text: string): JsonReading {
  const repeated: string[] = [];
  let at = 0;

  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const skipSpace = (): string => take(space) ?? '';
  const expect = (character: string): void => {
    skipSpace();
    if (text[at] !== character) throw new Mistake();
    at += 1;
  };
  const isNext = (character: string): boolean => {
    skipSpace();
    if (text[at] !== character) return false;
    at += 1;
    return true;
  };

  function value(path: string): void {
    if (isNext('{')) members(path);
    else if (isNext('[')) items(path);
    else if (take(quoted) === undefined && take(literal) === undefined) throw new Mistake();
  }

  function members(path: string): void {
    const seen = new Set<string>();
    if (isNext('}')) return;
    do {
      skipSpace();
      const written = take(quoted);
      if (written === undefined) throw new Mistake();
      const name = String(JSON.parse(written));
      const key = path === '' ? name : `${path}.${name}`;
      if (seen.has(name)) repeated.push(key);
      seen.add(name);
      expect(':');
      value(key);
    } while (isNext(','));
    expect('}');
  }

  function items(path: string): void {
    if (isNext(']')) return;
    let index = 0;
    do {
      value(`${path}[${index}]`);
      index += 1;
    } while (isNext(','));
    expect(']');
  }

  try {
    value('');
    skipSpace();
    if (at < text.length) throw new Mistake();
  } catch (thrown) {
    if (!(thrown instanceof Mistake)) throw thrown;
    return { mistake: placeOf(text, at), repeated };
  }
  return { mistake: undefined, repeated };
}

function placeOf(text: string, at: number): JsonPlace {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
