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

/**
 * Each column's share of the width in percent, by the length of what stands in it; undefined where no row has
 * all columns. Blocks are laid out apart, and equal widths are what makes one table of them.
 */
export function columnShares(groups: readonly NarrativeRows[]): readonly number[] | undefined {
  const rows = groups.flatMap((group) => group.rows.slice(0, SAMPLE));
  const count = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const full = rows.filter((row) => isFull(row, count));
  if (count === 0 || full.length === 0) return undefined;
  const lengths = Array.from({ length: count }, (_, column) =>
    Math.max(
      ...full.map(({ cells }) => {
        const length = narrativeText(cells[column]?.children ?? []).trim().length;
        return Math.min(60, Math.max(6, length));
      }),
    ),
  );
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return lengths.map((length) => Math.round((length / total) * 1000) / 10);
}

/** Whether the row has one cell for each column. */
export const isFull = ({ cells }: NarrativeRow, columns: number): boolean =>
  cells.length === columns && cells.every(({ columnSpan }) => columnSpan === 1);
