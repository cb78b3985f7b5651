import type { CdaFailure } from './cda-document.ts';
import {
  MAX_CHARACTERS,
  MAX_DEPTH,
  MAX_ELEMENTS,
  MAX_MILLISECONDS,
  MAX_SECTIONS,
} from './limits.ts';

/** Counts what a document is made of. What counts beyond a limit ends the work that is being guarded. */
export interface ReadingLimits {
  /** `depth`: elements around it. */
  countElement(depth: number): void;
  countSection(): void;
  countCharacters(count: number): void;
  characters(): number;
  /** Does the work; why it ended, or took too long together with all before it. */
  guard(work: () => void): CdaFailure | undefined;
}

class LimitReached extends Error {
  readonly failure: CdaFailure;
  constructor(failure: CdaFailure) {
    super(failure.kind);
    this.failure = failure;
  }
}

export function createReadingLimits(now: (() => number) | undefined): ReadingLimits {
  let elements = 0;
  let sections = 0;
  let characters = 0;
  let spent = 0;
  return {
    countElement(depth) {
      elements += 1;
      if (elements > MAX_ELEMENTS)
        throw new LimitReached({ kind: 'tooManyElements', limit: MAX_ELEMENTS });
      if (depth >= MAX_DEPTH) throw new LimitReached({ kind: 'tooDeep', limit: MAX_DEPTH });
    },
    countSection() {
      sections += 1;
      if (sections > MAX_SECTIONS)
        throw new LimitReached({ kind: 'tooManySections', limit: MAX_SECTIONS });
    },
    countCharacters(count) {
      characters += count;
      if (characters > MAX_CHARACTERS)
        throw new LimitReached({ kind: 'tooLarge', limit: MAX_CHARACTERS });
    },
    characters: () => characters,
    guard(work) {
      const started = now?.() ?? 0;
      let failure: CdaFailure | undefined;
      try {
        work();
      } catch (error) {
        failure =
          error instanceof LimitReached
            ? error.failure
            : { kind: 'internal', detail: error instanceof Error ? error.name : 'unknown' };
      }
      spent += (now?.() ?? 0) - started;
      if (failure !== undefined) return failure;
      return spent > MAX_MILLISECONDS
        ? { kind: 'tooSlow', seconds: MAX_MILLISECONDS / 1000 }
        : undefined;
    },
  };
}
