import type { GeneratedRow } from '../list/list-items.ts';
import { t } from '../messages/messages.ts';
import { documentTitle } from '../model/document-words.ts';
import { LiveRegion } from '../ui/LiveRegion.tsx';

/** Says politely when the newest summary is ready or failed; the person may be reading elsewhere. */
export function SummaryNews({ rows }: { readonly rows: readonly GeneratedRow[] }) {
  const newest = rows[0];
  if (newest === undefined || newest.state.kind === 'making') return <LiveRegion text="" />;
  const { document, state } = newest;
  return (
    <LiveRegion
      text={
        state.kind === 'ready'
          ? t('list.summary.ready', { title: documentTitle(document) })
          : t('list.summary.failed', { cause: state.words.what })
      }
    />
  );
}
