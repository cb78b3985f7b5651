import { useEffect, useRef, type RefObject } from 'react';

let observer: ResizeObserver | undefined;

/** One observer for all regions of the page: real documents have hundreds of tables. */
function sharedObserver(): ResizeObserver | undefined {
  if (!('ResizeObserver' in globalThis)) return undefined;
  observer ??= new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const region = target.closest<HTMLElement>('.cda-table-scroll');
      if (region !== null) followScrolling(region);
    }
  });
  return observer;
}

function followScrolling(region: HTMLElement): void {
  const scrolls =
    region.scrollWidth > region.clientWidth + 1 || region.scrollHeight > region.clientHeight + 1;
  if (scrolls) region.tabIndex = 0;
  else if (document.activeElement !== region) region.removeAttribute('tabindex');
}

/** Lets the keyboard reach a region that scrolls, and passes by one that does not. */
export function useScrollFocus(): RefObject<HTMLDivElement | null> {
  const region = useRef<HTMLDivElement>(null);
  useEffect(function watchSize() {
    const element = region.current;
    const shared = sharedObserver();
    if (element === null || shared === undefined) return undefined;
    // A region that the browser has not laid out yet may scroll once it is: until measured it is reachable.
    element.tabIndex = 0;
    const watched = [element, ...element.children];
    for (const part of watched) shared.observe(part);
    return () => {
      for (const part of watched) shared.unobserve(part);
    };
  }, []);
  return region;
}
