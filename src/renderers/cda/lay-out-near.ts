/**
 * Lays out what is near a place and was never in sight. A browser leaves out what is far away (`content-visibility`)
 * and makes up for it in the frame in which it comes near: four windows of never seen words at once are a long one.
 * Done before, a piece at a time, it costs that frame next to nothing.
 */

/** What the style sheets let a browser leave out within a section. */
const PIECES =
  '.cda-table-long > :is(thead, tbody, tfoot), .cda-narrative > .cda-table-scroll ~ .cda-table-scroll, .cda-piece';
const REGION = '.cda-table-scroll-long';
/** What is in a section that is not shown counts as so many times farther. */
const ASIDE = 8;

/** Up and down, in pixels of the window. */
export interface Span {
  readonly top: number;
  readonly bottom: number;
}

/**
 * Each step lays out one piece, nearest sections first, of what is within `reach` pixels of `place`: of a span of the
 * window, or of an element that is to come into it. What is laid out already takes no time.
 */
export function* layOutNear(root: Element, place: Span | Element, reach: number): Steps<void> {
  const target = place instanceof Element ? place : undefined;
  // A region that scrolls by itself brings its words to where it is.
  const region = target?.closest(REGION) ?? undefined;
  const seen = spanOf(region ?? place);
  const sections = root.querySelectorAll<HTMLElement>('.cda-sections > .cda-section');
  for (const section of yield* nearest(sections, reach, (each) => distance(spanOf(each), seen))) {
    layOut(section);
    yield;
    const aside = section.hidden ? ASIDE : 1;
    const away = (piece: Element): number => {
      if (piece.closest('[hidden]:not(.cda-section)') !== null) return Infinity;
      const around = piece.closest(REGION);
      if (around === null) return aside * distance(spanOf(piece), seen);
      if (around === region && target !== undefined) return distance(spanOf(piece), spanOf(target));
      const box = spanOf(around);
      const beyond = distance(spanOf(piece), box);
      // A region shows as much at a time as it is high, and a browser keeps about as much ready.
      return beyond > box.bottom - box.top ? Infinity : distance(box, seen) + aside * beyond;
    };
    for (const piece of yield* nearest(section.querySelectorAll(PIECES), reach, away)) {
      layOut(piece);
      yield;
    }
  }
}

/** Work that stops after each step. */
type Steps<T> = Generator<undefined, T, undefined>;

function* nearest<T extends Element>(
  elements: Iterable<T>,
  reach: number,
  away: (element: T) => number,
): Steps<readonly T[]> {
  const near: { element: T; far: number }[] = [];
  for (const element of elements) {
    const far = away(element);
    if (far <= reach) near.push({ element, far });
    yield;
  }
  return near.toSorted((a, b) => a.far - b.far).map(({ element }) => element);
}

const spanOf = (place: Span | Element): Span =>
  place instanceof Element ? place.getBoundingClientRect() : place;

/** How far two spans are from each other; 0 where they meet. */
const distance = (one: Span, other: Span): number =>
  Math.max(0, one.top - other.bottom, other.top - one.bottom);

/** One for all: each range of a page makes every change of its nodes dearer until it is collected. */
let words: Range | undefined;

/** For an answer about anything inside, the browser lays it out; it keeps that until something changes. */
function layOut(element: Element): void {
  if (element.firstElementChild !== null) {
    element.firstElementChild.getBoundingClientRect();
    return;
  }
  words ??= document.createRange();
  words.selectNodeContents(element);
  words.getBoundingClientRect();
  words.setStart(document, 0);
  words.collapse(true);
}
