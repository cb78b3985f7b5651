import { createElement, Fragment, type ReactNode } from 'react';

/** Words up to this many characters are never parted. */
const SHORT = 12;
/** Longer ones are parted at more places: addresses, ids, runs of codes. */
const LONG = 24;

const HAS_LONG_WORD = new RegExp(`\\S{${SHORT + 1}}`);

/** After a slash, bar, caret or underscore, but never inside a date or a fraction. */
const PLACES = /(?<=[|^])(?=[^\s|^])|(?<=[/_])(?=[^\s/_\d])/;
const MORE_PLACES = /(?<=[|^])(?=[^\s|^])|(?<=[/_])(?=[^\s/_\d])|(?<=[.,;:=&?@)\]-])(?=[^\s.,;:])/;

/** A word in the parts it may be parted into at the end of a line; together they are the word. */
export function breakParts(word: string): readonly string[] {
  if (word.length <= SHORT) return [word];
  return word.split(word.length <= LONG ? PLACES : MORE_PLACES);
}

/**
 * A text that may be parted inside its long words. Browsers part words only at hyphens, so that one `a/b|c` would
 * make a column wider than the page. What is copied or found is the same text.
 */
export function withBreaks(text: string): ReactNode {
  if (!HAS_LONG_WORD.test(text)) return text;
  const parts = text.split(/(\s+)/).flatMap(breakParts);
  const pieces: string[] = [];
  let piece = '';
  for (const [index, part] of parts.entries()) {
    piece += part;
    const next = parts[index + 1];
    if (next !== undefined && !/\s/.test(next) && !/\s$/.test(part)) {
      pieces.push(piece);
      piece = '';
    }
  }
  pieces.push(piece);
  if (pieces.length === 1) return text;
  return pieces.map((words, key) =>
    createElement(Fragment, { key }, key > 0 && createElement('wbr'), words),
  );
}
