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
      let timer: ReturnType<typeof setTimeout> | undefined;
      const observer = new ResizeObserver(() => {
        const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
        setWide(element.clientWidth >= WIDE * rem);
        const height = `${standing.offsetHeight}px`;
        clearTimeout(timer);
        // Behind the frame: all that is in sight gets its style anew, which is enough for a task of its own.
        timer = setTimeout(() => element.style.setProperty('--cda-standing', height), 0);
      });
      observer.observe(element);
      observer.observe(standing);
      return () => {
        clearTimeout(timer);
        observer.disconnect();
      };
    },
    [root],
  );
  return wide;
}
