/**
 * Long tables are laid out in blocks of rows, so that only the blocks in sight cost anything: a browser lays
 * out a table as one piece, and one of five thousand rows takes longer than one task may.
 */
import type { NarrativeRow, NarrativeTable } from '../../cda/cda-document.ts';

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
