import { useEffect, useState } from 'react';
import type { CdaSection } from '../../cda/cda-document.ts';
import { filterTextSteps, isFilterTextKnown } from './filter-text.ts';
import { inSlices } from './in-slices.ts';

/**
 * The filter once the words of all sections are known: until then nothing is filtered, for to gather those of
 * thousands of entries at once would hold the page.
 */
export function useKnownFilter(sections: readonly CdaSection[], filter: string): string {
  const [, tellKnown] = useState({});
  const known = filter.trim() === '' || sections.every(isFilterTextKnown);
  useEffect(
    function gatherInSlices() {
      return known ? undefined : inSlices(filterTextSteps(sections), () => tellKnown({}));
    },
    [known, sections],
  );
  return known ? filter : '';
}
