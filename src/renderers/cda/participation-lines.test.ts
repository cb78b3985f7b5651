import { expect, test } from 'vitest';
import { participationLines } from './participation-lines.ts';
import { sectionOf } from './tested-lines.ts';

test.each([
  { title: 'a subject known by a code only', input: '<subject><relatedSubject><code displayName="Father"/></relatedSubject></subject>', expected: ['About: Father'] },
  { title: 'a subject of whom nothing is known', input: '<subject><relatedSubject><code nullFlavor="UNK"/></relatedSubject></subject>', expected: ['About: unknown'] },
  { title: 'an author known by a number and a time only', input: '<author><time value="2012"/><assignedAuthor><id extension="A7"/></assignedAuthor></author>', expected: ['Author: 2012, A7'] },
  { title: 'an author of whom nothing is said', input: '<author><assignedAuthor/></author>', expected: [] },
])('of a section $title', ({ input, expected }) => {
  expect(participationLines(sectionOf(input))).toEqual(expected);
}); // prettier-ignore
