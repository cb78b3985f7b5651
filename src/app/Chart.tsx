/** The chart of one launch: who the patient is, their documents, the open one. Wires houses, decides nothing. */
import { QueryClientProvider } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { Config } from '../config/config.ts';
import type { LaunchContext } from '../session/session-state.ts';
import type { Session } from '../session/session.ts';
import { chartServices } from './chart-services.ts';
import { ChartScreen } from './ChartScreen.tsx';
import { warningSeconds } from './idle-watch.ts';
import { Locked } from './Locked.tsx';
import { closeChart } from './open-charts.ts';
import type { SessionEnd } from './SessionBar.tsx';
import { StayDialog, type StayDialogProps } from './StayDialog.tsx';
import { useIdleLock } from './use-idle-lock.ts';
import { useReached } from './use-reached.ts';
import { useSessionLife, type SessionOutlook } from './use-session-life.ts';

export interface ChartProps {
  readonly config: Config;
  readonly session: Session;
  readonly launch: LaunchContext;
  /** The sign-in was just completed. */
  readonly isNew: boolean;
  /** Why and when the session ended, if it did: what is open stays for a while. */
  readonly end: SessionEnd | undefined;
}

export function Chart({ config, session, launch, isNew, end }: ChartProps) {
  const graceMinutes = config.graceMinutes[launch.launchedBy];
  const graceOver = useReached(end && end.at + graceMinutes * 60_000);
  const endIdle = useCallback(() => session.end('idle'), [session]);
  const { idleLockMinutes } = config;
  const idle = useIdleLock(session.activity, idleLockMinutes, endIdle);
  const outlook = useSessionLife(session, end !== undefined);
  const question = questionOf(session, outlook, idle === 'warned' ? idleLockMinutes : undefined);
  const stay = async () => {
    session.activity.note();
    return outlook.kind === 'asked' ? session.stay() : true;
  };
  const locked = graceOver || end?.reason === 'idle';
  useEffect(
    function closeWhatIsNoLongerShown() {
      if (locked) closeChart();
    },
    [locked],
  );
  const [services] = useState(() => chartServices(session, launch));
  const [wasNew] = useState(isNew);
  if (locked)
    return <Locked launch={launch} idleMinutes={end?.reason === 'idle' ? idleLockMinutes : 0} />;
  return (
    <QueryClientProvider client={services.queryClient}>
      <ChartScreen
        services={services}
        session={session}
        launch={launch}
        isNew={wasNew}
        outlook={outlook}
        end={end}
        graceMinutes={graceMinutes}
      />
      {question === undefined ? null : <StayDialog {...question} onStay={stay} />}
    </QueryClientProvider>
  );
}

/**
 * The one question whether somebody is here: on behalf of whoever would act first, the record system or this
 * app's idle lock.
 *
 * @param idleMinutes of a lock that is about to close
 */
function questionOf(
  { activity }: Session,
  outlook: SessionOutlook,
  idleMinutes: number | undefined,
): Pick<StayDialogProps, 'by' | 'seconds'> | undefined {
  const closesAt =
    idleMinutes === undefined ? Number.POSITIVE_INFINITY : activity.last() + idleMinutes * 60_000;
  if (outlook.kind === 'asked' && outlook.endsAt <= closesAt) {
    const milliseconds = Math.max(0, outlook.endsAt - Date.now());
    return { by: 'recordSystem', seconds: Math.round(milliseconds / 1000) };
  }
  return idleMinutes === undefined
    ? undefined
    : { by: 'app', seconds: warningSeconds(idleMinutes) };
}
