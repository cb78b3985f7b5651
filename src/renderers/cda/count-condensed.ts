import type { CdaSection } from '../../cda/cda-document.ts';
import type { Narrative, NarrativeRow, NarrativeTable } from '../../cda/narrative.ts';
import { condenseSteps } from './condense-table.ts';

export interface CondensedCounts {
  readonly rows: number;
  readonly columns: number;
}

/** How much of the sections condensing folds, tables within tables included. Each step is short. */
export function* countCondensed(
  sections: readonly CdaSection[],
): Generator<undefined, CondensedCounts> {
  let [rows, columns] = [0, 0];
  for (const table of tablesOf(sections)) {
    if (table === undefined) {
      yield undefined;
      continue;
    }
    const { foldedRows, foldedColumns } = yield* condenseSteps(table);
    rows += foldedRows;
    columns += foldedColumns;
  }
  return { rows, columns };
}

/** Undefined where there is none yet. */
type Tables = Generator<NarrativeTable | undefined, void>;

function* tablesOf(sections: readonly CdaSection[]): Tables {
  for (const { narrative, sections: nested } of sections) {
    yield* tablesIn(narrative ?? []);
    yield* tablesOf(nested);
  }
}

function* tablesIn(nodes: readonly Narrative[]): Tables {
  for (const node of nodes) {
    if (node.kind === 'text') continue;
    yield node.kind === 'table' ? node : undefined;
    switch (node.kind) {
      case 'table':
        for (const { rows } of node.groups) yield* tablesInRows(rows);
        break;
      case 'list':
        for (const { children } of node.items) yield* tablesIn(children);
        break;
      default:
        if ('children' in node) yield* tablesIn(node.children);
    }
  }
}

function* tablesInRows(rows: readonly NarrativeRow[]): Tables {
  for (const { cells } of rows) {
    yield undefined;
    for (const { children } of cells) yield* tablesIn(children);
  }
}
