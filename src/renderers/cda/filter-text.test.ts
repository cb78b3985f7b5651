import { describe, expect, it } from 'vitest';
import type { CdaSection } from '../../cda/cda-document.ts';
import type { Narrative } from '../../cda/narrative.ts';
import { filterText, filterTextSteps, isFilterTextKnown } from './filter-text.ts';
import { observation, sectionOf } from './tested-lines.ts';

const text = (words: string): Narrative => ({ kind: 'text', text: words });

const bare: CdaSection = {
  key: '1',
  narrativeEmpty: false,
  withoutContent: false,
  entries: [],
  facts: [],
  media: [],
  participations: [],
  sections: [],
  source: { start: 0, end: 0 },
  weight: 1,
};

const results = sectionOf(
  Array.from({ length: 60 }, (_, at) =>
    observation(
      `<code code="${at}" displayName="Measure ${at}"/><value xsi:type="PQ" value="${at}" unit="kg"/>`,
    ),
  )
    .map((entry) => `<entry>${entry}</entry>`)
    .join(''),
);

describe('The filter looks through', () => {
  it.each<{ title: string; input: CdaSection; expected: string }>([
    { title: 'titles', input: { ...bare, titleText: 'Vital Signs' }, expected: 'vital signs' },
    {
      title: 'words that markup cuts',
      input: {
        ...bare,
        narrative: [text('un'), { kind: 'content', children: [text('break')] }, text('able')],
      },
      expected: 'unbreakable',
    },
    {
      title: 'white space of any kind as one blank',
      input: { ...bare, narrative: [text('Weight\n\t 80 kg')] },
      expected: 'weight 80 kg',
    },
    {
      title: 'sections inside, apart from the words around them',
      input: {
        ...bare,
        narrative: [text('outer')],
        sections: [{ ...bare, key: '2', titleText: 'Inner', narrative: [text('words')] }],
      },
      expected: 'outer inner words',
    },
  ])('$title', ({ input, expected }) => {
    expect(filterText(input)).toBe(expected);
  });

  it('what is told from the entries, to the last', () => {
    expect(filterText({ ...results })).toContain('measure 59');
  });
});

describe('Texts gathered in steps', () => {
  it('are known at the end and not before', () => {
    const section = { ...results };
    const steps = filterTextSteps([{ ...bare }, section]);
    let count = 0;
    for (; steps.next().done !== true; count += 1) expect(isFilterTextKnown(section)).toBe(false);
    expect(count).toBeGreaterThan(4);
    expect(isFilterTextKnown(section)).toBe(true);
  });
});
