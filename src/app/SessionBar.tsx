import { t } from '../messages/messages.ts';
import type { LaunchContext, SessionEndReason } from '../session/session-state.ts';
import { Alert } from '../ui/Alert.tsx';
import { WayBack } from './WayBack.tsx';

export interface SessionBarProps {
  readonly launch: LaunchContext;
  readonly reason: SessionEndReason;
  readonly graceMinutes: number;
}

/** Says that the session ended, what still can be done, and the right way back. */
export function SessionBar({ launch, reason, graceMinutes }: SessionBarProps) {
  return (
    <div className="session-bar">
      <Alert
        tone="warning"
        words={{
          what: t(reason === 'refused' ? 'session.endedRefused' : 'session.endedExpired'),
          todo: t('session.endedGrace', { minutes: graceMinutes }),
        }}
      >
        <WayBack launch={launch} />
      </Alert>
    </div>
  );
}
