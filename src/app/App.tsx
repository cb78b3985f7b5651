import { lazy, Suspense, useEffect } from 'react';
import type { Config } from '../config/config.ts';
import type { Session } from '../session/session.ts';
import { assertNever } from '../shared/assert-never.ts';
import { useObservable } from '../ui/use-observable.ts';
import { FrontPage } from './FrontPage.tsx';
import { LaunchFailed } from './LaunchFailed.tsx';
import { closeChart } from './open-charts.ts';
import { SignedOut } from './SignedOut.tsx';
import { Starting } from './Starting.tsx';
import { useMpages } from './use-mpages.ts';

const Chart = lazy(async () => ({ default: (await import('./Chart.tsx')).Chart }));

export interface AppProps {
  readonly config: Config;
  readonly session: Session;
}

/** One screen for each state of the session. Active and ended share the chart, so that it stays. */
export function App({ config, session }: AppProps) {
  const state = useObservable(session.state);
  useMpages(config, session, state);
  useEffect(
    function closeWhatACopySignedOutOf() {
      // Without a network the page is not loaded anew: caches and listeners would outlive the chart.
      if (state.kind === 'signedOut') closeChart();
    },
    [state.kind],
  );
  switch (state.kind) {
    case 'starting':
      return <Starting key={state.step} step={state.step} />;
    case 'front':
      return <FrontPage signIns={state.signIns} demo={config.demo} />;
    case 'failed':
      return <LaunchFailed error={state.error} retry={state.retry} />;
    case 'active':
    case 'ended':
      return (
        <Suspense fallback={<Starting step="exchange" />}>
          <Chart
            config={config}
            session={session}
            launch={state.launch}
            isNew={state.kind === 'active' && state.isNew}
            end={state.kind === 'ended' ? state : undefined}
          />
        </Suspense>
      );
    case 'signedOut':
      return <SignedOut />;
    default:
      return assertNever(state);
  }
}
