/** Whether what is shown has every word of the source. */

/** What was lost: how many words, and the first of them. */
export interface Loss {
  readonly count: number;
  readonly words: readonly string[];
}

const named = 12;

const space = /[\s\u200B]+/g;

const withoutSpace = (text: string): string => text.replace(space, '');

/** Same letters in the same order, whatever the white space. */
export const sameLetters = (source: string, shown: string): boolean =>
  withoutSpace(source) === withoutSpace(shown);

/**
 * Words of `source` that `shown` has fewer of, in the source's order; undefined where none is lost. Order does not
 * count: a parser moves text out of tables that may hold none.
 */
export function lostWords(source: string, shown: string): Loss | undefined {
  const left = new Map<string, number>();
  for (const word of wordsOf(shown)) left.set(word, (left.get(word) ?? 0) + 1);
  const words: string[] = [];
  let count = 0;
  for (const word of wordsOf(source)) {
    const there = left.get(word) ?? 0;
    if (there > 0) {
      left.set(word, there - 1);
      continue;
    }
    count += 1;
    if (words.length < named) words.push(word.length > 40 ? `${word.slice(0, 40)}…` : word);
  }
  return count === 0 ? undefined : { count, words };
}

const wordsOf = (text: string): readonly string[] =>
  text.split(space).filter((word) => word !== '');
