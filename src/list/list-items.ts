import type { ClinicalDocument } from '../model/clinical-document.ts';
import type { ProblemWords } from '../ui/Alert.tsx';

/** Where a summary that is made on request stands. Other documents have no such state. */
export type MakingState =
  | { readonly kind: 'making'; readonly since: number; readonly cancel: () => void }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly words: ProblemWords; readonly retry: () => void };

/** A summary made in this session, as a row before all others. */
export interface GeneratedRow {
  readonly document: ClinicalDocument;
  readonly state: MakingState;
}

/** What the list shows from top to bottom: headings and rows. */
export type ListItem =
  | { readonly kind: 'heading'; readonly key: string; readonly label: string }
  | {
      readonly kind: 'row';
      readonly key: string;
      /** From 1, headings not counted: `aria-rowindex`. */
      readonly row: number;
      readonly document: ClinicalDocument;
      readonly making?: MakingState;
    };

export interface MonthGroup {
  readonly label: string;
  readonly documents: readonly ClinicalDocument[];
}

/** Lays generated summaries and months of documents out as one run of headings and rows. */
export function listItems(
  generated: readonly GeneratedRow[],
  generatedLabel: string,
  groups: readonly MonthGroup[],
): readonly ListItem[] {
  const items: ListItem[] = [];
  let row = 0;
  if (generated.length > 0) {
    items.push({ kind: 'heading', key: 'generated', label: generatedLabel });
    for (const { document, state } of generated) {
      row += 1;
      items.push({ kind: 'row', key: document.id, row, document, making: state });
    }
  }
  for (const { label, documents } of groups) {
    items.push({ kind: 'heading', key: `heading ${label}`, label });
    for (const document of documents) {
      row += 1;
      items.push({ kind: 'row', key: document.id, row, document });
    }
  }
  return items;
}
