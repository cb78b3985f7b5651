/**
 * How wide the columns of a long table are. Its blocks are laid out apart, and equal widths are what makes one
 * table of them; so the widths come from the words, before anything is laid out.
 */
import type { Narrative, NarrativeRow, NarrativeRows } from '../../cda/narrative.ts';
import { narrativeText } from '../../cda/section-text.ts';
import { breakParts } from './break-text.ts';

/** A column takes what it needs, and its share of what the table is wider than all need; in em, edges left out. */
export interface ColumnWidth {
  readonly least: number;
  /** All shares together are 1. */
  readonly share: number;
}

/** Rows that are looked at, all over the table. */
const SAMPLE = 60;
/** In em. A longer word is cut. */
const LONGEST_WORD = 11;
/** In em. A column that holds sentences wants no more. */
const WIDEST = 24;

/** One width for each column; undefined where no row has all columns. */
export function columnWidths(groups: readonly NarrativeRows[]): readonly ColumnWidth[] | undefined {
  const rows = groups.flatMap(({ rows: all }) => sampled(all));
  const count = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const full = rows.filter((row) => isFull(row, count));
  if (count === 0 || full.length === 0) return undefined;
  const columns = Array.from({ length: count }, (_, column) => {
    let least = 2;
    let wanted = 0;
    for (const { cells } of full) {
      const cell = cells[column];
      const text = narrativeText(cell?.children ?? []).trim();
      const boldness = cell?.header === true || cell?.children.some(isMarked) ? 1.15 : 1;
      for (const part of text.split(/\s+/).flatMap(breakParts)) {
        least = Math.max(least, Math.min(LONGEST_WORD, textWidth(part) * boldness));
      }
      wanted = Math.max(wanted, Math.min(WIDEST, textWidth(text)));
    }
    return { least, more: Math.max(0.5, wanted - least) };
  });
  const more = columns.reduce((sum, column) => sum + column.more, 0);
  return columns.map((column) => ({
    least: Math.round(column.least * 100) / 100,
    share: Math.round((column.more / more) * 10_000) / 10_000,
  }));
}

const sampled = (rows: readonly NarrativeRow[]): readonly NarrativeRow[] => {
  const step = Math.ceil(rows.length / SAMPLE);
  return rows.filter((_, index) => index % step === 0);
};

/** Anything but plain text may be bold. */
const isMarked = ({ kind }: Narrative): boolean => kind !== 'text' && kind !== 'break';

const NARROW = /[iljtfrI.,:;'|!()[\]{}/\- ]/g;
const WIDE = /[mwMW@%]/g;
const CAPITAL = /[A-HJ-LN-VX-Z]/g;

/** About as wide as the text is in the widest of the usual system faces, in em. */
function textWidth(text: string): number {
  const count = (letters: RegExp): number => text.match(letters)?.length ?? 0;
  const [narrow, wide, capital] = [count(NARROW), count(WIDE), count(CAPITAL)];
  return (
    (text.length - narrow - wide - capital) * 0.63 + narrow * 0.4 + wide * 0.95 + capital * 0.73
  );
}

/** Whether the row has one cell for each column. */
export const isFull = ({ cells }: NarrativeRow, columns: number): boolean =>
  cells.length === columns && cells.every(({ columnSpan }) => columnSpan === 1);
