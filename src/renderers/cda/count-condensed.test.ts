import { expect, it } from 'vitest';
import type { CdaSection } from '../../cda/cda-document.ts';
import { createCdaParser } from '../../cda/parse-cda.ts';
import { countCondensed } from './count-condensed.ts';

function sectionsOf(body: string): readonly CdaSection[] {
  const sections: CdaSection[] = [];
  const parser = createCdaParser({}, (event) => {
    if (event.kind === 'section') sections.push(event.section);
  });
  parser.write(
    new TextEncoder().encode(
      `<ClinicalDocument xmlns="urn:hl7-org:v3"><component><structuredBody>${body}</structuredBody></component></ClinicalDocument>`,
    ),
  );
  parser.end();
  return sections;
}

const section = (text: string, nested = ''): string =>
  `<component><section><text>${text}</text>${nested}</section></component>`;

/** One row of three twice, and one column of three empty. */
const table =
  '<table>' +
  ['Aspirin|81 mg|', 'Heparin|5000 U|', 'Aspirin|81 mg|']
    .map((row) => `<tr><td>${row.replaceAll('|', '</td><td>')}</td></tr>`)
    .join('') +
  '</table>';

it.each<{ title: string; input: string; expected: { rows: number; columns: number } }>([
  {
    title: 'nothing where there is no table',
    input: section('words'),
    expected: { rows: 0, columns: 0 },
  },
  {
    title: 'each table of each section',
    input: section(table + table) + section(table),
    expected: { rows: 3, columns: 3 },
  },
  {
    title: 'tables of nested sections',
    input: section('words', section(table)),
    expected: { rows: 1, columns: 1 },
  },
  {
    title: 'tables in lists and paragraphs',
    input: section(`<list><item>${table}</item></list><paragraph>${table}</paragraph>`),
    expected: { rows: 2, columns: 2 },
  },
  {
    title: 'tables in cells',
    input: section(`<table><tr><td>${table}</td><td>words</td></tr></table>`),
    expected: { rows: 1, columns: 1 },
  },
])('what condensing folds counts $title', ({ input, expected }) => {
  const steps = countCondensed(sectionsOf(input));
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  expect(step.value).toEqual(expected);
});
