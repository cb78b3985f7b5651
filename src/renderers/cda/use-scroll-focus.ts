import { useEffect, useRef, type RefObject } from 'react';

let observer: ResizeObserver | undefined;

/** One observer for all regions of the page: real documents have hundreds of tables. */
function sharedObserver(): ResizeObserver | undefined {
  if (!('ResizeObserver' in globalThis)) return undefined;
  observer ??= new ResizeObserver((entries) => {
    const regions = new Set(
      entries.map(({ target }) => target.closest<HTMLElement>('.cda-table-scroll')),
    );
    // All are measured before any is changed: each change would make the browser lay out anew.
    for (const measured of [...regions].map(measure)) measured?.();
  });
  return observer;
}

/** What to do about a region, by how much is in it. */
function measure(region: HTMLElement | null): (() => void) | undefined {
  if (region === null) return undefined;
  const wide = region.scrollWidth > region.clientWidth + 1;
  const long = region.scrollHeight > region.clientHeight + 1;
  return () => {
    // Tells the style sheet: where nothing scrolls sideways, heads stick to the page and not to the region.
    if (wide !== region.hasAttribute('data-wide')) region.toggleAttribute('data-wide', wide);
    if (wide || long) region.tabIndex = 0;
    else if (document.activeElement !== region) region.removeAttribute('tabindex');
  };
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
