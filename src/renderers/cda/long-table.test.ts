import { describe, expect, it } from 'vitest';
import type { NarrativeCell, NarrativeRow } from '../../cda/cda-document.ts';
import { BLOCK_ROWS, blocksOf, isLong, LONG_ROWS } from './long-table.ts';

const cell = (text: string, rowSpan = 1): NarrativeCell => ({
  header: false,
  columnSpan: 1,
  rowSpan,
  children: [{ kind: 'text', text }],
});

const rowsOf = (count: number, spans: Readonly<Record<number, number>> = {}): NarrativeRow[] =>
  Array.from({ length: count }, (_, at) => ({ cells: [cell(`r${at}`, spans[at] ?? 1)] }));

describe('the rows of a long table', () => {
  it.each([
    { title: 'few', rows: rowsOf(3), expected: [3] },
    { title: 'none', rows: [], expected: [] },
    { title: 'many', rows: rowsOf(60), expected: [25, 25, 10] },
    { title: 'bound across the cut', rows: rowsOf(60, { 23: 4 }), expected: [27, 25, 8] },
    { title: 'bound to the end', rows: rowsOf(120, { 0: 120 }), expected: [120] },
  ])('come in blocks, in order: $title', ({ rows, expected }) => {
    const blocks = blocksOf(rows);
    expect(blocks.map((block) => block.length)).toEqual(expected);
    expect(blocks.flat()).toEqual(rows);
  });

  it('never make a block larger than the bound by themselves', () => {
    for (const block of blocksOf(rowsOf(5000)))
      expect(block.length).toBeLessThanOrEqual(BLOCK_ROWS);
  });

  it.each([
    { rows: LONG_ROWS, expected: false },
    { rows: LONG_ROWS + 1, expected: true },
  ])('make it long: $rows → $expected', ({ rows, expected }) => {
    expect(isLong({ kind: 'table', groups: [{ kind: 'body', rows: rowsOf(rows) }] })).toBe(
      expected,
    );
  });
});
