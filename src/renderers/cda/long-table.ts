/**
 * Long tables are laid out in blocks of rows, so that only the blocks in sight cost anything: a browser lays
 * out a table as one piece, and one of five thousand rows takes longer than one task may.
 */
import type { NarrativeRow, NarrativeRows, NarrativeTable } from '../../cda/cda-document.ts';
import { narrativeText } from '../../cda/section-text.ts';

/** Rows of one block, more only where rows are bound together by a rowspan. */
export const BLOCK_ROWS = 25;

/** Tables with more rows than this are long. */
export const LONG_ROWS = 100;

export const isLong = ({ groups }: NarrativeTable): boolean =>
  groups.reduce((sum, { rows }) => sum + rows.length, 0) > LONG_ROWS;

/** The rows in blocks; no rowspan reaches across a cut. */
export function blocksOf(rows: readonly NarrativeRow[]): readonly (readonly NarrativeRow[])[] {
  const blocks: NarrativeRow[][] = [];
  let block: NarrativeRow[] = [];
  let boundUntil = 0;
  rows.forEach((row, at) => {
    if (block.length >= BLOCK_ROWS && at >= boundUntil) {
      blocks.push(block);
      block = [];
    }
    block.push(row);
    for (const { rowSpan } of row.cells) boundUntil = Math.max(boundUntil, at + rowSpan);
  });
  if (block.length > 0) blocks.push(block);
  return blocks;
}

/** Rows that are looked at for the widths. */
const SAMPLE = 60;

export interface ColumnWidths {
  /** Each column's share of the width in percent. */
  readonly shares: readonly number[];
  /** The width in characters below which words would be cut: then the table scrolls. */
  readonly least: number;
}

/** No column is narrower, in characters; what a cell's edges take is in it. */
const NARROWEST = 10;
const EDGES = 5;
/** A longer word is cut. */
const LONGEST_WORD = 12;

/**
 * How the columns share the width, by what stands in them; undefined where no row has all columns. Blocks are
 * laid out apart, and equal widths are what makes one table of them.
 */
export function columnWidths(groups: readonly NarrativeRows[]): ColumnWidths | undefined {
  const rows = groups.flatMap((group) => group.rows.slice(0, SAMPLE));
  const count = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const full = rows.filter((row) => isFull(row, count));
  if (count === 0 || full.length === 0) return undefined;
  const columns = Array.from({ length: count }, (_, column) => {
    const texts = full.map(({ cells }) => narrativeText(cells[column]?.children ?? []).trim());
    const word = Math.max(
      ...texts.flatMap((text) => text.split(/\s+/)).map(({ length }) => length),
    );
    const longest = Math.max(...texts.map(({ length }) => length));
    const least = Math.max(NARROWEST, Math.min(LONGEST_WORD, word) + EDGES);
    return { least, wanted: Math.max(least, Math.min(45, longest)) };
  });
  const least = columns.reduce((sum, column) => sum + column.least, 0);
  const wanted = columns.reduce((sum, column) => sum + column.wanted, 0);
  // Each has its least; what is left over goes to those that want more.
  const shares = columns.map((column) =>
    least >= wanted
      ? column.least / least
      : (column.least + (column.wanted - column.least) / 2) / ((least + wanted) / 2),
  );
  const narrowest = Math.max(...columns.map((column, at) => column.least / (shares[at] ?? 1)));
  return {
    shares: shares.map((share) => Math.round(share * 1000) / 10),
    least: Math.ceil(narrowest),
  };
}

/** Whether the row has one cell for each column. */
export const isFull = ({ cells }: NarrativeRow, columns: number): boolean =>
  cells.length === columns && cells.every(({ columnSpan }) => columnSpan === 1);
