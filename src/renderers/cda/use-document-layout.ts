import { useEffect, useState, type RefObject } from 'react';
import { scrollerOf } from './scroller-of.ts';

/** Where contents stand beside the sections, in rem; cda.css uses the same. */
const WIDE = 52;

/**
 * Whether there is room for contents beside the sections. Also tells the style sheet how high the standing
 * lines are (`--cda-standing`), so that what is jumped to is not under them, and how high the pane is
 * (`--cda-room`): its own units for that make a browser look at every element of a long document.
 */
export function useDocumentLayout(root: RefObject<HTMLElement | null>): boolean {
  const [wide, setWide] = useState(true);
  useEffect(
    function watchSize() {
      const element = root.current;
      const standing = element?.querySelector<HTMLElement>('.cda-standing');
      if (!element || !standing) return undefined;
      let stop = (): void => undefined;
      const observer = new ResizeObserver(() => {
        const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
        setWide(element.clientWidth >= WIDE * rem);
        stop();
        stop = spread(element, [
          ['--cda-standing', `${standing.offsetHeight}px`],
          ['--cda-room', `${scrollerOf(element)?.clientHeight ?? window.innerHeight}px`],
        ]);
      });
      observer.observe(element);
      observer.observe(standing);
      const scroller = scrollerOf(element);
      if (scroller !== undefined) observer.observe(scroller);
      return () => {
        stop();
        observer.disconnect();
      };
    },
    [root],
  );
  return wide;
}

type Properties = readonly (readonly [name: string, value: string])[];

/**
 * Sets properties behind the frame, for all that is inside gets its style anew, which is enough for a task of its own;
 * of a document that is complete, for one section in sight after the other. Answers how to stop.
 */
function spread(root: HTMLElement, properties: Properties): () => void {
  let frame = 0;
  let timer = setTimeout(() => {
    const sections = root.querySelectorAll<HTMLElement>('.cda-sections[aria-busy="false"] > *');
    const inSight = [...sections].filter(isInSight);
    next();
    function next(): void {
      const section = inSight.shift();
      // Sections that have their own are not asked again when the root's change.
      const parts = section === undefined ? [...sections, root] : [section];
      for (const part of parts) set(part, properties);
      if (section === undefined) return;
      frame = requestAnimationFrame(() => {
        timer = setTimeout(next, 0);
      });
    }
  }, 0);
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

function isInSight(section: HTMLElement): boolean {
  const { top, bottom } = section.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}

function set({ style }: HTMLElement, properties: Properties): void {
  for (const [name, value] of properties) {
    // The same again would cost a long document a look at all of its styles.
    if (style.getPropertyValue(name) !== value) style.setProperty(name, value);
  }
}
