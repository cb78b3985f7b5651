import { useEffect, useState } from 'react';
import type { CdaSection } from '../../cda/cda-document.ts';
import { countCondensed, type CondensedCounts } from './count-condensed.ts';
import { inSlices } from './in-slices.ts';

const nothing: CondensedCounts = { rows: 0, columns: 0 };

/** How much of the sections is folded; counted in slices while `counting`. */
export function useCondensedCounts(
  sections: readonly CdaSection[],
  counting: boolean,
): CondensedCounts {
  const [counts, setCounts] = useState(nothing);
  useEffect(
    function count() {
      return counting ? inSlices(countCondensed(sections), setCounts) : undefined;
    },
    [sections, counting],
  );
  return counting ? counts : nothing;
}
