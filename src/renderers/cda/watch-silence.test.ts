import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { MAX_SILENT_SECONDS, watchSilence, type SilenceWatch } from './watch-silence.ts';

const almost = (MAX_SILENT_SECONDS - 1) * 1000;

describe('The watch over a worker', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test.each<{ title: string; input: (watch: SilenceWatch, pass: (ms: number) => void) => void; expected: number }>([
    { title: 'a question without an answer', input: (watch, pass) => { watch.asked(); pass(almost + 1000); }, expected: 1 },
    { title: 'a question without an answer, for ever', input: (watch, pass) => { watch.asked(); pass(almost * 5); }, expected: 1 },
    { title: 'no question', input: (_, pass) => pass(almost * 5), expected: 0 },
    { title: 'a question answered in time', input: (watch, pass) => { watch.asked(); pass(almost); watch.heard(true); pass(almost * 5); }, expected: 0 },
    { title: 'a question that is worked at', input: (watch, pass) => { watch.asked(); pass(almost); watch.heard(false); pass(almost); watch.heard(false); pass(almost); }, expected: 0 },
    { title: 'a question that is worked at no longer', input: (watch, pass) => { watch.asked(); watch.heard(false); pass(almost + 1000); }, expected: 1 },
    { title: 'two questions of which one is answered', input: (watch, pass) => { watch.asked(); watch.asked(); watch.heard(true); pass(almost + 1000); }, expected: 1 },
    { title: 'a wait for bytes before a question', input: (watch, pass) => { pass(almost * 5); watch.asked(); pass(almost); watch.heard(true); }, expected: 0 },
    { title: 'a question after it was stopped', input: (watch, pass) => { watch.stop(); watch.asked(); pass(almost * 5); }, expected: 0 },
  ])('calls after $title: $expected', ({ input, expected }) => {
    let calls = 0;
    const watch = watchSilence(() => {
      calls += 1;
    });
    input(watch, (ms) => void vi.advanceTimersByTime(ms));
    expect(calls).toBe(expected);
    watch.stop();
  }); // prettier-ignore
});
