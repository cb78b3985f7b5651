import { useEffect, useState } from 'react';
import { createActivity } from '../shared/activity.ts';
import { watchIdleness, type IdleState } from './idle-watch.ts';
import { noteActivity } from './note-activity.ts';

export interface IdleLock {
  readonly state: IdleState;
  /** Somebody said that they are here. */
  readonly stay: () => void;
}

/** @param minutes without activity until `idle`; 0: never */
export function useIdleLock(minutes: number, onIdle: () => void): IdleLock {
  const [activity] = useState(() => createActivity());
  const [state, setState] = useState<IdleState>('busy');
  useEffect(
    function watchWhoIsHere() {
      if (minutes === 0) return undefined;
      const watch = watchIdleness(activity, minutes);
      const endNotes = noteActivity(activity);
      const follow = () => {
        setState(watch.get());
        if (watch.get() === 'idle') onIdle();
      };
      const leave = watch.subscribe(follow);
      // Timers stand still while a machine sleeps: each of these may be the moment in which it wakes.
      const controller = new AbortController();
      const { signal } = controller;
      document.addEventListener('visibilitychange', () => watch.check(), { signal });
      for (const waking of ['focus', 'pageshow', 'resume'])
        window.addEventListener(waking, () => watch.check(), { signal });
      return () => {
        controller.abort();
        leave();
        endNotes();
        watch.stop();
      };
    },
    [minutes, activity, onIdle],
  );
  return { state, stay: activity.note };
}
