import { t } from '../messages/messages.ts';
import type { LaunchContext } from '../session/session-state.ts';

/** How to go on after a session ended: only the record system can open an EHR launch again. */
export function WayBack({ launch }: { readonly launch: LaunchContext }) {
  if (launch.launchedBy === 'ehr') return <span>{t('session.endedEhr')}</span>;
  const address = `${window.location.pathname}?iss=${encodeURIComponent(launch.iss)}`;
  return (
    <a className="button" href={address}>
      {t('session.signInAgain')}
    </a>
  );
}
