import { describe, expect, it } from 'vitest';
import { loadCounts } from './LoadProgress.tsx';

describe('how far loading is', () => {
  it('names a total only where every search under way does', () => {
    expect(
      loadCounts([
        { kind: 'loading', received: 100, total: 900 },
        { kind: 'complete', received: 40 },
      ]),
    ).toEqual({ received: 140, total: 940 });
    expect(
      loadCounts([
        { kind: 'loading', received: 100 },
        { kind: 'complete', received: 40 },
      ]),
    ).toEqual({ received: 140 });
  });

  it('counts nothing for searches that failed or were not granted', () => {
    expect(
      loadCounts([{ kind: 'failed', error: { kind: 'offline' } }, { kind: 'notGranted' }]),
    ).toEqual({ received: 0, total: 0 });
  });

  it('never says more came than there are', () => {
    expect(loadCounts([{ kind: 'loading', received: 12, total: 10 }])).toEqual({
      received: 12,
      total: 12,
    });
  });
});
