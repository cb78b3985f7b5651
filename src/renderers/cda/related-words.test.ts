import { expect, it } from 'vitest';
import { relatedSentence } from './related-words.ts';

it.each([
  { title: 'an id', input: { typeCode: 'RPLC', ids: [{ root: '1', extension: 'p' }] }, expected: 'This document replaces an earlier one (p (1)).' },
  { title: 'series and version only', input: { typeCode: 'RPLC', ids: [], setId: { root: '2', extension: 's' }, version: '3' }, expected: 'This document replaces an earlier one (series s (2), version 3).' },
  { title: 'a version only', input: { typeCode: 'APND', ids: [], version: '1' }, expected: 'This document adds to an earlier one (version 1).' },
  { title: 'nothing', input: { typeCode: 'RPLC', ids: [] }, expected: 'This document replaces an earlier one.' },
  { title: 'words', input: { typeCode: 'XFRM', ids: [], text: 'the letter of May' }, expected: 'This document was made from another one (the letter of May).' },
  { title: 'another relation', input: { typeCode: 'SUBJ', ids: [{ root: '1' }] }, expected: 'This document is related to another one (1, SUBJ).' },
  { title: 'no relation and nothing', input: { ids: [] }, expected: 'This document is related to another one.' },
])('names another document by $title', ({ input, expected }) => {
  expect(relatedSentence(input)).toBe(expected);
}); // prettier-ignore
