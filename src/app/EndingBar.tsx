import { useState } from 'react';
import { t } from '../messages/messages.ts';
import type { LaunchContext } from '../session/session-state.ts';
import { Alert } from '../ui/Alert.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { timeWords } from './time-words.ts';
import { WayBack } from './WayBack.tsx';

export interface EndingBarProps {
  readonly launch: LaunchContext;
  /** Milliseconds since 1970. */
  readonly endsAt: number;
  /** The end is near: said to everybody, and not to be put away. */
  readonly isNear: boolean;
  /** The sign-in was just completed: said once, quietly. */
  readonly isNew: boolean;
}

/** Of a session that nobody can prolong: until when it lasts, at its start; that it ends, before it does. */
export function EndingBar({ launch, endsAt, isNear, isNew }: EndingBarProps) {
  const [isPutAway, setPutAway] = useState(false);
  const [now] = useState(() => Date.now());
  const time = timeWords(endsAt, now);
  if (isNear) {
    return (
      <div className="session-bar">
        <Alert tone="warning" words={{ what: t('session.endsSoon', { time }) }}>
          <WayBack launch={launch} />
        </Alert>
      </div>
    );
  }
  if (!isNew || isPutAway) return null;
  const words = launch.launchedBy === 'ehr' ? 'session.endsAtEhr' : 'session.endsAtStandalone';
  return (
    <div className="session-bar session-bar-quiet">
      <p role="status">{t(words, { time })}</p>
      <IconButton icon="close" label={t('ui.close')} onClick={() => setPutAway(true)} />
    </div>
  );
}
