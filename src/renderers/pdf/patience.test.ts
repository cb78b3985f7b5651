// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startPatience } from './patience.ts';

const isOver = async ({ over }: ReturnType<typeof startPatience>): Promise<boolean> =>
  (await Promise.race([over, Promise.resolve('not yet')])) === 'over';

describe('patience with a PDF', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('ends after its seconds', async () => {
    const patience = startPatience('a');
    vi.advanceTimersByTime(patience.seconds * 1000 - 1);
    expect(await isOver(patience)).toBe(false);
    vi.advanceTimersByTime(1);
    expect(await isOver(patience)).toBe(true);
  });

  it('is twice as long when the same document is tried again, and ordinary for another', () => {
    const first = startPatience('b');
    vi.advanceTimersByTime(first.seconds * 1000);
    expect(startPatience('b').seconds).toBe(2 * first.seconds);
    expect(startPatience('c').seconds).toBe(first.seconds);
  });

  it('never ends once stopped', async () => {
    const patience = startPatience('d');
    patience.stop();
    vi.advanceTimersByTime(1_000_000);
    expect(await isOver(patience)).toBe(false);
  });

  it('does not count time out of sight', async () => {
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    const patience = startPatience('e');
    vi.advanceTimersByTime(1_000_000);
    expect(await isOver(patience)).toBe(false);
    hidden.mockReturnValue(false);
    vi.advanceTimersByTime(patience.seconds * 1000);
    expect(await isOver(patience)).toBe(true);
  });
});
