import { t } from '../messages/messages.ts';
import type { LaunchContext } from '../session/session-state.ts';
import { Page } from './Page.tsx';
import { WayBack } from './WayBack.tsx';

export interface LockedProps {
  readonly launch: LaunchContext;
  /** After how long without a sign of life it was closed; 0: not for that, but at the session's end. */
  readonly idleMinutes: number;
}

/** The session is over, and nothing of the chart is shown: only what opened it opens it again. */
export function Locked({ launch, idleMinutes }: LockedProps) {
  return (
    <Page title={t('session.lockedHeading')}>
      <p role="status">
        {idleMinutes === 0
          ? t('session.locked')
          : t('session.lockedIdle', { minutes: idleMinutes })}
      </p>
      <p>
        <WayBack launch={launch} />
      </p>
    </Page>
  );
}
