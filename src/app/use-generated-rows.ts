import { useMemo } from 'react';
import type { Summaries, SummaryError } from '../ccd/create-summaries.ts';
import { fhirErrorWords } from '../list/fhir-error-words.ts';
import type { GeneratedRow, MakingState } from '../list/list-items.ts';
import { t } from '../messages/messages.ts';
import { contentErrorWords } from '../reader/content-error-words.ts';
import { assertNever } from '../shared/assert-never.ts';
import type { ProblemWords } from '../ui/Alert.tsx';
import { useObservable } from '../ui/use-observable.ts';

/** The summaries of this session as rows of the list. */
export function useGeneratedRows(summaries: Summaries): readonly GeneratedRow[] {
  const list = useObservable(summaries.list);
  return useMemo(
    () =>
      list.map(({ id, document, state }) => {
        const making: MakingState =
          state.kind === 'making'
            ? { ...state, cancel: () => summaries.cancel(id) }
            : state.kind === 'failed'
              ? {
                  kind: 'failed',
                  words: summaryErrorWords(state.error),
                  retry: () => summaries.retry(id),
                }
              : state;
        return { document, state: making };
      }),
    [list, summaries],
  );
}

function summaryErrorWords(error: SummaryError): ProblemWords {
  switch (error.kind) {
    case 'link':
      return fhirErrorWords(error.error);
    case 'content':
      return contentErrorWords(error.error);
    case 'nothingOffered':
      return { what: t('list.summary.nothingOffered') };
    default:
      return assertNever(error);
  }
}
