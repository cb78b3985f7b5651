import type { SessionLife } from './session-state.ts';
import type { StoredLaunch } from './stored-launch.ts';
import { parseTokenResponse } from './token-response.ts';

/** Vendors throttle clients that refresh more often. */
export const BETWEEN_REFRESHES_MS = 60_000;
const LONGEST_AHEAD_MS = 60_000;
const AHEAD_OF_LIFE = 0.2;
const LONGEST_AHEAD_OF_SILENCE_MS = 120_000;
const AHEAD_OF_SILENCE = 0.4;

/** The stored token, and what its times mean; instants in milliseconds since 1970. */
export interface TokenTimes {
  readonly accessToken: string;
  readonly refreshToken?: string;
  /** How often the token of the exchange was renewed. */
  readonly renewals: number;
  readonly receivedAt: number;
  /** Infinity: the server did not say. */
  readonly expiresAt: number;
  /** From here on a refresh is due: ahead of expiry, but a minute after the last at the earliest. */
  readonly dueAt: number;
  /** From here on the server is to be told of somebody's activity; Infinity: it did not ask. */
  readonly tellAt: number;
  /** When the server ends the session of somebody who it heard nothing of. */
  readonly silentUntil: number;
  readonly life: SessionLife;
}

/** Undefined where there is no token (any more). */
export function readTimes(launch: StoredLaunch, now: number): TokenTimes | undefined {
  const { accessToken, refreshToken, activeTtl } = parseTokenResponse(launch.token);
  if (accessToken === undefined) return undefined;
  const { receivedAt = now, expiresAt = Number.POSITIVE_INFINITY, renewals } = launch.notes;
  const silence = activeTtl === undefined ? Number.POSITIVE_INFINITY : activeTtl * 1000;
  // The clock was set back since: nobody knows how old the token is, and the next one is stamped by the new time.
  const earliest = now < receivedAt ? now : receivedAt + BETWEEN_REFRESHES_MS;
  const ahead = Math.min(LONGEST_AHEAD_MS, (expiresAt - receivedAt) * AHEAD_OF_LIFE);
  return {
    accessToken,
    ...(refreshToken !== undefined && { refreshToken }),
    renewals,
    receivedAt,
    expiresAt,
    dueAt: now < receivedAt ? now : Math.max(earliest, expiresAt - ahead),
    tellAt: Math.max(earliest, receivedAt + silence - aheadOfSilence(silence)),
    silentUntil: receivedAt + silence,
    life: lifeOf(receivedAt, refreshToken === undefined ? expiresAt : undefined, silence),
  };
}

/** When somebody who did nothing is to be asked whether they are here; later, those who did are not. */
export function warnsAt(life: SessionLife): number {
  switch (life.kind) {
    case 'open':
      return Number.POSITIVE_INFINITY;
    case 'fixed':
    case 'whileActive':
      return life.endsAt - aheadOfSilence(life.endsAt - life.since) / 2;
  }
}

function lifeOf(since: number, fixedEnd: number | undefined, silence: number): SessionLife {
  if (fixedEnd !== undefined) {
    return Number.isFinite(fixedEnd)
      ? { kind: 'fixed', since, endsAt: fixedEnd }
      : { kind: 'open' };
  }
  return Number.isFinite(silence)
    ? { kind: 'whileActive', since, endsAt: since + silence }
    : { kind: 'open' };
}

const aheadOfSilence = (silence: number): number =>
  Number.isFinite(silence) ? Math.min(LONGEST_AHEAD_OF_SILENCE_MS, silence * AHEAD_OF_SILENCE) : 0;
