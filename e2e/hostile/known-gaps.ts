/** What a case still does, by its id: known, named and to be mended. Nothing else of it is let through. */
import type { Done } from './run-cases.ts';

const knownGaps: Readonly<Record<string, readonly (keyof Done)[]>> = {
  // DOMPurify removes a form whose fields hide its attributes, and its words with it.
  'clobber-purify': ['unreadable'],
  // DOMPurify removes an element that says it is another one, and its words with it.
  'custom-builtin': ['unreadable'],
  // A document of frames has no body: the sanitizer has nothing to give.
  'embed-frameset': ['unreadable', 'restyle'],
  // Media rules on the window's height stay: in a frame that follows its document, they flip it.
  'grow-media': ['growth'],
  'grow-media-flip': ['growth'],
};

export const gapsOf = (id: string): readonly (keyof Done)[] => knownGaps[id] ?? [];
