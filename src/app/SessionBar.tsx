import { t } from '../messages/messages.ts';
import type { LaunchContext, SessionEndReason } from '../session/session-state.ts';
import { Alert } from '../ui/Alert.tsx';
import { WayBack } from './WayBack.tsx';

export interface SessionEnd {
  readonly reason: SessionEndReason;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly uri?: string;
}

export interface SessionBarProps {
  readonly launch: LaunchContext;
  readonly end: SessionEnd;
  readonly graceMinutes: number;
}

/** Says that the session ended, what still can be done, and the right way back. */
export function SessionBar({ launch, end, graceMinutes }: SessionBarProps) {
  return (
    <div className="session-bar">
      <Alert
        tone="warning"
        words={{
          what: t(end.reason === 'refused' ? 'session.endedRefused' : 'session.endedExpired'),
          todo: t('session.endedGrace', { minutes: graceMinutes }),
        }}
      >
        <WayBack launch={launch} />
        {end.uri === undefined ? null : (
          <a href={end.uri} target="_blank" rel="noopener noreferrer">
            {t('session.moreInformation')}
          </a>
        )}
      </Alert>
    </div>
  );
}
