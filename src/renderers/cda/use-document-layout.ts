import { useEffect, useState, type RefObject } from 'react';

/** Where contents stand beside the sections, in rem; cda.css uses the same. */
const WIDE = 52;

/**
 * Whether there is room for contents beside the sections. Also tells the style sheet how high the standing
 * lines are (`--cda-standing`), so that what is jumped to is not under them.
 */
export function useDocumentLayout(root: RefObject<HTMLElement | null>): boolean {
  const [wide, setWide] = useState(true);
  useEffect(
    function watchSize() {
      const element = root.current;
      const standing = element?.querySelector<HTMLElement>('.cda-standing');
      if (!element || !standing) return undefined;
      const observer = new ResizeObserver(() => {
        const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
        setWide(element.clientWidth >= WIDE * rem);
        element.style.setProperty('--cda-standing', `${standing.offsetHeight}px`);
      });
      observer.observe(element);
      observer.observe(standing);
      return () => observer.disconnect();
    },
    [root],
  );
  return wide;
}
