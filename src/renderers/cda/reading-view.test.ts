import { describe, expect, it } from 'vitest';
import type { CdaSection } from '../../cda/cda-document.ts';
import { noPreferences, type ReadingPreferences } from './reading-preferences.ts';
import { arrange, firstView, orderAfterMove, revealing, type ReadingView } from './reading-view.ts';

const section = (key: string, code: string, words: string, withoutContent = false): CdaSection => ({
  key,
  titleText: `Title ${key}`,
  title: [{ kind: 'text', text: `Title ${key}` }],
  code: { code },
  narrative: [{ kind: 'text', text: words }],
  narrativeEmpty: false,
  withoutContent,
  entries: [],
  facts: [],
  media: [],
  participations: [],
  sections: [],
  source: { start: 0, end: 0 },
  weight: 1,
});

const sections = [
  section('1', '1-1', 'Penicillin G'),
  section('2', '2-2', 'no data', true),
  section('3', '3-3', 'Asthma'),
  section('4', '4-4', 'Weight\n 80 kg'),
];

const view = (
  preferences: Partial<ReadingPreferences>,
  more: Partial<ReadingView> = {},
): ReadingView => ({ ...firstView({ ...noPreferences, ...preferences }), ...more });

const shown = (now: ReadingView): string => {
  const { sections: all, hidden } = arrange(sections, now);
  return all
    .filter(({ key }) => !hidden.has(key))
    .map(({ key }) => key)
    .join(' ');
};

describe('Sections are shown', () => {
  it.each<{ title: string; input: ReadingView; expected: string }>([
    { title: 'as authored at first', input: view({}), expected: '1 2 3 4' },
    { title: 'in the preferred order', input: view({ order: ['4-4', '1-1'] }), expected: '4 2 3 1' },
    { title: 'up to the preferred number, empty ones not counted', input: view({ first: 2 }), expected: '1 2 3' },
    { title: 'all where the reader went on', input: view({ first: 1 }, { all: true }), expected: '1 2 3 4' },
    { title: 'one at a time, the first at first', input: view({ single: true }), expected: '1 2' },
    { title: 'one at a time, the chosen one', input: view({ single: true }, { only: '4' }), expected: '2 4' },
    { title: 'as authored whatever is preferred', input: view({ single: true, order: ['4-4', '1-1'], first: 1 }, { asAuthored: true }), expected: '1 2 3 4' },
    { title: 'alone also among those as authored', input: view({}, { asAuthored: true, only: '3' }), expected: '2 3' },
    { title: 'by a word of their text', input: view({}, { filter: ' PENICILLIN ' }), expected: '1' },
    { title: 'by words over a line break', input: view({}, { filter: 'weight 80' }), expected: '4' },
    { title: 'by their title', input: view({ first: 1 }, { filter: 'title 4' }), expected: '4' },
    { title: 'not at all where none holds the words', input: view({}, { filter: 'xyz' }), expected: '' },
    { title: 'all of them on paper', input: view({ single: true, order: ['4-4', '1-1'] }, { filter: 'xyz', printing: true }), expected: '1 2 3 4' },
  ])('$title', ({ input, expected }) => {
    expect(shown(input)).toBe(expected);
  }); // prettier-ignore
});

describe('Whatever hides a section gives way to a jump', () => {
  it.each<{ title: string; input: ReadingView }>([
    { title: 'a fold', input: view({}, { collapsed: new Set(['4', '4.1']) }) },
    { title: 'a filter', input: view({}, { filter: 'asthma' }) },
    { title: 'another section alone', input: view({}, { only: '1' }) },
    { title: 'one at a time', input: view({ single: true }) },
    { title: 'contents that lie over it', input: view({}, { contentsOpen: true }) },
    { title: 'the preferred number', input: view({ first: 1 }) },
    { title: 'all at once', input: view({ single: true, first: 1 }, { filter: 'asthma', only: '1', collapsed: new Set(['4.1']) }) },
  ])('$title', ({ input }) => {
    const after = revealing(input, sections, ['4', '4.1']);
    expect(arrange(sections, after).hidden.has('4')).toBe(false);
    expect([...after.collapsed]).toEqual([]);
    expect(after.contentsOpen).toBe(false);
    expect(after.preferences).toBe(input.preferences);
  }); // prettier-ignore

  it('and nothing changes where nothing hides it', () => {
    const before = view({ order: ['4-4', '1-1'] });
    expect(revealing(before, sections, ['4'])).toBe(before);
  });
});

describe('Moving a section', () => {
  it.each([
    { title: 'down passes over one without content', now: view({}), key: '1', by: 1, expected: '3 2 1 4' },
    { title: 'up goes on from the preferred order', now: view({ order: ['4-4', '1-1', '3-3'] }), key: '3', by: -1, expected: '4 2 3 1' },
    { title: 'starts from the author’s order where that is shown', now: view({ order: ['4-4', '1-1'] }, { asAuthored: true }), key: '4', by: -1, expected: '1 2 4 3' },
  ])('$title', ({ now, key, by, expected }) => {
    const order = orderAfterMove(sections, now, key, by);
    expect(shown(view({ order }))).toBe(expected);
  }); // prettier-ignore
});
