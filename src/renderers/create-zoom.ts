/** A zoom capability for documents that flow: a factor, steps kept between a quarter and five. */
import { createStore } from '../shared/observable.ts';
import type { ZoomCapability } from './renderer.ts';

export const smallestZoom = 0.25;
export const largestZoom = 5;

/** Keeps the level and calls `apply` on each change; `fit` is 100 %, for the text flows anyway. */
export function createZoom(apply: (level: number) => void): ZoomCapability {
  const level = createStore(1);
  return {
    level: level.get,
    set(wanted) {
      const next = wanted === 'fit' ? 1 : Math.min(largestZoom, Math.max(smallestZoom, wanted));
      apply(next);
      level.set(next);
    },
    subscribe: level.subscribe,
  };
}
