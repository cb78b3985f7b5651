import { useEffect } from 'react';
import type { Session } from '../session/session.ts';
import { warnsAt } from '../session/token-times.ts';
import { useObservable } from '../ui/use-observable.ts';
import { noteActivity } from './note-activity.ts';
import { onWake } from './on-wake.ts';
import { useReached } from './use-reached.ts';

/** What there is to say of the session's end while it lives; instants in milliseconds since 1970. */
export type SessionOutlook =
  /** Nothing: it is renewed as long as it is used. */
  | { readonly kind: 'open' }
  /** It ends at `endsAt`, and nobody can move that; `isNear`: soon. */
  | { readonly kind: 'fixed'; readonly endsAt: number; readonly isNear: boolean }
  /** The record system ends it at `endsAt` unless somebody says that they are here. */
  | { readonly kind: 'asked'; readonly endsAt: number };

/** Tells the session of everybody's activity and of each waking, and gives what is to be said of its end. */
export function useSessionLife(session: Session, isOver: boolean): SessionOutlook {
  useEffect(
    function tellWhoIsHere() {
      const endNotes = noteActivity(session.activity);
      const endWaking = onWake(() => session.check());
      return () => {
        endNotes();
        endWaking();
      };
    },
    [session],
  );
  const life = useObservable(session.life);
  const isNear = useReached(warnsAt(life));
  const isPast = useReached(life.kind === 'open' ? undefined : life.endsAt);
  if (isOver || life.kind === 'open') return { kind: 'open' };
  if (life.kind === 'fixed') return { kind: 'fixed', endsAt: life.endsAt, isNear };
  return isNear && !isPast ? { kind: 'asked', endsAt: life.endsAt } : { kind: 'open' };
}
