/**
 * Folds what a table says twice: rows whose resolved grid equals an earlier row's, and columns that are empty in
 * every row. Leaves alone whatever might mean something by its place: headings across the table, rows whose first
 * cells are blank because the row above speaks for them, and the rows above those.
 */
import type {
  NarrativeCell,
  NarrativeRow,
  NarrativeRows,
  NarrativeTable,
} from '../../cda/narrative.ts';
import { isEmpty } from './cell-signature.ts';
import { duplicateRows, type GridGroup } from './duplicate-rows.ts';
import { resolveGrid, type Grid, type PlacedCell } from './table-grid.ts';
import { pauseAfter, type Steps } from './table-steps.ts';

/** A cell that is folded away, or shown. */
export interface ShownCell extends NarrativeCell {
  readonly away?: true;
}

export interface ShownRow extends NarrativeRow {
  readonly cells: readonly ShownCell[];
  readonly away?: true;
}

export interface ShownRows extends NarrativeRows {
  readonly rows: readonly ShownRow[];
}

/** A table of which parts may be folded away; they stay in it, so that find reaches their words. */
export interface ShownTable extends NarrativeTable {
  readonly groups: readonly ShownRows[];
}

export interface CondensedTable {
  readonly table: ShownTable;
  readonly foldedRows: number;
  readonly foldedColumns: number;
}

const known = new WeakMap<NarrativeTable, CondensedTable>();
/** What somebody has begun, so that others go on with it. */
const begun = new WeakMap<NarrativeTable, Steps<CondensedTable>>();

/** What `condenseSteps` found; undefined where they have not been taken to the end. */
export const knownCondensed = (table: NarrativeTable): CondensedTable | undefined =>
  known.get(table);

/** The table with its duplicate rows and empty columns folded; the very same table where there are none. */
export function condenseTable(table: NarrativeTable): CondensedTable {
  const steps = condenseSteps(table);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

/** The same in short steps. Several may take them in turns. */
export function* condenseSteps(table: NarrativeTable): Steps<CondensedTable> {
  for (;;) {
    const found = known.get(table);
    if (found !== undefined) return found;
    const steps = begun.get(table) ?? condense(table);
    begun.set(table, steps);
    const step = steps.next();
    if (step.done === true) known.set(table, step.value);
    else yield undefined;
  }
}

function* condense(table: NarrativeTable): Steps<CondensedTable> {
  const unchanged = { table, foldedRows: 0, foldedColumns: 0 };
  const groups: GridGroup[] = [];
  for (const group of table.groups) {
    const grid = resolveGrid(group.rows);
    if (grid === undefined) return unchanged;
    groups.push({ group, grid });
    yield undefined;
  }
  const columns = yield* emptyColumns(groups);
  const rows = yield* duplicateRows(groups, columns);
  if (columns.size === 0 && rows.size === 0) return unchanged;
  const shown: ShownRows[] = [];
  for (const group of groups) shown.push(yield* rebuild(group, rows, columns));
  return {
    table: { ...table, groups: shown },
    foldedRows: rows.size,
    foldedColumns: columns.size,
  };
}

/** Columns without a word in any row of the body; a cell across several columns counts for its first. */
function* emptyColumns(groups: readonly GridGroup[]): Steps<ReadonlySet<number>> {
  const body = groups.filter(({ group }) => group.kind !== 'head').flatMap(({ grid }) => grid);
  const width = Math.max(0, ...groups.map(({ grid }) => widthOf(grid)));
  if (body.length === 0) return new Set();
  const empty = new Set(Array.from({ length: width }, (_, column) => column));
  for (const [index, line] of body.entries()) {
    yield* pauseAfter(index);
    for (const column of empty) {
      const placed = line[column];
      if (placed?.column === column && !isEmpty(placed.cell)) empty.delete(column);
    }
    if (empty.size === 0) break;
  }
  return empty.size < width ? empty : new Set();
}

const widthOf = (grid: Grid): number =>
  grid.reduce((width, line) => Math.max(width, line.length), 0);

/** The group with rows and columns folded; every place that stays shows the cell it showed before. */
function* rebuild(
  { group, grid }: GridGroup,
  folded: ReadonlySet<NarrativeRow>,
  columns: ReadonlySet<number>,
): Steps<ShownRows> {
  const keptRow = group.rows.map((row) => !folded.has(row));
  const spansOf = ({ row, rowEnd, column, columnEnd }: PlacedCell) => ({
    rowSpan: count(row, rowEnd, (at) => keptRow[at] === true),
    columnSpan: count(column, columnEnd, (at) => !columns.has(at)),
  });
  const rows: ShownRow[] = [];
  const written = new Set<PlacedCell>();
  for (const [index, row] of group.rows.entries()) {
    yield* pauseAfter(index);
    const kept = keptRow[index] === true;
    const cells: ShownCell[] = [];
    let gap = 0;
    for (const [column, placed] of (grid[index] ?? []).entries()) {
      if (placed === undefined) {
        if (kept && !columns.has(column)) gap += 1;
        continue;
      }
      const { rowSpan, columnSpan } = spansOf(placed);
      const shown = rowSpan > 0 && columnSpan > 0;
      const here = shown ? kept && !columns.has(column) : placed.row === index;
      if (!here || written.has(placed)) continue;
      written.add(placed);
      if (!shown) {
        cells.push({ ...placed.cell, away: true });
        continue;
      }
      for (; gap > 0; gap -= 1) cells.push(filler);
      cells.push({ ...placed.cell, rowSpan, columnSpan });
    }
    rows.push({ ...row, cells, ...(kept ? {} : { away: true }) });
  }
  return { ...group, rows };
}

const filler: NarrativeCell = { header: false, columnSpan: 1, rowSpan: 1, children: [] };

function count(from: number, to: number, kept: (at: number) => boolean): number {
  let found = 0;
  for (let at = from; at < to; at += 1) if (kept(at)) found += 1;
  return found;
}
