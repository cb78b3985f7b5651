import { useMemo, type ReactNode } from 'react';
import type { CdaSection } from '../../cda/cda-document.ts';
import type { Narrative } from '../../cda/narrative.ts';
import { t } from '../../messages/messages.ts';
import { withBreaks } from './break-text.ts';
import { factsTable } from './facts-table.ts';
import { NarrativeTableView } from './NarrativeTableView.tsx';

interface EntryFactsTableProps {
  readonly section: CdaSection;
  readonly title: string;
}

/** What the coded entries say, for a section whose author wrote no text. */
export function EntryFactsTable({ section, title }: EntryFactsTableProps) {
  const table = useMemo(() => factsTable(section), [section]);
  return (
    <NarrativeTableView
      table={table}
      within={t('cda.facts.caption', { title })}
      renderNodes={textOf}
    />
  );
}

const textOf = (nodes: readonly Narrative[]): ReactNode =>
  nodes.map((node) => (node.kind === 'text' ? withBreaks(node.text) : ''));
