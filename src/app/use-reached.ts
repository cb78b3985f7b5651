import { useEffect, useState } from 'react';
import { onWake } from './on-wake.ts';

/** Timers count no sleep: the clock on the wall is looked at this often. */
const longestTimer = 15_000;

/** Has the clock reached `instant` (milliseconds since 1970)? Never where there is none, or it is infinite. */
export function useReached(instant: number | undefined): boolean {
  const [reached, setReached] = useState<number>();
  useEffect(
    function watchTheClock() {
      if (instant === undefined || !Number.isFinite(instant)) return undefined;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const started = performance.now();
      const ahead = instant - Date.now();
      const look = () => {
        clearTimeout(timer);
        // Whichever of the two comes first: the one counts no sleep, the other can be set back.
        const wait = Math.min(instant - Date.now(), ahead - (performance.now() - started));
        if (wait <= 0) setReached(instant);
        else timer = setTimeout(look, Math.min(wait, longestTimer));
      };
      look();
      const leave = onWake(look);
      return () => {
        clearTimeout(timer);
        leave();
      };
    },
    [instant],
  );
  return instant !== undefined && reached === instant;
}
