import { describe, expect, it } from 'vitest';
import type { NarrativeCell, NarrativeRow } from '../../cda/narrative.ts';
import { columnWidths } from './table-widths.ts';

const cell = (text: string, columnSpan = 1): NarrativeCell => ({
  header: false,
  columnSpan,
  rowSpan: 1,
  children: [{ kind: 'text', text }],
});
const row = (...texts: readonly string[]): NarrativeRow => ({
  cells: texts.map((text) => cell(text)),
});
const widthsOf = (...rows: readonly NarrativeRow[]) => columnWidths([{ kind: 'body', rows }]) ?? [];

describe('Column widths of a long table', () => {
  it('share out all that is left over', () => {
    const widths = widthsOf(row('a', 'word '.repeat(20)), row('b', 'c'));
    expect(widths.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 3);
    expect(widths[1]?.share).toBeGreaterThan(0.9);
  });

  it('leave every column room for its longest word', () => {
    const [flag, range] = widthsOf(row('Flag', 'Reference range of it'));
    expect(flag?.least).toBeGreaterThan(2);
    expect(flag?.least).toBeLessThan(3);
    expect(range?.least).toBeGreaterThan(5);
    expect(range?.least).toBeLessThan(6.5);
  });

  it('count a word that may be parted by its parts', () => {
    const [whole, parted] = widthsOf(row('xxxxxxxxxxxxxxxx', 'xxxxxxxx/xxxxxxx'));
    expect(parted?.least).toBeLessThan((whole?.least ?? 0) * 0.6);
  });

  it('are those of the whole table, not of its first rows', () => {
    const rows = Array.from({ length: 600 }, (_, at) => row(at < 300 ? 'a' : 'immunisation'));
    expect(widthsOf(...rows)[0]?.least).toBeGreaterThan(6);
  });

  it('are absent where no row has all columns', () => {
    expect(columnWidths([{ kind: 'body', rows: [{ cells: [cell('a', 2)] }] }])).toBeUndefined();
  });
});
