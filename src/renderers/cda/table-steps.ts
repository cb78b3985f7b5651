/** Long tables are gone through in short steps, so that the page gets its turn between them. */

export type Steps<T> = Generator<undefined, T>;

/** Rows of one step. */
const STEP = 25;

/** A pause behind every so many rows. */
export function* pauseAfter(row: number): Steps<void> {
  if (row % STEP === STEP - 1) yield undefined;
}
