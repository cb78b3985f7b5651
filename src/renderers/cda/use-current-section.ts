import { useEffect, useRef, useState, type RefObject } from 'react';

interface CurrentSection {
  readonly current: string | undefined;
  /** Marks a section that was jumped to: near the end of a document it cannot reach the top. */
  mark(key: string): void;
}

/** Which section is being read: the last one whose start has passed under the standing lines. */
export function useCurrentSection(
  root: RefObject<HTMLElement | null>,
  /** What changes where sections stand. */
  arrangement: unknown,
): CurrentSection {
  const [current, setCurrent] = useState<string>();
  const jumped = useRef<string>(undefined);
  useEffect(
    function followScrolling() {
      let frame = 0;
      let timer: ReturnType<typeof setTimeout> | undefined;
      let scroller: Element | undefined;
      const look = (): void => {
        frame = 0;
        if (root.current === null) return;
        const target = jumped.current;
        if (target !== undefined && !isInSight(root.current, target)) jumped.current = undefined;
        const stays = jumped.current !== undefined && scroller !== undefined && isAtEnd(scroller);
        setCurrent(stays ? target : sectionAtTop(root.current));
      };
      /** Behind the next frame: what is measured then has been laid out. */
      function lookSoon(): void {
        if (frame !== 0) return;
        frame = requestAnimationFrame(() => {
          timer = setTimeout(look, 0);
        });
      }
      const onScroll = ({ target }: Event): void => {
        if (!(target instanceof Element) || !target.contains(root.current)) return;
        scroller = target;
        lookSoon();
      };
      if (jumped.current === undefined) lookSoon();
      document.addEventListener('scroll', onScroll, { capture: true, passive: true });
      return () => {
        cancelAnimationFrame(frame);
        clearTimeout(timer);
        document.removeEventListener('scroll', onScroll, { capture: true });
      };
    },
    // Where sections stand changes with it.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
    [root, arrangement],
  );
  return {
    current,
    mark(key) {
      jumped.current = key;
      setCurrent(key);
    },
  };
}

const isAtEnd = ({ scrollTop, clientHeight, scrollHeight }: Element): boolean =>
  scrollTop + clientHeight >= scrollHeight - 2;

function isInSight(root: HTMLElement, key: string): boolean {
  const rect = root.querySelector(`[data-section="${key}"]`)?.getBoundingClientRect();
  return rect !== undefined && rect.bottom > 0 && rect.top < window.innerHeight;
}

/** A section that was jumped to stands this far under the standing lines at most, in pixels. */
const NEAR = 64;

function sectionAtTop(root: HTMLElement): string | undefined {
  const standing = root.querySelector('.cda-standing');
  const line = (standing?.getBoundingClientRect().bottom ?? 0) + NEAR;
  const top = lastAbove(root.querySelectorAll<HTMLElement>('.cda-sections > [data-section]'), line);
  // Only the section at the top is looked into: to measure inside another would lay it out.
  const inside = top?.querySelectorAll<HTMLElement>('[data-section]') ?? [];
  const passed = [...inside].filter((section) => section.getBoundingClientRect().top <= line);
  return (lastAbove(passed, line) ?? top)?.dataset['section'];
}

/** The last shown one that starts above the line, else the first. */
function lastAbove(sections: Iterable<HTMLElement>, line: number): HTMLElement | undefined {
  let last: HTMLElement | undefined;
  for (const section of sections) {
    const { top, height } = section.getBoundingClientRect();
    if (height === 0) continue;
    if (top > line) return last ?? section;
    last = section;
  }
  return last;
}
