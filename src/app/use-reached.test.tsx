// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useReached } from './use-reached.ts';

const second = 1000;
const hour = 3600 * second;

function Shown({ instant }: { readonly instant: number | undefined }) {
  return useReached(instant) ? 'reached' : 'ahead';
}

async function show(instant: number | undefined) {
  const host = document.createElement('div');
  const root = createRoot(host);
  await act(async () => root.render(<Shown instant={instant} />));
  return {
    words: () => host.textContent,
    pass: (milliseconds: number) =>
      act(async () => void (await vi.advanceTimersByTimeAsync(milliseconds))),
  };
}

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('an instant', () => {
  it('is reached by the clock', async () => {
    const { words, pass } = await show(Date.now() + 60 * second);
    await pass(59 * second);
    expect(words()).toBe('ahead');
    await pass(second);
    expect(words()).toBe('reached');
  });

  it('is reached in the time that it was ahead, also where the clock is set back meanwhile', async () => {
    const { words, pass } = await show(Date.now() + 60 * second);
    await pass(20 * second);
    vi.setSystemTime(Date.now() - 3 * hour);
    await pass(40 * second);
    expect(words()).toBe('reached');
  });

  it('that was slept through is reached on the next look', async () => {
    const { words, pass } = await show(Date.now() + hour);
    vi.setSystemTime(Date.now() + 2 * hour);
    await pass(15 * second);
    expect(words()).toBe('reached');
  });

  it.each([undefined, Number.POSITIVE_INFINITY])('of %s is never reached', async (instant) => {
    const { words, pass } = await show(instant);
    await pass(24 * hour);
    expect(words()).toBe('ahead');
  });
});
