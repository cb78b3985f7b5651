import { t } from '../messages/messages.ts';
import type { LaunchContext } from '../session/session-state.ts';
import { Page } from './Page.tsx';
import { WayBack } from './WayBack.tsx';

/** The session ended and the time to finish reading is over: nothing of the chart is shown. */
export function Locked({ launch }: { readonly launch: LaunchContext }) {
  return (
    <Page title={t('session.lockedHeading')}>
      <p role="status">{t('session.locked')}</p>
      <WayBack launch={launch} />
    </Page>
  );
}
