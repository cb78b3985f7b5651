import { describe, expect, it } from 'vitest';
import type { NarrativeCell, NarrativeRows, NarrativeTable } from '../../cda/narrative.ts';
import { hasManyColumns, isForm } from './table-shape.ts';

const cell = (text: string, header = false): NarrativeCell => ({
  header,
  columnSpan: 1,
  rowSpan: 1,
  children: [{ kind: 'text', text }],
});

const table = (...groups: readonly NarrativeRows[]): NarrativeTable => ({ kind: 'table', groups });
const body = (...rows: readonly (readonly NarrativeCell[])[]): NarrativeRows => ({
  kind: 'body',
  rows: rows.map((cells) => ({ cells })),
});

describe('A table is read as a form', () => {
  it.each([
    { title: 'where labels stand beside their values', input: table(body([cell('Sex:'), cell('F')], [cell('Born'), cell('1980')])), expected: true },
    { title: 'never with a head', input: table({ ...body([cell('A'), cell('B')]), kind: 'head' }, body([cell('a'), cell('2')], [cell('b'), cell('2')])), expected: false },
    { title: 'never with header cells', input: table(body([cell('Sex', true), cell('F')], [cell('Born', true), cell('1980')])), expected: false },
    { title: 'never where what stands first is a value', input: table(body([cell('Started 2011'), cell('Ended')], [cell('a'), cell('b')])), expected: false },
    { title: 'never with three columns', input: table(body([cell('a'), cell('b'), cell('c')], [cell('d'), cell('e'), cell('f')])), expected: false },
    { title: 'never with one column', input: table(body([cell('a')], [cell('b')])), expected: false },
    { title: 'never with one row', input: table(body([cell('a'), cell('b')])), expected: false },
    { title: 'never without rows', input: table(), expected: false },
  ])('$title', ({ input, expected }) => {
    expect(isForm(input)).toBe(expected);
  });
}); // prettier-ignore

describe('A table has many columns', () => {
  const cells = (count: number): NarrativeCell[] => Array.from({ length: count }, () => cell('a'));
  it.each([
    { title: 'from seven on', input: table(body(cells(1), cells(7))), expected: true },
    { title: 'not with six', input: table(body(cells(6))), expected: false },
    {
      title: 'where a cell reaches across them',
      input: table(body([{ ...cell('a'), columnSpan: 7 }])),
      expected: true,
    },
    { title: 'never without rows', input: table(), expected: false },
  ])('$title', ({ input, expected }) => {
    expect(hasManyColumns(input)).toBe(expected);
  });
});
