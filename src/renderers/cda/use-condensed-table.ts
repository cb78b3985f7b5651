import { startTransition, useDeferredValue, useEffect, useState } from 'react';
import type { NarrativeTable } from '../../cda/narrative.ts';
import { condenseSteps, condenseTable, knownCondensed, type ShownTable } from './condense-table.ts';
import { inSlices } from './in-slices.ts';
import { isLong } from './long-table.ts';

/** The table as it is shown. To condense a long one takes a while: until then it is as authored. */
export function useCondensedTable(table: NarrativeTable, wanted: boolean): ShownTable {
  // All tables of a long document change in slices.
  const condensed = useDeferredValue(wanted);
  const [, tellKnown] = useState({});
  const known =
    knownCondensed(table) ?? (condensed && !isLong(table) ? condenseTable(table) : undefined);
  const waiting = condensed && known === undefined;
  useEffect(
    function condenseInSlices() {
      return waiting
        ? inSlices(condenseSteps(table), () => startTransition(() => tellKnown({})))
        : undefined;
    },
    [waiting, table],
  );
  return condensed && known !== undefined ? known.table : table;
}
