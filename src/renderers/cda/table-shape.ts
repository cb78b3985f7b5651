import type { NarrativeTable } from '../../cda/cda-document.ts';

/** Rows worth looking at: a form is short. */
const MAX_FORM_ROWS = 60;

/**
 * Whether a table is a form: no head, no header cell, a label and what it says in each row. A third of real
 * tables are, and are read like one when the labels look like labels.
 */
export function isForm(table: NarrativeTable): boolean {
  const rows = table.groups.flatMap((group) => group.rows);
  if (rows.length === 0 || rows.length > MAX_FORM_ROWS) return false;
  return (
    table.groups.every(({ kind }) => kind !== 'head') &&
    rows.every(({ cells }) => cells.length <= 2 && cells.every(({ header }) => !header)) &&
    rows.some(({ cells }) => cells.length === 2)
  );
}
