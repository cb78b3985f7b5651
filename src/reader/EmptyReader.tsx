import { t } from '../messages/messages.ts';
import { Progress } from '../ui/Progress.tsx';
import './reader.css';

/** The reading pane without a document. */
export function EmptyReader({ state }: { readonly state: 'none' | 'opening' | 'gone' }) {
  return (
    <main
      className="reader reader-empty"
      aria-label={t('reader.none')}
      aria-busy={state === 'opening'}
    >
      {state === 'opening' ? (
        <Progress label={t('reader.opening')} />
      ) : (
        <p>{t(state === 'gone' ? 'reader.gone' : 'reader.noneHint')}</p>
      )}
    </main>
  );
}
