import { t } from '../messages/messages.ts';
import type { LaunchContext } from '../session/session-state.ts';
import { signInAddress } from './sign-in-address.ts';

/** How to go on after a session ended: only the record system can open an EHR launch again. */
export function WayBack({ launch }: { readonly launch: LaunchContext }) {
  if (launch.launchedBy === 'ehr') return <span>{t('session.endedEhr')}</span>;
  return (
    <a className="button" href={signInAddress(launch)}>
      {t('session.signInAgain')}
    </a>
  );
}
