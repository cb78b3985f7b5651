/** Seconds of silence after which a worker that was asked something hangs; more than its own time limit. */
export const MAX_SILENT_SECONDS = 30;

export interface SilenceWatch {
  /** Something was asked that has an answer. */
  asked(): void;
  /** Something came; `settled` where it answers one question to the end. */
  heard(settled: boolean): void;
  stop(): void;
}

/**
 * Tells, once, of a worker that leaves a question unanswered and says nothing else for `MAX_SILENT_SECONDS`.
 * Seconds are counted one by one, so that a machine that slept has not been silent.
 */
export function watchSilence(onSilence: () => void): SilenceWatch {
  let open = 0;
  let silent = 0;
  const clock = setInterval(() => {
    if (open === 0) return;
    silent += 1;
    if (silent < MAX_SILENT_SECONDS) return;
    clearInterval(clock);
    onSilence();
  }, 1000);
  return {
    asked() {
      if (open === 0) silent = 0;
      open += 1;
    },
    heard(settled) {
      silent = 0;
      if (settled) open = Math.max(0, open - 1);
    },
    stop: () => clearInterval(clock),
  };
}
