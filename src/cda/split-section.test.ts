import { describe, expect, it } from 'vitest';
import type { CdaSection } from './cda-document.ts';
import { createCdaParser } from './parse-cda.ts';
import { BATCH, joinSection, splitSection } from './split-section.ts';

function sectionOf(text: string): CdaSection {
  const sections: CdaSection[] = [];
  const parser = createCdaParser({}, (event) => {
    if (event.kind === 'section') sections.push(event.section);
  });
  parser.write(
    new TextEncoder().encode(
      `<ClinicalDocument xmlns="urn:hl7-org:v3"><component><structuredBody><component><section><title>T</title>${text}</section></component></structuredBody></component></ClinicalDocument>`,
    ),
  );
  parser.end();
  const [section] = sections;
  if (section === undefined) throw new Error('no section');
  return section;
}

const repeat = (count: number, part: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => part(at)).join('');

const table = (rows: number): string =>
  `<table><thead><tr><th>h</th></tr></thead><tbody>${repeat(rows, (at) => `<tr><td>r${at}</td></tr>`)}</tbody></table>`;

const list = (items: number): string =>
  `<list>${repeat(items, (at) => `<item>i${at}</item>`)}</list>`;

const entries = (count: number): string =>
  repeat(
    count,
    (at) =>
      `<entry><observation classCode="OBS" moodCode="EVN"><code code="${at}" displayName="o${at}"/><statusCode code="completed"/></observation></entry>`,
  );

describe('a section on its way from the worker', () => {
  it.each([
    { title: 'a short text', input: '<text>a</text>', batches: 0 },
    { title: 'a long table', input: `<text>${table(5000)}</text>`, batches: 50 },
    {
      title: 'tables and lists in one another',
      input: `<text>a${table(950)}<content>${table(101)}</content>${list(250)}<list><item>${table(120)}</item></list></text>`,
      batches: 10 + 2 + 3 + 2,
    },
    {
      title: 'many paragraphs',
      input: `<text>${repeat(1200, (at) => `<paragraph>p${at}</paragraph>`)}</text>`,
      batches: 12,
    },
    {
      title: 'entries without a text',
      input: `${entries(320)}<component><section><title>S</title>${entries(150)}</section></component>`,
      batches: 4 + 4 + 2 + 2,
    },
    {
      title: 'a nested section',
      input: `<text>a</text><component><section><text>${table(800)}</text></section></component>`,
      batches: 8,
    },
  ])('arrives whole: $title', ({ input, batches }) => {
    const section = sectionOf(input);
    const split = splitSection(section);
    expect(split.batches).toHaveLength(batches);
    expect(joinSection(split)).toEqual(section);
  });

  it('is never cut into pieces above the bound', () => {
    const split = splitSection(sectionOf(`<text>${table(5050)}${list(777)}</text>${entries(450)}`));
    for (const { kind, ...batch } of split.batches) {
      const [part = []] = Object.values(batch);
      expect([kind, part.length <= BATCH]).toEqual([kind, true]);
    }
    expect(JSON.stringify(split.section).length).toBeLessThan(5000);
  });
});
