/** Which rows of a table say what a row above them has said. */
import type { Narrative, NarrativeCell, NarrativeRow, NarrativeRows } from '../../cda/narrative.ts';
import { hasWords } from '../../cda/narrative-words.ts';
import { isEmpty, signature } from './cell-signature.ts';
import type { Grid, PlacedCell } from './table-grid.ts';
import { pauseAfter, type Steps } from './table-steps.ts';

export interface GridGroup {
  readonly group: NarrativeRows;
  readonly grid: Grid;
}

/** Rows whose cells, and the headings that they stand under, equal an earlier row's. */
export function* duplicateRows(
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
