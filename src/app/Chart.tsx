/** The chart of one launch: who the patient is, their documents, the open one. Wires houses, decides nothing. */
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Config } from '../config/config.ts';
import type { LaunchContext, SessionEndReason } from '../session/session-state.ts';
import type { Session } from '../session/session.ts';
import { chartServices } from './chart-services.ts';
import { ChartScreen } from './ChartScreen.tsx';
import { Locked } from './Locked.tsx';
import { closeChart } from './open-charts.ts';

export interface ChartProps {
  readonly config: Config;
  readonly session: Session;
  readonly launch: LaunchContext;
  /** Why the session ended, if it did: what is open stays for a while. */
  readonly ended: SessionEndReason | undefined;
}

export function Chart({ config, session, launch, ended }: ChartProps) {
  const minutes = ended === undefined ? undefined : config.graceMinutes[launch.launchedBy];
  const locked = useGraceOver(minutes);
  const [services] = useState(() => chartServices(session, launch));
  if (locked) return <Locked launch={launch} />;
  return (
    <QueryClientProvider client={services.queryClient}>
      <ChartScreen
        services={services}
        session={session}
        launch={launch}
        ended={ended}
        graceMinutes={minutes}
      />
    </QueryClientProvider>
  );
}

/** True once `minutes` have passed since they were given; the chart's caches end with it. */
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
  useEffect(
    function closeWhatIsNoLongerShown() {
      if (over) closeChart();
    },
    [over],
  );
  return over;
}
