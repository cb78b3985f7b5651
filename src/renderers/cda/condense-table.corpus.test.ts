import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CdaSection } from '../../cda/cda-document.ts';
import type { Narrative, NarrativeTable } from '../../cda/narrative.ts';
import { createCdaParser } from '../../cda/parse-cda.ts';
import { narrativeText } from '../../cda/section-text.ts';
import { condenseTable, type ShownTable } from './condense-table.ts';

const corpus = process.env['CORPUS_DIR'];

function tablesOf(file: string): NarrativeTable[] {
  const tables: NarrativeTable[] = [];
  const walk = (nodes: readonly Narrative[]): void => {
    for (const node of nodes) {
      if (node.kind === 'table') {
        tables.push(node);
        for (const { rows } of node.groups) {
          for (const { cells } of rows) for (const { children } of cells) walk(children);
        }
      } else if (node.kind === 'list') for (const { children } of node.items) walk(children);
      else if ('children' in node) walk(node.children);
    }
  };
  const visit = (section: CdaSection): void => {
    walk(section.narrative ?? []);
    section.sections.forEach(visit);
  };
  const parser = createCdaParser({}, (event) => {
    if (event.kind === 'section') visit(event.section);
  });
  parser.write(readFileSync(join(corpus ?? '', 'ccda', file)));
  parser.end();
  return tables;
}

const lines = (table: ShownTable): string[] =>
  table.groups.flatMap(({ rows }) =>
    rows
      .filter(({ away }) => away === undefined)
      .map(({ cells }) =>
        cells
          .map(({ children }) => narrativeText(children).replace(/\s+/g, ' ').trim())
          .join(' | '),
      ),
  );

describe.runIf(corpus !== undefined)('Condensing real tables', () => {
  it('keeps two weights that differ by a date in a row span', () => {
    const weights = tablesOf('allscripts-inpatient-ccd.xml').filter((table) =>
      lines(table).some((line) => /weight/i.test(line)),
    );
    expect(weights.length).toBeGreaterThan(0);
    for (const table of weights) {
      const kept = lines(condenseTable(table).table).filter((line) => /weight/i.test(line));
      expect(kept).toHaveLength(lines(table).filter((line) => /weight/i.test(line)).length);
    }
  });

  it('folds rows that are said twice', () => {
    const folded = ['emerge-1.xml', 'emerge-130.xml', 'emerge-170.xml']
      .flatMap(tablesOf)
      .map((table) => condenseTable(table).foldedRows);
    expect(folded.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
  });
});
