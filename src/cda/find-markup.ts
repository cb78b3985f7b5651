/** Where markup begins and ends in a text that goes on later; nothing is searched twice. */

export const NOT_LOOKED = -2;

export interface Place {
  readonly markup: string;
  /** The place found last; below the place searched from it is out of date, -1 is none in this buffer. */
  next: number;
}

export const placeOf = (markup: string): Place => ({ markup, next: NOT_LOOKED });

/** Without its prefix. */
export const localName = (name: string): string => name.slice(name.lastIndexOf(':') + 1);

/** Where the search for a tag's end goes on when more text is there, and the quote that is open. */
export interface TagSearch {
  readonly from: number;
  readonly quote: string;
}

/**
 * Index behind the `>` of the tag at `at`; `none` where another `<` shows that this is no tag; how far it was
 * searched where the text ends too early.
 */
export function tagEnd(
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
export function doctypeEnd(text: string, at: number): number {
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
