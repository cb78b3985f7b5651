import { useEffect, useState } from 'react';
import type { Activity } from '../shared/activity.ts';
import { watchIdleness, type IdleState } from './idle-watch.ts';
import { onWake } from './on-wake.ts';

/** @param minutes without activity until `idle`; 0: never */
export function useIdleLock(activity: Activity, minutes: number, onIdle: () => void): IdleState {
  const [state, setState] = useState<IdleState>('busy');
  useEffect(
    function watchWhoIsHere() {
      if (minutes === 0) return undefined;
      const watch = watchIdleness(activity, minutes);
      const follow = () => {
        setState(watch.get());
        if (watch.get() === 'idle') onIdle();
      };
      const leave = watch.subscribe(follow);
      const endWaking = onWake(() => watch.check());
      return () => {
        endWaking();
        leave();
        watch.stop();
      };
    },
    [minutes, activity, onIdle],
  );
  return state;
}
