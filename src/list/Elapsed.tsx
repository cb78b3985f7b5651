import { t } from '../messages/messages.ts';
import { useElapsedSeconds } from '../ui/use-elapsed.ts';

/** "Being made, 0:42", counted on. */
export function Elapsed({ since }: { readonly since: number }) {
  const seconds = useElapsedSeconds(since);
  const elapsed = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return t('list.summary.making', { elapsed });
}
