import type { NarrativeTable } from '../../cda/narrative.ts';
import { narrativeText } from '../../cda/section-text.ts';

/** Rows worth looking at: a form is short. */
const MAX_FORM_ROWS = 60;

/** A label says what is meant, no value: it is short and has no digits. */
const LABEL = /^[^\d]{1,40}$/;

/**
 * Whether a table is a form: no head, no header cell, a label and what it says in each row. Many real tables
 * are, and are read like one when the labels look like labels.
 */
export function isForm(table: NarrativeTable): boolean {
  const rows = table.groups.flatMap((group) => group.rows);
  if (rows.length < 2 || rows.length > MAX_FORM_ROWS) return false;
  return (
    table.groups.every(({ kind }) => kind !== 'head') &&
    rows.every(({ cells: [label, ...values] }) => {
      if (label === undefined || label.header || values.length !== 1) return false;
      return values[0]?.header === false && LABEL.test(narrativeText(label.children).trim());
    })
  );
}

/** From so many columns on a table is set smaller and closer, so that it need not scroll so soon. */
const MANY_COLUMNS = 7;

/** Whether one of the first rows has many cells. */
export const hasManyColumns = ({ groups }: NarrativeTable): boolean =>
  groups.some(({ rows }) =>
    rows
      .slice(0, 10)
      .some(
        ({ cells }) => cells.reduce((sum, { columnSpan }) => sum + columnSpan, 0) >= MANY_COLUMNS,
      ),
  );
