import { useEffect } from 'react';
import type { Config } from '../config/config.ts';
import { joinMpages } from '../embedding/join-mpages.ts';
import type { Session } from '../session/session.ts';
import type { SessionState } from '../session/session-state.ts';

/** Shows the app in an MPage, where the launch's issuer has them: once no code stands in the address any more. */
export function useMpages(config: Config, session: Session, { kind }: SessionState): void {
  const isClean = kind !== 'starting';
  useEffect(
    function join() {
      // A launch that failed early belongs to no issuer yet, but must be seen to have failed.
      const hasMpages = session.issuer()?.mpages ?? config.issuers.some(({ mpages }) => mpages);
      if (isClean && hasMpages) void joinMpages(window);
    },
    [config, session, isClean],
  );
}
