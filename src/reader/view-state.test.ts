import { describe, expect, it } from 'vitest';
import { afterEvent, initialView, withCapabilities } from './view-state.ts';

const sentence = { key: 'reader.problem' } as const;

describe('what a renderer tells', () => {
  it('moves a document from loading to ready', () => {
    const loading = afterEvent(initialView, { kind: 'progress', received: 5, total: 10 });
    expect(loading.body).toEqual({ kind: 'loading', received: 5, total: 10 });
    expect(afterEvent(loading, { kind: 'ready' }).body).toEqual({ kind: 'ready' });
  });

  it('is not loading again once it is ready', () => {
    const ready = afterEvent(initialView, { kind: 'ready' });
    expect(afterEvent(ready, { kind: 'progress', received: 5 })).toBe(ready);
  });

  it('replaces a notice of the same id', () => {
    const one = afterEvent(initialView, { kind: 'notice', id: 'images', sentence });
    const two = afterEvent(one, { kind: 'notice', id: 'images', sentence });
    expect(two.notices).toHaveLength(1);
  });

  it('is final when it refuses another patient’s document', () => {
    const refused = afterEvent(initialView, { kind: 'refused', sentence });
    expect(afterEvent(refused, { kind: 'ready' })).toBe(refused);
    expect(afterEvent(refused, { kind: 'notice', id: 'x', sentence })).toBe(refused);
  });

  it('withdraws capabilities', () => {
    const offered = withCapabilities(initialView, { print: () => undefined });
    expect(withCapabilities(offered, undefined)).toEqual(initialView);
  });
});
