import { useEffect, useState } from 'react';
import type { CdaSection, Narrative, NarrativeTable } from '../../cda/cda-document.ts';
import { condenseTable } from './condense-table.ts';

export interface CondensedCounts {
  readonly rows: number;
  readonly columns: number;
}

const nothing: CondensedCounts = { rows: 0, columns: 0 };

/** How much of the sections is folded; counted in slices while `counting`. */
export function useCondensedCounts(
  sections: readonly CdaSection[],
  counting: boolean,
): CondensedCounts {
  const [counts, setCounts] = useState(nothing);
  useEffect(
    function countInSlices() {
      if (!counting) return undefined;
      const tables = sections.flatMap(tablesOf);
      let at = 0;
      let found = nothing;
      let timer = setTimeout(function next() {
        const until = performance.now() + SLICE_MILLISECONDS;
        for (; at < tables.length && performance.now() < until; at += 1) {
          const table = tables[at];
          if (table === undefined) continue;
          const { foldedRows, foldedColumns } = condenseTable(table);
          found = { rows: found.rows + foldedRows, columns: found.columns + foldedColumns };
        }
        if (at < tables.length) timer = setTimeout(next, 0);
        else setCounts(found);
      }, 0);
      return () => clearTimeout(timer);
    },
    [sections, counting],
  );
  return counting ? counts : nothing;
}

const SLICE_MILLISECONDS = 12;

const tablesOf = (section: CdaSection): NarrativeTable[] => [
  ...(section.narrative ?? []).flatMap(tablesIn),
  ...section.sections.flatMap(tablesOf),
];

function tablesIn(node: Narrative): NarrativeTable[] {
  switch (node.kind) {
    case 'table':
      return [
        node,
        ...node.groups.flatMap(({ rows }) =>
          rows.flatMap(({ cells }) => cells.flatMap(({ children }) => children.flatMap(tablesIn))),
        ),
      ];
    case 'list':
      return node.items.flatMap(({ children }) => children.flatMap(tablesIn));
    default:
      return 'children' in node ? node.children.flatMap(tablesIn) : [];
  }
}
