/**
 * Long tables are laid out in blocks of rows, so that only the blocks in sight cost anything: a browser lays
 * out a table as one piece, and one of five thousand rows takes longer than one task may.
 */
import type { NarrativeTable } from '../../cda/narrative.ts';
import type { ShownCell, ShownRow } from './condense-table.ts';

/** Rows of one block, more only where rows are bound together by a rowspan. */
export const BLOCK_ROWS = 25;

/** Rows of a block that are bound together; beyond, the cells that bind them go on in the next block. */
export const BOUND_ROWS = 40;

/** Tables with more rows than this are long. */
export const LONG_ROWS = 100;

export const isLong = ({ groups }: NarrativeTable): boolean =>
  groups.reduce((sum, { rows }) => sum + rows.length, 0) > LONG_ROWS;

/** A cell that reaches into the rows below it. */
interface Reaching {
  readonly column: number;
  readonly columnSpan: number;
  /** Rows it has still to cover. */
  readonly left: number;
}

/** The rows in blocks. Where a rowspan reaches across a cut, an empty cell holds its place below. */
export function blocksOf(rows: readonly ShownRow[]): readonly (readonly ShownRow[])[] {
  const blocks: ShownRow[][] = [];
  let block: ShownRow[] = [];
  let reaching: readonly Reaching[] = [];
  for (const row of rows) {
    const full = block.length >= (reaching.length > 0 ? BOUND_ROWS : BLOCK_ROWS);
    // Folded rows hold no places: within a rowspan they stay with the rows above them.
    if (full && (row.away === undefined || reaching.length === 0)) {
      blocks.push(block);
      block = [];
    }
    const first = block.length === 0 && reaching.length > 0;
    block.push(first ? { ...row, cells: withHeldPlaces(row, reaching) } : row);
    // A folded row is no row of the grid: spans do not count it.
    if (row.away === undefined) reaching = reachingBelow(row, reaching);
  }
  if (block.length > 0) blocks.push(block);
  return blocks;
}

interface PlacedCell {
  readonly cell: ShownCell;
  readonly column: number;
}

function placed({ cells }: ShownRow, reaching: readonly Reaching[]): readonly PlacedCell[] {
  let column = 0;
  return cells.map((cell) => {
    for (
      let across = acrossColumn(reaching, column);
      across !== undefined;
      across = acrossColumn(reaching, column)
    ) {
      column = across.column + across.columnSpan;
    }
    const place = { cell, column };
    if (cell.away === undefined) column += cell.columnSpan;
    return place;
  });
}

const acrossColumn = (reaching: readonly Reaching[], at: number): Reaching | undefined =>
  reaching.find(({ column, columnSpan }) => column <= at && at < column + columnSpan);

const reachingBelow = (row: ShownRow, reaching: readonly Reaching[]): readonly Reaching[] => [
  ...reaching.filter(({ left }) => left > 1).map((reach) => ({ ...reach, left: reach.left - 1 })),
  ...placed(row, reaching)
    .filter(({ cell }) => cell.rowSpan > 1 && cell.away === undefined)
    .map(({ cell: { rowSpan, columnSpan }, column }) => ({
      column,
      columnSpan,
      left: rowSpan - 1,
    })),
];

const withHeldPlaces = (row: ShownRow, reaching: readonly Reaching[]): readonly ShownCell[] =>
  [
    ...placed(row, reaching),
    ...reaching.map(({ column, columnSpan, left }) => ({
      cell: { header: false, columnSpan, rowSpan: left, children: [] },
      column,
    })),
  ]
    .toSorted((a, b) => a.column - b.column)
    .map(({ cell }) => cell);
