import { memo, type ReactNode } from 'react';
import type { Narrative, NarrativeTable } from '../../cda/narrative.ts';
import { NarrativeTableView } from './NarrativeTableView.tsx';
import { useCondensedTable } from './use-condensed-table.ts';
import { useReadingView } from './use-reading-view.ts';

interface TableViewProps {
  readonly table: NarrativeTable;
  readonly within: string;
  readonly renderNodes: (nodes: readonly Narrative[]) => ReactNode;
}

/** A table as authored, or condensed where the reader wants it so. */
export function TableView({ table, within, renderNodes }: TableViewProps) {
  const wanted = useReadingView(({ condense, printing }) => condense && !printing);
  const shown = useCondensedTable(table, wanted);
  return <SameTable table={shown} within={within} renderNodes={renderNodes} />;
}

/** A table that condensing does not change is not rendered again. */
const SameTable = memo(NarrativeTableView);
