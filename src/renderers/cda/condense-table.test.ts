import { describe, expect, it } from 'vitest';
import type { NarrativeTable } from '../../cda/narrative.ts';
import { createCdaParser } from '../../cda/parse-cda.ts';
import { narrativeText } from '../../cda/section-text.ts';
import { condenseSteps, condenseTable, knownCondensed, type ShownTable } from './condense-table.ts';

/** The table as the parser reads it. */
function tableOf(markup: string): NarrativeTable {
  let table: NarrativeTable | undefined;
  const parser = createCdaParser({}, (event) => {
    const first = event.kind === 'section' ? event.section.narrative?.[0] : undefined;
    if (first?.kind === 'table') table = first;
  });
  parser.write(
    new TextEncoder().encode(
      '<ClinicalDocument xmlns="urn:hl7-org:v3"><component><structuredBody><component><section><text>' +
        `<table>${markup}</table></text></section></component></structuredBody></component></ClinicalDocument>`,
    ),
  );
  parser.end();
  if (table === undefined) throw new Error('no table');
  return table;
}

/** What is shown: rows as `a|b`, spans as `a:rows×columns`. */
const shape = (table: ShownTable): string[] =>
  table.groups.flatMap(({ rows }) =>
    rows.filter(isShown).map(({ cells }) =>
      cells
        .filter(isShown)
        .map(({ children, rowSpan, columnSpan }) => {
          const spans = rowSpan * columnSpan === 1 ? '' : `:${rowSpan}×${columnSpan}`;
          return `${narrativeText(children).trim()}${spans}`;
        })
        .join('|'),
    ),
  );

const isShown = ({ away }: { readonly away?: true }): boolean => away === undefined;

const rows = (...lines: readonly string[]): string =>
  lines
    .map(
      (line) =>
        `<tr>${line
          .split('|')
          .map((cell) => `<td>${cell}</td>`)
          .join('')}</tr>`,
    )
    .join('');

const head = '<thead><tr><th>Date</th><th>What</th><th>Note</th></tr></thead>';

describe('Condensing a table', () => {
  it.each<{ title: string; input: string; expected: readonly string[] }>([
    {
      title: 'folds a row that says the same as one before',
      input: rows('Aspirin|81 mg', 'Heparin|5000 U', 'Aspirin|81 mg'),
      expected: ['Aspirin|81 mg', 'Heparin|5000 U'],
    },
    {
      title: 'takes white space and markup without meaning for no difference',
      input: rows('Aspirin|81 mg', '<content ID="x">Aspirin</content>| 81\n mg '),
      expected: ['Aspirin|81 mg'],
    },
    {
      title: 'keeps rows that differ by letter case, which may be a unit',
      input: rows('Dose|1 mg', 'Dose|1 Mg'),
      expected: ['Dose|1 mg', 'Dose|1 Mg'],
    },
    {
      title: 'keeps equal-looking rows under different row headers',
      input:
        '<tr><th rowspan="2">2011</th><td>Weight</td><td>80</td></tr><tr><td>Height</td><td>170</td></tr>' +
        '<tr><th rowspan="2">2012</th><td>Weight</td><td>80</td></tr><tr><td>Height</td><td>170</td></tr>',
      expected: ['2011:2×1|Weight|80', 'Height|170', '2012:2×1|Weight|80', 'Height|170'],
    },
    {
      title: 'folds equal rows inside one row header, whose span shrinks',
      input:
        '<tr><th rowspan="3">2011</th><td>Weight</td><td>80</td></tr>' +
        rows('Weight|80', 'Height|170'),
      expected: ['2011:2×1|Weight|80', 'Height|170'],
    },
    {
      title: 'keeps equal rows under different headings across the table',
      input: `<tr><td colspan="2">2011</td></tr>${rows('Weight|80')}<tr><td colspan="2">2012</td></tr>${rows('Weight|80')}`,
      expected: ['2011:1×2', 'Weight|80', '2012:1×2', 'Weight|80'],
    },
    {
      title: 'keeps headings across the table also where they repeat',
      input: `<tr><td colspan="2">A</td></tr>${rows('x|1')}<tr><td colspan="2">A</td></tr>${rows('y|2')}`,
      expected: ['A:1×2', 'x|1', 'A:1×2', 'y|2'],
    },
    {
      title: 'keeps rows whose blank first cell means another row above',
      input: rows('2011|Weight|80', '|Height|170', '2012|Weight|80', '|Height|170'),
      expected: ['2011|Weight|80', '|Height|170', '2012|Weight|80', '|Height|170'],
    },
    {
      title: 'keeps a repeated row that the next one goes on from',
      input: rows('2011|Weight|80', '2012|Pulse|60', '2011|Weight|80', '|Height|170'),
      expected: ['2011|Weight|80', '2012|Pulse|60', '2011|Weight|80', '|Height|170'],
    },
    {
      title: 'keeps rows whose links lead elsewhere',
      input: rows('a|<linkHtml href="#1">more</linkHtml>', 'a|<linkHtml href="#2">more</linkHtml>'),
      expected: ['a|more', 'a|more'],
    },
    {
      title: 'keeps a row that is marked as deleted beside the same one that is not',
      input: rows('a|<content revised="delete">b</content>', 'a|b'),
      expected: ['a|b', 'a|b'],
    },
    {
      title: 'keeps equal rows under headings of two cells',
      input: rows('2019|fasting|', 'Glucose|90|mg', '2020|fasting|', 'Glucose|90|mg'),
      expected: ['2019|fasting|', 'Glucose|90|mg', '2020|fasting|', 'Glucose|90|mg'],
    },
    {
      title: 'keeps equal rows under headings of two header cells',
      input:
        '<tr><th>2019</th><th>fasting</th></tr><tr><td>Glucose</td><td>90</td></tr>' +
        '<tr><th>2020</th><th>fasting</th></tr><tr><td>Glucose</td><td>90</td></tr>',
      expected: ['2019|fasting', 'Glucose|90', '2020|fasting', 'Glucose|90'],
    },
    {
      title: 'keeps equal rows under headings in bold',
      input: `${rows('<content styleCode="Bold">2019</content>|<content styleCode="Bold">fasting</content>', 'Glucose|90')}<tr styleCode="Bold"><td>2020</td><td>fasting</td></tr>${rows('Glucose|90')}`,
      expected: ['2019|fasting', 'Glucose|90', '2020|fasting', 'Glucose|90'],
    },
    {
      title: 'folds equal rows under one heading of two cells, and the row that says it again',
      input: rows(
        '2019|fasting|',
        'Glucose|90|mg',
        'Glucose|90|mg',
        '2019|fasting|',
        'Glucose|90|mg',
      ),
      expected: ['2019|fasting|', 'Glucose|90|mg'],
    },
    {
      title: 'keeps equal rows under another table head',
      input: `<thead><tr><th>2019</th><th>Value</th></tr></thead><tbody>${rows('Glucose|90')}</tbody><thead><tr><th>2020</th><th>Value</th></tr></thead><tbody>${rows('Glucose|90')}</tbody>`,
      expected: ['2019|Value', 'Glucose|90', '2020|Value', 'Glucose|90'],
    },
    {
      title: 'keeps a power beside the number that its digits make',
      input: rows('Count|10<sup>3</sup>', 'Count|103', 'Count|10<sub>3</sub>'),
      expected: ['Count|103', 'Count|103', 'Count|103'],
    },
    {
      title: 'keeps what is bold beside what is not',
      input: rows('Potassium|<content styleCode="Bold">6.1</content>', 'Potassium|6.1'),
      expected: ['Potassium|6.1', 'Potassium|6.1'],
    },
    {
      title: 'keeps a cell in bold beside one that is not',
      input: '<tr><td>Potassium</td><td styleCode="Bold">6.1</td></tr>' + rows('Potassium|6.1'),
      expected: ['Potassium|6.1', 'Potassium|6.1'],
    },
    {
      title: 'keeps a column of footnote marks',
      input: rows('a|1|<footnoteRef IDREF="f"/>', 'b|2|', 'c|3|'),
      expected: ['a|1|', 'b|2|', 'c|3|'],
    },
    {
      title: 'drops a column that is empty below its heading',
      input: `${head}<tbody>${rows('2011|Weight|', '2012|Height|&#160;')}</tbody>`,
      expected: ['Date|What', '2011|Weight', '2012|Height'],
    },
    {
      title: 'narrows cells that reach across a dropped column',
      input: `${head}<tbody><tr><td colspan="3">All</td></tr>${rows('2011||x')}</tbody>`,
      expected: ['Date|Note', 'All:1×2', '2011|x'],
    },
    {
      title: 'keeps a column that holds only a picture',
      input: rows('a|<renderMultiMedia referencedObject="M1"/>', 'b|'),
      expected: ['a|', 'b|'],
    },
    {
      title: 'leaves a table without words as it is',
      input: rows('|', '|'),
      expected: ['|', '|'],
    },
    {
      title: 'never folds heading rows of the table head',
      input: `<thead>${rows('A|B', 'A|B')}</thead><tbody>${rows('x|y')}</tbody>`,
      expected: ['A|B', 'A|B', 'x|y'],
    },
  ])('$title', ({ input, expected }) => {
    expect(shape(condenseTable(tableOf(input)).table)).toEqual(expected);
  });

  it('counts what it folds', () => {
    const { foldedRows, foldedColumns } = condenseTable(tableOf(rows('a||1', 'a||1', 'a||1')));
    expect({ foldedRows, foldedColumns }).toEqual({ foldedRows: 2, foldedColumns: 1 });
  });

  it.each<{ title: string; input: string }>([
    { title: 'rows', input: rows('a|1', 'b|2', 'a|1') },
    { title: 'columns', input: `${head}<tbody>${rows('2011|Weight|', '2012|Height|')}</tbody>` },
    {
      title: 'rows and columns under spans',
      input:
        `${head}<tbody><tr><td rowspan="2">2011</td><td>Weight</td><td/></tr>` +
        '<tr><td>Weight</td><td/></tr><tr><td colspan="2">Pulse</td><td/></tr></tbody>',
    },
  ])('leaves the words of folded $title in the table, once', ({ input }) => {
    const table = tableOf(input);
    const { table: condensed, foldedRows, foldedColumns } = condenseTable(table);
    expect(foldedRows + foldedColumns).toBeGreaterThan(0);
    const cellsOf = ({ groups }: NarrativeTable): string[] =>
      groups
        .flatMap((group) => group.rows.flatMap((row) => row.cells))
        .map(({ children }) => narrativeText(children));
    expect(cellsOf(condensed)).toEqual(cellsOf(table));
  });

  it('gives the same table back where there is nothing to fold', () => {
    const table = tableOf(rows('a|b', 'c|d'));
    expect(condenseTable(table).table).toBe(table);
  });

  it('leaves a table of absurd spans alone', () => {
    const wide = Array.from({ length: 600 }, () => '<tr><td colspan="1000">x</td></tr>').join('');
    const table = tableOf(wide);
    expect(condenseTable(table).table).toBe(table);
  });
});

describe('The steps of condensing', () => {
  const long = () => tableOf(rows(...Array.from({ length: 500 }, (_, at) => `${at % 250}|words`)));

  it('are many for a long table, which is known at their end and not before', () => {
    const table = long();
    const steps = condenseSteps(table);
    let taken = 0;
    while (steps.next().done !== true) {
      taken += 1;
      expect(knownCondensed(table)).toBeUndefined();
    }
    expect(taken).toBeGreaterThan(20);
    expect(knownCondensed(table)?.foldedRows).toBe(250);
  });

  it('are shared by all who take them, and lead all to the same', () => {
    const table = long();
    const alone = long();
    const [first, second, third] = [
      condenseSteps(table),
      condenseSteps(table),
      condenseSteps(alone),
    ];
    let [together, single] = [0, 0];
    while (first.next().done !== true && second.next().done !== true) together += 2;
    while (third.next().done !== true) single += 1;
    expect(together).toBeLessThan(single + 2);
    expect(condenseTable(table)).toBe(knownCondensed(table));
    expect(shape(condenseTable(table).table)).toEqual(shape(condenseTable(alone).table));
  });
});
