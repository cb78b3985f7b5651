import { describe, expect, it } from 'vitest';
import type { NarrativeCell, NarrativeRow } from '../../cda/narrative.ts';
import { BLOCK_ROWS, blocksOf, BOUND_ROWS, isLong, LONG_ROWS } from './long-table.ts';
import { resolveGrid } from './table-grid.ts';

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
    { title: 'bound up to the bound', rows: rowsOf(65, { 0: 40 }), expected: [40, 25] },
  ])('come in blocks, in order: $title', ({ rows, expected }) => {
    const blocks = blocksOf(rows);
    expect(blocks.map((block) => block.length)).toEqual(expected);
    expect(blocks.flat()).toEqual(rows);
  });

  it.each([
    {
      title: 'one cell beside all of them',
      rows: Array.from({ length: 250 }, (_, at) => ({
        cells: [...(at === 0 ? [cell('all', 250)] : []), cell(`r${at}`)],
      })),
      columns: 2,
    },
    {
      title: 'cells in several columns, of several lengths',
      rows: Array.from({ length: 330 }, (_, at) => ({
        cells: [
          cell(`a${at}`),
          ...(at === 0 ? [cell('all', 330)] : []),
          cell(`b${at}`),
          ...(at % 110 === 0 ? [{ ...cell(`third ${at}`, 110), columnSpan: 2 }] : []),
          cell(`c${at}`),
        ],
      })),
      columns: 6,
    },
  ])('go on in the next block where they are bound throughout: $title', ({ rows, columns }) => {
    const blocks = blocksOf(rows);
    const whole = resolveGrid(rows) ?? [];
    const cut = blocks.flatMap((block) => resolveGrid(block) ?? []);
    for (const block of blocks) expect(block.length).toBeLessThanOrEqual(BOUND_ROWS);
    expect(cut.map((line) => line.length)).toEqual(rows.map(() => columns));
    // Each place has the cell it had, or the empty one that goes on for it.
    for (const [at, line] of cut.entries()) {
      for (const [column, place] of line.entries()) {
        const before = whole[at]?.[column]?.cell;
        if (place?.cell === before) continue;
        expect(place?.cell.children).toEqual([]);
        expect(before?.rowSpan).toBeGreaterThan(1);
      }
    }
    const words = blocks
      .flat()
      .flatMap(({ cells }) => cells.filter((each) => each.children.length > 0));
    expect(words).toEqual(rows.flatMap(({ cells }) => cells));
  });

  it('count no folded row among those that a cell is beside', () => {
    const rows = [
      { cells: [cell('two', 2), cell('r0')] },
      ...Array.from({ length: 120 }, () => ({ cells: [cell('folded')], away: true as const })),
      { cells: [cell('r1')] },
      { cells: [cell('next'), cell('r2')] },
    ];
    expect(blocksOf(rows).map((block) => block.length)).toEqual([121, 2]);
    expect(blocksOf(rows)[1]?.map(({ cells }) => cells.length)).toEqual([2, 2]);
  });

  it('are cut at the same places whether rows are folded or not', () => {
    const rows = rowsOf(200);
    const folded = rows.map((row, at) => (at % 3 === 0 ? row : { ...row, away: true as const }));
    expect(blocksOf(folded).map(({ length }) => length)).toEqual(
      blocksOf(rows).map(({ length }) => length),
    );
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
