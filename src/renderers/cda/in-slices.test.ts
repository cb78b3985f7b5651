import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inSlices } from './in-slices.ts';

function* steps(count: number, taken: number[]): Generator<undefined, string> {
  for (let step = 1; step <= count; step += 1) {
    taken.push(step);
    yield undefined;
  }
  return 'all';
}

describe('Work in slices', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    // Where each step takes a millisecond.
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 1));
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('leaves the page its turn, and tells what came of it', () => {
    const taken: number[] = [];
    const results: string[] = [];
    inSlices(steps(25, taken), (result) => results.push(result));
    expect(taken).toHaveLength(0);
    vi.advanceTimersToNextTimer();
    expect(taken).toHaveLength(10);
    expect(results).toEqual([]);
    vi.runAllTimers();
    expect(taken).toHaveLength(25);
    expect(results).toEqual(['all']);
  });

  it('takes a step in each slice, however slow the machine is', () => {
    let now = 0;
    vi.mocked(performance.now).mockImplementation(() => (now += 1000));
    const taken: number[] = [];
    inSlices(steps(3, taken), () => undefined);
    vi.advanceTimersToNextTimer();
    expect(taken).toEqual([1]);
    vi.runAllTimers();
    expect(taken).toEqual([1, 2, 3]);
  });

  it('ends where it is stopped, and tells nothing', () => {
    const taken: number[] = [];
    const onEnd = vi.fn();
    const stop = inSlices(steps(25, taken), onEnd);
    vi.advanceTimersToNextTimer();
    stop();
    vi.runAllTimers();
    expect(taken).toHaveLength(10);
    expect(onEnd).not.toHaveBeenCalled();
  });
});
