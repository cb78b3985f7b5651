/** When somebody was last at work here: keys, taps and wheels of the page and of the frames in it. */
export interface Activity {
  /** Somebody did something, just now. */
  note(): void;
  /** Calls `listener` at each `note()`; the result ends the subscription. */
  subscribe(listener: () => void): () => void;
  /** Milliseconds since 1970 of the last `note()`; of the creation before the first. */
  last(): number;
}

/** Starts with an activity: whoever opened the page was there. `now` in milliseconds since 1970. */
export function createActivity(now: () => number = Date.now): Activity {
  let latest = now();
  const listeners = new Set<() => void>();
  return {
    note() {
      latest = now();
      for (const listener of new Set(listeners)) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    last: () => latest,
  };
}
