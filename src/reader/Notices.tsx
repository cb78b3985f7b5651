import { t } from '../messages/messages.ts';
import type { ViewState } from './view-state.ts';

/** Worth saying, nothing is lost: one line each. */
export function Notices({ notices }: Pick<ViewState, 'notices'>) {
  if (notices.length === 0) return null;
  return (
    <ul className="reader-notices" aria-label={t('reader.notices')}>
      {notices.map(({ id, sentence }) => (
        <li key={id}>{t(sentence.key, sentence.values)}</li>
      ))}
    </ul>
  );
}
