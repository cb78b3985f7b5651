/**
 * Text that is put by until a mark comes without which nothing goes on: the end of a comment may be megabytes away,
 * and joining all of them for each piece that comes would be quadratic.
 */
export interface Awaited {
  /** From now on nothing goes on before `mark`, of at most three characters, has come. */
  await(mark: string): void;
  /** The text with all that was put by; undefined where it is put by too. */
  take(text: string): string | undefined;
  /** Where a mark is awaited: it may begin at the end of `seen`. */
  goOnBehind(seen: string): void;
  /** What was put by, awaited no more. */
  takeRest(): string;
}

/** One less than the longest mark. */
const HELD = 2;

export function createAwaited(): Awaited {
  let mark = '';
  let putBy: string[] = [];
  /** The last characters that came, in which the mark may have begun. */
  let tail = '';

  function arrives(text: string): boolean {
    const seen = tail + text;
    tail = seen.slice(-HELD);
    return seen.includes(mark);
  }

  function takeRest(): string {
    const rest = putBy.join('');
    putBy = [];
    mark = '';
    return rest;
  }

  return {
    await(awaited) {
      mark = awaited;
    },
    take(text) {
      if (mark === '') return text;
      if (arrives(text)) return takeRest() + text;
      putBy.push(text);
      return undefined;
    },
    goOnBehind(seen) {
      if (mark !== '') tail = seen.slice(-HELD);
    },
    takeRest,
  };
}
