import { useEffect, useEffectEvent } from 'react';

/** Calls `goOn` when the browser says that the network is back, while something `waits` for it. */
export function useBackOnline(waits: boolean, goOn: () => void): void {
  const onBack = useEffectEvent(goOn);
  useEffect(
    function waitForNetwork() {
      if (!waits) return undefined;
      const listener = () => onBack();
      window.addEventListener('online', listener);
      return () => window.removeEventListener('online', listener);
    },
    [waits],
  );
}
