import { useEffect, useState } from 'react';
import type { DocumentsState, SearchState } from '../documents/documents-state.ts';
import { t } from '../messages/messages.ts';
import { Progress } from '../ui/Progress.tsx';

const slowAfterMilliseconds = 8000;

/** "Loading documents… 200 of about 1,400", and after a while that the server is slow. */
export function LoadProgress({ state }: { readonly state: DocumentsState }) {
  const [slow, setSlow] = useState(false);
  useEffect(function noticeSlowness() {
    const timer = setTimeout(() => setSlow(true), slowAfterMilliseconds);
    return () => clearTimeout(timer);
  }, []);
  const { received, total } = loadCounts(Object.values(state.searches));
  const label =
    received === 0
      ? t('list.loading')
      : total === undefined
        ? t('list.loadingCount', { received })
        : t('list.loadingOf', { received, total });
  return (
    <div className="load-progress">
      <Progress
        label={slow && received === 0 ? t('list.slow') : label}
        {...(total === undefined ? {} : { value: received, max: total })}
      />
    </div>
  );
}

/** How many documents came, and of how many if every search under way says so. */
export function loadCounts(searches: readonly SearchState[]): {
  readonly received: number;
  readonly total?: number;
} {
  let received = 0;
  let total: number | undefined = 0;
  for (const search of searches) {
    if (search.kind === 'notGranted' || search.kind === 'failed') continue;
    received += search.received;
    const of = search.kind === 'loading' ? search.total : search.received;
    total = of === undefined || total === undefined ? undefined : total + of;
  }
  return total === undefined ? { received } : { received, total: Math.max(total, received) };
}

/** Is any search still under way? */
export const isLoading = (state: DocumentsState): boolean =>
  Object.values(state.searches).some((search) => search.kind === 'loading');
