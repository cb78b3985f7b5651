import type { NarrativeCell, NarrativeRow } from '../../cda/narrative.ts';

/** A cell with the place it has among all rows and columns of its group. */
export interface PlacedCell {
  readonly cell: NarrativeCell;
  readonly row: number;
  readonly column: number;
  /** Past the last row and column it covers; rows end with the group, as in HTML. */
  readonly rowEnd: number;
  readonly columnEnd: number;
}

/** Rows × columns of a row group; a gap is where no cell reaches. */
export type Grid = readonly (readonly (PlacedCell | undefined)[])[];

/** Beyond this many places a grid is an attack or a mistake, not a table. */
const MAX_PLACES = 500_000;

/** The rows with all spans expanded as HTML lays them out; undefined where that would be too large. */
export function resolveGrid(rows: readonly NarrativeRow[]): Grid | undefined {
  const grid: (PlacedCell | undefined)[][] = rows.map(() => []);
  let places = 0;
  for (const [row, { cells }] of rows.entries()) {
    let column = 0;
    for (const cell of cells) {
      while (grid[row]?.[column] !== undefined) column += 1;
      const rowEnd = Math.min(rows.length, row + cell.rowSpan);
      const columnEnd = column + cell.columnSpan;
      places += (rowEnd - row) * cell.columnSpan;
      if (places > MAX_PLACES) return undefined;
      const placed = { cell, row, column, rowEnd, columnEnd };
      for (let r = row; r < rowEnd; r += 1) {
        const line = grid[r];
        if (line === undefined) continue;
        while (line.length < columnEnd) line.push(undefined);
        for (let c = column; c < columnEnd; c += 1) line[c] ??= placed;
      }
      column = columnEnd;
    }
  }
  return grid;
}
