/** All hostile clinical documents; each class says what it is. */
import type { DocumentCase } from '../documents/document-case.ts';
import { bodyReferences, encodedBodies } from './bodies.ts';
import { directions, foreignNodes, ids, links, remotePictures, spans, styles, tableHandlers } from './narrative.ts'; // prettier-ignore
import { entities, inclusions, instructions, loops, parseErrors, strangers, weights } from './structure.ts'; // prettier-ignore

export const cdaCases: readonly DocumentCase[] = [
  ...bodyReferences,
  ...encodedBodies,
  ...tableHandlers,
  ...remotePictures,
  ...foreignNodes,
  ...links,
  ...styles,
  ...ids,
  ...spans,
  ...directions,
  ...instructions,
  ...entities,
  ...inclusions,
  ...parseErrors,
  ...strangers,
  ...weights,
  ...loops,
];
