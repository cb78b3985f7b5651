/** The chart of one launch: who the patient is, their documents, the open one. Wires houses, decides nothing. */
import { QueryClientProvider } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { Config } from '../config/config.ts';
import type { LaunchContext, SessionEndReason } from '../session/session-state.ts';
import type { Session } from '../session/session.ts';
import { chartServices } from './chart-services.ts';
import { ChartScreen } from './ChartScreen.tsx';
import { warningSeconds } from './idle-watch.ts';
import { IdleWarning } from './IdleWarning.tsx';
import { Locked } from './Locked.tsx';
import { closeChart } from './open-charts.ts';
import { useIdleLock } from './use-idle-lock.ts';

export interface ChartProps {
  readonly config: Config;
  readonly session: Session;
  readonly launch: LaunchContext;
  /** Why the session ended, if it did: what is open stays for a while. */
  readonly ended: SessionEndReason | undefined;
}

export function Chart({ config, session, launch, ended }: ChartProps) {
  const minutes = ended === undefined ? undefined : config.graceMinutes[launch.launchedBy];
  const graceOver = useGraceOver(minutes);
  const endIdle = useCallback(() => session.end('idle'), [session]);
  const { idleLockMinutes } = config;
  const idle = useIdleLock(idleLockMinutes, endIdle);
  const locked = graceOver || ended === 'idle';
  useEffect(
    function closeWhatIsNoLongerShown() {
      if (locked) closeChart();
    },
    [locked],
  );
  const [services] = useState(() => chartServices(session, launch));
  if (locked)
    return <Locked launch={launch} idleMinutes={ended === 'idle' ? idleLockMinutes : 0} />;
  return (
    <QueryClientProvider client={services.queryClient}>
      <ChartScreen
        services={services}
        session={session}
        launch={launch}
        ended={ended}
        graceMinutes={minutes}
      />
      {idle.state === 'warned' ? (
        <IdleWarning seconds={warningSeconds(idleLockMinutes)} onStay={idle.stay} />
      ) : null}
    </QueryClientProvider>
  );
}

/** True once `minutes` have passed since they were given. */
function useGraceOver(minutes: number | undefined): boolean {
  const [over, setOver] = useState(false);
  useEffect(
    function startGrace() {
      if (minutes === undefined) return undefined;
      const timer = setTimeout(() => setOver(true), minutes * 60_000);
      return () => clearTimeout(timer);
    },
    [minutes],
  );
  return over;
}
