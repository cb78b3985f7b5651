import { useEffect, type RefObject } from 'react';

/**
 * Tells the style sheet about the head over a document, in pixels: `--reader-away`, how much of it scrolls away
 * where there is little room (all above the tools), and `--reader-kept`, what then stays.
 */
export function useHeadSize(reader: RefObject<HTMLElement | null>): void {
  useEffect(
    function watchHead() {
      const element = reader.current;
      const head = element?.querySelector<HTMLElement>('.reader-head');
      const tools = head?.querySelector<HTMLElement>('.toolbar');
      if (!element || !head || !tools) return undefined;
      const observer = new ResizeObserver(() => {
        const { top } = head.getBoundingClientRect();
        const away = Math.max(0, Math.round(tools.getBoundingClientRect().top - top) - GAP);
        const sizes = {
          '--reader-away': away,
          '--reader-kept': head.offsetHeight - away,
        };
        for (const [name, size] of Object.entries(sizes)) {
          const value = `${size}px`;
          // Setting the same again would cost a long document a look at all of its styles.
          if (element.style.getPropertyValue(name) !== value) {
            element.style.setProperty(name, value);
          }
        }
      });
      observer.observe(head);
      observer.observe(element);
      return () => observer.disconnect();
    },
    [reader],
  );
}

/** Left over the tools when they stick. */
const GAP = 4;
