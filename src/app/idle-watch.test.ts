import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createActivity } from '../shared/activity.ts';
import { warningSeconds, watchIdleness } from './idle-watch.ts';

const minute = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Five minutes are allowed. */
function watched(minutes = 5) {
  const activity = createActivity();
  return { activity, watch: watchIdleness(activity, minutes) };
}

describe('the idle watch', () => {
  it('warns a minute before the time is over, and is idle at its end', () => {
    const { watch } = watched();
    vi.advanceTimersByTime(4 * minute - 1);
    expect(watch.get()).toBe('busy');
    vi.advanceTimersByTime(1);
    expect(watch.get()).toBe('warned');
    vi.advanceTimersByTime(minute - 1);
    expect(watch.get()).toBe('warned');
    vi.advanceTimersByTime(1);
    expect(watch.get()).toBe('idle');
  });

  it('starts anew with each activity, also under the warning', () => {
    const { activity, watch } = watched();
    vi.advanceTimersByTime(4.5 * minute);
    activity.note();
    expect(watch.get()).toBe('busy');
    vi.advanceTimersByTime(4.5 * minute);
    expect(watch.get()).toBe('warned');
  });

  it('is idle for good: no activity brings it back', () => {
    const { activity, watch } = watched();
    vi.advanceTimersByTime(5 * minute);
    activity.note();
    watch.check();
    expect(watch.get()).toBe('idle');
  });

  it.each([
    {
      title: 'the first key after a sleep in which no timer ran',
      wake: ({ activity }: ReturnType<typeof watched>) => activity.note(),
    },
    {
      title: 'a look at the clock after such a sleep',
      wake: ({ watch }: ReturnType<typeof watched>) => watch.check(),
    },
  ])('is idle at $title', ({ wake }) => {
    const both = watched();
    vi.setSystemTime(Date.now() + 8 * 60 * minute);
    expect(both.watch.get()).toBe('busy');
    wake(both);
    expect(both.watch.get()).toBe('idle');
  });

  it('notices a sleep by itself within a quarter of a minute', () => {
    const { watch } = watched();
    vi.setSystemTime(Date.now() + 8 * 60 * minute);
    vi.advanceTimersByTime(15_000);
    expect(watch.get()).toBe('idle');
  });

  it('counts anew from a clock that was set back, not from its old time', () => {
    const { watch } = watched();
    vi.setSystemTime(Date.now() - 60 * minute);
    vi.advanceTimersByTime(5 * minute + 15_000);
    expect(watch.get()).toBe('idle');
  });

  it('warns for half of a time shorter than two minutes', () => {
    expect([0.5, 1, 2, 30].map(warningSeconds)).toEqual([15, 30, 60, 60]);
    const { watch } = watched(1);
    vi.advanceTimersByTime(30_000);
    expect(watch.get()).toBe('warned');
  });

  it('says nothing more once it was stopped', () => {
    const { activity, watch } = watched();
    watch.stop();
    vi.advanceTimersByTime(60 * minute);
    activity.note();
    expect(watch.get()).toBe('busy');
    expect(vi.getTimerCount()).toBe(0);
  });
});
