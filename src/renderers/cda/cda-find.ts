/**
 * Find in the whole document, folded and hidden sections included: in slices, so that a long document answers
 * with its first matches at once and the page never stops. Changes no node.
 */
import { findCurrentHighlight, findHighlight } from '../dom-find.ts';
import type { FindCapability, FindResult } from '../renderer.ts';
import type { SteadyScroll } from './scroll-steadily.ts';
import { scrollerOf } from './scroller-of.ts';
import {
  findPattern,
  placeOf,
  stretchesOf,
  type FoundText,
  type TextStretch,
} from './find-text.ts';

interface CdaFindOptions {
  readonly root: () => Element | null | undefined;
  /** Unfolds whatever hides the element. */
  readonly reveal: (element: Element) => void;
  readonly steadyScroll: SteadyScroll;
}

export interface CdaFind extends FindCapability {
  /** The page's words have changed: what was found is looked for again. */
  refresh(): void;
}

const SLICE_MILLISECONDS = 10;
/** Highlights beyond these cost more than they show; every match can still be gone to. */
const MAX_HIGHLIGHTS = 3000;

export function createCdaFind({ root, reveal, steadyScroll }: CdaFindOptions): CdaFind {
  let index: { stretches: TextStretch[]; rest: Iterator<TextStretch | undefined> } | undefined;
  let query = '';
  let notify: ((result: FindResult) => void) | undefined;
  let matches: FoundText[] = [];
  let current = 0;
  let complete = true;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tell = (): void =>
    notify?.({ current: matches.length === 0 ? 0 : current + 1, total: matches.length, complete });

  function start(keep: number, goThere: boolean): void {
    clearTimeout(timer);
    matches = [];
    current = 0;
    const element = root();
    const pattern = findPattern(query);
    complete = !element || pattern === undefined;
    paintAll(element, undefined);
    if (!element || pattern === undefined) {
      paintCurrent(element, undefined);
      tell();
      return;
    }
    index ??= { stretches: [], rest: stretchesOf(element) };
    const { stretches, rest } = index;
    let at = 0;
    let shown = false;
    const showFirst = (): void => {
      if (shown || matches.length <= (complete ? 0 : keep)) return;
      shown = true;
      current = Math.min(keep, matches.length - 1);
      show(goThere);
    };
    function slice(): void {
      const until = performance.now() + SLICE_MILLISECONDS;
      const before = matches.length;
      while (performance.now() < until) {
        const known = stretches[at];
        if (known === undefined) {
          const next = rest.next();
          if (next.done === true) {
            complete = true;
            break;
          }
          if (next.value !== undefined) stretches.push(next.value);
        } else {
          at += 1;
          if (pattern !== undefined) search(known, pattern);
        }
      }
      paintAll(element, matches.slice(before, MAX_HIGHLIGHTS));
      showFirst();
      tell();
      if (!complete) timer = setTimeout(slice, 0);
      else if (!shown) paintCurrent(element, undefined);
    }
    slice();
  }

  function search(stretch: TextStretch, pattern: RegExp): void {
    for (const match of stretch.text.matchAll(pattern)) {
      matches.push({ stretch, from: match.index, to: match.index + match[0].length });
    }
  }

  function show(goThere: boolean): void {
    const match = matches[current];
    const place = match && placeOf(match);
    const element = root();
    if (place === undefined) {
      paintCurrent(element, undefined);
      return;
    }
    if (goThere && place.startContainer.parentElement) reveal(place.startContainer.parentElement);
    paintCurrent(element, place);
    const around = place.startContainer.parentElement;
    if (goThere && around) steadyScroll.to(around, () => bringIntoSight(place));
  }

  function step(by: number): void {
    if (matches.length === 0) return;
    current = (current + by + matches.length) % matches.length;
    const match = matches[current];
    if (match && placeOf(match) === undefined) {
      index = undefined;
      start(current, true);
      return;
    }
    show(true);
    tell();
  }

  return {
    search(text, onResult) {
      query = text;
      notify = onResult;
      start(0, true);
    },
    next: () => step(1),
    previous: () => step(-1),
    refresh() {
      index = undefined;
      if (query !== '') start(current, false);
    },
    clear() {
      query = '';
      start(0, false);
      notify = undefined;
      index = undefined;
    },
  };
}

/** Adds highlights; undefined removes them all. */
function paintAll(root: Element | null | undefined, found: readonly FoundText[] | undefined): void {
  const view = root?.ownerDocument.defaultView;
  if (!view || !('Highlight' in view) || !('highlights' in view.CSS)) return;
  if (found === undefined) view.CSS.highlights.delete(findHighlight);
  if (found === undefined || found.length === 0) return;
  const highlight = view.CSS.highlights.get(findHighlight) ?? new view.Highlight();
  for (const match of found) {
    const place = placeOf(match);
    if (place !== undefined) highlight.add(new StaticRange(place));
  }
  view.CSS.highlights.set(findHighlight, highlight);
}

function paintCurrent(root: Element | null | undefined, place: StaticRangeInit | undefined): void {
  const view = root?.ownerDocument.defaultView;
  if (!view) return;
  if ('Highlight' in view && 'highlights' in view.CSS) {
    view.CSS.highlights.set(
      findCurrentHighlight,
      new view.Highlight(...(place === undefined ? [] : [new StaticRange(place)])),
    );
    return;
  }
  const selection = view.getSelection();
  selection?.removeAllRanges();
  if (place !== undefined) selection?.addRange(rangeOf(place));
}

function rangeOf(place: StaticRangeInit): Range {
  const range = document.createRange();
  range.setStart(place.startContainer, place.startOffset);
  range.setEnd(place.endContainer, place.endOffset);
  return range;
}

function bringIntoSight(place: StaticRangeInit): void {
  const element = place.startContainer.parentElement;
  element?.scrollIntoView({ block: 'center', inline: 'nearest' });
  // The words may lie far from the middle of a long paragraph.
  const { top, bottom } = rangeOf(place).getBoundingClientRect();
  if (element && (top < window.innerHeight * 0.2 || bottom > window.innerHeight * 0.95)) {
    scrollerOf(element)?.scrollBy(0, top - window.innerHeight / 2);
  }
}
