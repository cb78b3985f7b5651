import { useEffect, useState } from 'react';
import type { CdaSection } from '../../cda/cda-document.ts';
import { filterTextSteps, isFilterTextKnown } from './filter-text.ts';

const SLICE_MILLISECONDS = 10;

/**
 * The filter once the words of all sections are known: until then nothing is filtered, for to gather those of
 * thousands of entries at once would hold the page.
 */
export function useKnownFilter(sections: readonly CdaSection[], filter: string): string {
  const [, tellKnown] = useState({});
  const known = filter.trim() === '' || sections.every(isFilterTextKnown);
  useEffect(
    function gatherInSlices() {
      if (known) return undefined;
      const steps = filterTextSteps(sections);
      let timer = setTimeout(function next() {
        const until = performance.now() + SLICE_MILLISECONDS;
        while (performance.now() < until) {
          if (steps.next().done !== true) continue;
          tellKnown({});
          return;
        }
        timer = setTimeout(next, 0);
      }, 0);
      return () => clearTimeout(timer);
    },
    [known, sections],
  );
  return known ? filter : '';
}
