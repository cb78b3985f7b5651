/** How long a PDF may keep its reader waiting for the first page: what never ends is ended in words. */

/** The first page of a large scan takes two or three on a slow machine. */
const FIRST_PATIENCE = 8;
const STEP_MILLISECONDS = 250;

/** Who tries again wants to wait longer. */
let last: { readonly id: string; readonly seconds: number } | undefined;

export interface Patience {
  readonly seconds: number;
  /** Resolves when the time is over; never after `stop`. */
  readonly over: Promise<'over'>;
  stop(): void;
}

/** Starts to wait for the document of that id: twice as long as the last time in a row. Only time in sight counts. */
export function startPatience(id: string): Patience {
  const seconds = last?.id === id ? last.seconds : FIRST_PATIENCE;
  let waited = 0;
  let timer: ReturnType<typeof setInterval> | undefined;
  const over = new Promise<'over'>((resolve) => {
    timer = setInterval(() => {
      if (document.hidden) return;
      waited += STEP_MILLISECONDS;
      if (waited < seconds * 1000) return;
      clearInterval(timer);
      last = { id, seconds: seconds * 2 };
      resolve('over');
    }, STEP_MILLISECONDS);
  });
  return { seconds, over, stop: () => clearInterval(timer) };
}
