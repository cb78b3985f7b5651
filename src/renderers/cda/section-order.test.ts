import { describe, expect, it } from 'vitest';
import type { CdaSection } from '../../cda/cda-document.ts';
import { inPreferredOrder, mergedOrder, moved, sectionIds } from './section-order.ts';

const section = (titleText: string, code?: string): CdaSection => ({
  key: titleText,
  titleText,
  ...(code === undefined ? {} : { code: { code } }),
  narrativeEmpty: false,
  withoutContent: false,
  entries: [],
  facts: [],
  media: [],
  participations: [],
  sections: [],
  source: { start: 0, end: 0 },
  weight: 1,
});

const titles = (sections: readonly CdaSection[]): string =>
  sections.map(({ titleText }) => titleText).join(' ');

describe('Names of sections across documents', () => {
  it('are the LOINC code where there is one', () => {
    expect(sectionIds([section('Problems', '11450-4')])).toEqual(['11450-4']);
  });

  it('tell nothing of a title, and do not depend on its case or its punctuation', () => {
    const [one, two] = sectionIds([
      section('Notes for Nancy Smart'),
      section('NOTES: for Nancy Smart'),
    ]);
    expect(one).not.toMatch(/nancy|smart/i);
    expect(two).toBe(`${one}#2`);
  });

  it('keep two sections of one code apart', () => {
    expect(sectionIds([section('A', '1-1'), section('B', '1-1')])).toEqual(['1-1', '1-1#2']);
  });
});

describe('A preferred order', () => {
  const sections = [
    section('a', '1-1'),
    section('b', '2-2'),
    section('c', '3-3'),
    section('d', '4-4'),
  ];

  it.each<{ title: string; order: readonly string[]; expected: string }>([
    { title: 'of nobody is the author’s', order: [], expected: 'a b c d' },
    { title: 'of all is taken', order: ['4-4', '2-2', '1-1', '3-3'], expected: 'd b a c' },
    {
      title: 'leaves unknown sections at their places',
      order: ['4-4', '1-1'],
      expected: 'd b c a',
    },
    {
      title: 'ignores sections that are not there',
      order: ['9-9', '4-4', '3-3'],
      expected: 'a b d c',
    },
  ])('$title', ({ order, expected }) => {
    expect(titles(inPreferredOrder(sections, order))).toBe(expected);
  });

  it('never loses a section nor shows one twice', () => {
    const twice = [...sections, section('e', '1-1')];
    const ordered = inPreferredOrder(twice, ['4-4', '1-1#2', '1-1']);
    expect(new Set(ordered).size).toBe(twice.length);
  });
});

describe('Moving a section', () => {
  it.each([
    { title: 'up', id: 'b', by: -1, expected: 'b a c' },
    { title: 'down', id: 'b', by: 1, expected: 'a c b' },
    { title: 'not above the first', id: 'a', by: -1, expected: 'a b c' },
    { title: 'not below the last', id: 'c', by: 1, expected: 'a b c' },
    { title: 'not where it is not', id: 'x', by: 1, expected: 'a b c' },
  ])('$title', ({ id, by, expected }) => {
    expect(moved(['a', 'b', 'c'], id, by).join(' ')).toBe(expected);
  });

  it.each([
    { title: 'is remembered', order: '', ids: 'b a', expected: 'b a' },
    {
      title: 'keeps what another document brought',
      order: 'x a y b',
      ids: 'b a',
      expected: 'x b y a',
    },
    {
      title: 'puts new sections beside their neighbours',
      order: 'a b',
      ids: 'b c a',
      expected: 'b c a',
    },
    { title: 'puts a new first section first', order: 'a b', ids: 'c a b', expected: 'c a b' },
  ])('$title', ({ order, ids, expected }) => {
    const words = (text: string): string[] => text.split(' ').filter(Boolean);
    expect(mergedOrder(words(order), words(ids)).join(' ')).toBe(expected);
  });
});
