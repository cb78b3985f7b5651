/** One signal that follows the caller's Cancel and a time limit, and knows which of the two ended it. */
export interface TimeLimit {
  readonly signal: AbortSignal;
  cancelled(): boolean;
  timedOut(): boolean;
  /** The time limit no longer counts, Cancel still does. */
  stopClock(): void;
  /** The time limit counts from now again. */
  restartClock(): void;
}

/** `AbortSignal.any` is younger than the oldest Safari supported (17.0), hence by hand. */
export function limitTime(seconds: number, caller?: AbortSignal): TimeLimit {
  const controller = new AbortController();
  let timedOut = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stopClock = () => clearTimeout(timer);
  const restartClock = () => {
    stopClock();
    timer = setTimeout(() => {
      timedOut = true;
      controller.abort();
    }, seconds * 1000);
  };
  const cancel = () => {
    stopClock();
    controller.abort();
  };
  restartClock();
  if (caller?.aborted === true) cancel();
  else caller?.addEventListener('abort', cancel, { once: true });
  return {
    signal: controller.signal,
    cancelled: () => caller?.aborted === true,
    timedOut: () => timedOut,
    stopClock,
    restartClock,
  };
}

/** Waits; answers false when `signal` ended the wait. */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) {
      resolve(false);
      return;
    }
    const cancel = () => {
      clearTimeout(timer);
      resolve(false);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', cancel);
      resolve(true);
    }, milliseconds);
    signal?.addEventListener('abort', cancel, { once: true });
  });
}
