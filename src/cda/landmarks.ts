/** Where parsing goes on inside an element whose content is skipped. */
import { localName, NOT_LOOKED, placeOf, type Place } from './find-markup.ts';

/** Longer than any landmark: how much of a skipped element's end is kept for the next piece of text. */
export const LANDMARK_HOLD = 64;

export interface Landmarks {
  lookInside(name: string): void;
  /** The next place in `text` where parsing goes on; -1 for none. What was found is kept until it is forgotten. */
  next(text: string, from: number): number;
  /** Another text is looked at. */
  forget(): void;
}

export function createLandmarks(): Landmarks {
  let places: readonly Place[] = [];
  let inside = '';
  return {
    lookInside(name) {
      if (name === inside) return;
      inside = name;
      places = landmarksOf(name).map(placeOf);
    },
    next(text, from) {
      let nearest = -1;
      for (const place of places) {
        if (place.next === NOT_LOOKED || (place.next >= 0 && place.next < from))
          place.next = findMarkup(text, place.markup, from);
        if (place.next >= 0 && (nearest < 0 || place.next < nearest)) nearest = place.next;
      }
      return nearest;
    },
    forget() {
      for (const place of places) place.next = NOT_LOOKED;
    },
  };
}

/** Where parsing goes on inside an element of this name: its end, media, sections around it, hidden markup. */
function landmarksOf(name: string): string[] {
  const prefix = name.slice(0, name.length - localName(name).length);
  return [
    `</${name}`,
    `<${prefix}observationMedia`,
    `<${prefix}regionOfInterest`,
    `<${prefix}section`,
    `</${prefix}section`,
    '<!--',
    '<![CDATA[',
  ];
}

const NAME_CHARACTER = /[\w.:-]/;

/** Index of a tag that begins with `markup` and of no longer name; -1 when there is none. */
function findMarkup(text: string, markup: string, from: number): number {
  for (let at = text.indexOf(markup, from); at >= 0; at = text.indexOf(markup, at + 1)) {
    const behind = text[at + markup.length];
    if (behind === undefined || markup.startsWith('<!') || !NAME_CHARACTER.test(behind)) return at;
  }
  return -1;
}
