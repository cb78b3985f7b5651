/**
 * Folds what a table says twice: rows whose resolved grid equals an earlier row's, and columns that are empty in
 * every row. Leaves alone whatever might mean something by its place: headings across the table, rows whose first
 * cells are blank because the row above speaks for them, and the rows above those.
 */
import type {
  Narrative,
  NarrativeCell,
  NarrativeRow,
  NarrativeRows,
  NarrativeTable,
} from '../../cda/narrative.ts';
import { hasWords } from '../../cda/narrative-words.ts';
import { isEmpty, signature } from './cell-signature.ts';
import { resolveGrid, type Grid, type PlacedCell } from './table-grid.ts';

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

interface GridGroup {
  readonly group: NarrativeRows;
  readonly grid: Grid;
}

type Steps<T> = Generator<undefined, T>;

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

/** Rows of one step. */
const STEP = 25;

/** A pause behind every so many rows. */
function* pauseAfter(row: number): Steps<void> {
  if (row % STEP === STEP - 1) yield undefined;
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

function* duplicateRows(
  groups: readonly GridGroup[],
  emptied: ReadonlySet<number>,
): Steps<ReadonlySet<NarrativeRow>> {
  const seen = new Set<string>();
  const duplicates = new Set<NarrativeRow>();
  const usual = yield* usualCells(groups);
  let head = '';
  for (const { group, grid } of groups) {
    if (group.kind === 'head') head = grid.map((line) => lineSignature(line).join('|')).join('\n');
    if (group.kind !== 'body') continue;
    let heading = '';
    let above: readonly string[] = [];
    /** The last row that may head those below it, as it may be a row of its own. */
    let perhaps = '';
    for (const [index, line] of grid.entries()) {
      yield* pauseAfter(index);
      const row = group.rows[index];
      if (row === undefined) continue;
      const texts = lineSignature(line, row);
      if (isHeading(line, emptied)) {
        heading = texts.join('|');
        perhaps = '';
        above = [];
        continue;
      }
      const inherited = leadingFrom(above, texts);
      const short = mayHead(line, row, usual);
      const own = JSON.stringify([texts, inherited]);
      const key = JSON.stringify([head, heading, short && own !== perhaps ? index : perhaps, own]);
      const twice = seen.has(key) || (short && own === perhaps);
      if (twice && !speaksFor(texts, grid[index + 1])) duplicates.add(row);
      seen.add(key);
      if (short) perhaps = own;
      above = inherited;
    }
  }
  return duplicates;
}

const lineSignature = (
  line: readonly (PlacedCell | undefined)[],
  row?: NarrativeRow,
): readonly string[] => line.map((placed) => (placed === undefined ? '' : signature(placed, row)));

const filled = (line: readonly (PlacedCell | undefined)[]): readonly PlacedCell[] =>
  [...new Set(line.filter((placed) => placed !== undefined && !isEmpty(placed.cell)))].filter(
    (placed) => placed !== undefined,
  );

/** How many filled cells most rows of the table have; the higher number where two are as frequent. */
function* usualCells(groups: readonly GridGroup[]): Steps<number> {
  const counts = new Map<number, number>();
  for (const { group, grid } of groups) {
    if (group.kind !== 'body') continue;
    for (const [index, line] of grid.entries()) {
      yield* pauseAfter(index);
      const cells = filled(line).length;
      counts.set(cells, (counts.get(cells) ?? 0) + 1);
    }
  }
  let usual = 0;
  for (const [cells, times] of counts) {
    const best = counts.get(usual) ?? 0;
    if (times > best || (times === best && cells > usual)) usual = cells;
  }
  return usual;
}

/** One cell with words, or none, in a table of several columns: what follows stands under it. */
function isHeading(
  line: readonly (PlacedCell | undefined)[],
  emptied: ReadonlySet<number>,
): boolean {
  const shown = line.filter((_, column) => !emptied.has(column));
  return filled(shown).length <= 1 && shown.length > 1;
}

/** "2019 | fasting": fewer cells than the others, header cells only, or all in bold. */
function mayHead(
  line: readonly (PlacedCell | undefined)[],
  row: NarrativeRow,
  usual: number,
): boolean {
  const cells = filled(line);
  return (
    cells.length < usual ||
    cells.every(({ cell }) => cell.header) ||
    cells.every(({ cell }) => isBold(cell.styles) || isBold(row.styles) || isAllBold(cell.children))
  );
}

const isBold = (styles: NarrativeCell['styles']): boolean =>
  styles?.some((style) => style === 'bold' || style === 'emphasis') === true;

const isAllBold = (nodes: readonly Narrative[]): boolean =>
  nodes
    .filter(hasWords)
    .every(
      (node) =>
        (node.kind === 'content' || node.kind === 'paragraph') &&
        (isBold(node.styles) || isAllBold(node.children)),
    );

/** Authors leave the first cells blank where the row above goes on: what is then meant by them. */
function leadingFrom(above: readonly string[], texts: readonly string[]): readonly string[] {
  const first = texts.findIndex((text) => text !== '');
  return texts.map((text, column) => (column < first ? (above[column] ?? text) : text));
}

/** Whether the next row's blank first cells are meant to be this row's. */
function speaksFor(
  texts: readonly string[],
  next: readonly (PlacedCell | undefined)[] | undefined,
): boolean {
  const first = next?.[0];
  return next !== undefined && texts[0] !== '' && (first === undefined || isEmpty(first.cell));
}

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
