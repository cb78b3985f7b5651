import { useEffect, type RefObject } from 'react';
import { layOutNear } from './lay-out-near.ts';
import { scrollerOf } from './scroller-of.ts';

/** Windows up and down. */
const WINDOWS = 8;
/** Of one turn: what a reader does next must not wait for it. */
const SLICE_MILLISECONDS = 8;
/** Where a browser tells of no idle time: between two turns. */
const PAUSE_MILLISECONDS = 50;
/** After which words may have to be laid out anew. */
const CHANGES = { subtree: true, childList: true, attributeFilter: ['hidden', 'class', 'style'] };

/**
 * While nothing else is to be done, lays out what somebody who reads on comes to next, until all of it is. Starts anew
 * where that may have changed: with scrolling, the size of the page, what is on it.
 */
export function useLayOutAhead(root: RefObject<HTMLElement | null>, complete: boolean): void {
  useEffect(
    function layOutAhead() {
      const element = root.current;
      if (element === null || !complete) return undefined;
      let steps: Iterator<unknown> | undefined;
      let stop: (() => void) | undefined;
      function turn(): void {
        stop = undefined;
        if (element === null) return;
        const until = performance.now() + SLICE_MILLISECONDS;
        steps ??= layOutNear(element, ...aroundWindow(element));
        while (performance.now() < until) {
          if (steps.next().done === true) return;
        }
        stop = whenIdle(turn);
      }
      const again = (): void => {
        steps = undefined;
        stop ??= whenIdle(turn);
      };
      const sizes = new ResizeObserver(again);
      sizes.observe(element);
      const changes = new MutationObserver(again);
      changes.observe(element, CHANGES);
      document.addEventListener('scroll', again, { capture: true, passive: true });
      again();
      return () => {
        stop?.();
        sizes.disconnect();
        changes.disconnect();
        document.removeEventListener('scroll', again, { capture: true });
      };
    },
    [root, complete],
  );
}

function aroundWindow(element: Element): [DOMRect, number] {
  const pane = (scrollerOf(element) ?? document.documentElement).getBoundingClientRect();
  return [pane, WINDOWS * pane.height];
}

function whenIdle(listener: () => void): () => void {
  if ('requestIdleCallback' in window) {
    const handle = requestIdleCallback(listener);
    return () => cancelIdleCallback(handle);
  }
  const timer = setTimeout(listener, PAUSE_MILLISECONDS);
  return () => clearTimeout(timer);
}
