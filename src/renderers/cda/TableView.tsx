import { memo, useDeferredValue, type ReactNode } from 'react';
import type { Narrative, NarrativeTable } from '../../cda/cda-document.ts';
import { condenseTable } from './condense-table.ts';
import { NarrativeTableView } from './NarrativeTableView.tsx';
import { useReadingView } from './use-reading-view.ts';

interface TableViewProps {
  readonly table: NarrativeTable;
  readonly within: string;
  readonly renderNodes: (nodes: readonly Narrative[]) => ReactNode;
}

/** A table as authored, or condensed where the reader wants it so. */
export function TableView({ table, within, renderNodes }: TableViewProps) {
  const wanted = useReadingView(({ condense, printing }) => condense && !printing);
  // All tables of a long document change in slices.
  const condensed = useDeferredValue(wanted);
  const shown = condensed ? condenseTable(table).table : table;
  return <SameTable table={shown} within={within} renderNodes={renderNodes} />;
}

/** A table that condensing does not change is not rendered again. */
const SameTable = memo(NarrativeTableView);
