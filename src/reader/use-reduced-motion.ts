import { useSyncExternalStore } from 'react';

const query = '(prefers-reduced-motion: reduce)';

/** Did the person ask their system for less motion? */
export function useReducedMotion(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    () => window.matchMedia(query).matches,
  );
}
