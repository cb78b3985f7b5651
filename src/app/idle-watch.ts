/** When a page has been left alone for too long: warned a while before, idle for good afterwards. */
import type { Activity } from '../shared/activity.ts';
import { createStore, type Observable } from '../shared/observable.ts';

/** `idle` is final: no later activity undoes it. */
export type IdleState = 'busy' | 'warned' | 'idle';

export interface IdleWatch extends Observable<IdleState> {
  /** Compares the clocks now: after sleep, timers come late or count from the wrong moment. */
  check(): void;
  stop(): void;
}

const warnedFor = 60_000;
/** A clock that is looked at this often needs no event that tells of waking up. */
const longestTimer = 15_000;

/** How long before the end the warning stands, in seconds: a minute, or half of a shorter limit. */
export const warningSeconds = (minutes: number): number =>
  Math.min(warnedFor, minutes * 30_000) / 1000;

/**
 * Watches `activity` by the wall clock. What is noted after the time is over comes too late: the first key
 * after a night of sleep must not open what the evening should have closed.
 *
 * @param minutes without activity until `idle`; more than 0
 */
export function watchIdleness(
  activity: Activity,
  minutes: number,
  now: () => number = Date.now,
): IdleWatch {
  const limit = minutes * 60_000;
  const warnAfter = limit - warningSeconds(minutes) * 1000;
  const state = createStore<IdleState>('busy');
  let seen = activity.last();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function check(): void {
    clearTimeout(timer);
    if (state.get() === 'idle') return;
    // A clock that was set back must not give the page to whoever comes.
    seen = Math.min(seen, now());
    const alone = now() - seen;
    if (alone >= limit) {
      stop();
      state.set('idle');
      return;
    }
    state.set(alone >= warnAfter ? 'warned' : 'busy');
    const next = (alone >= warnAfter ? limit : warnAfter) - alone;
    timer = setTimeout(check, Math.min(next, longestTimer));
  }

  const leave = activity.subscribe(() => {
    check();
    if (state.get() === 'idle') return;
    seen = now();
    check();
  });

  function stop(): void {
    clearTimeout(timer);
    leave();
  }

  check();
  return { get: state.get, subscribe: state.subscribe, check, stop };
}
