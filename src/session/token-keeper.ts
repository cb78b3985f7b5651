/**
 * Keeps one launch's token alive. The token itself lives in the stored launch only and is read when it is
 * needed: leaving the page leaves nothing in memory, and a token that was refreshed is stored before it is used.
 */
import type { TokenError, TokenSource } from './token-source.ts';
import type { Net } from '../net/net.ts';
import type { Activity } from '../shared/activity.ts';
import { joinCopies } from './launch-copies.ts';
import type { LaunchCopies, Locks, TokenNews } from './launch-copies.ts';
import { isRecord, parseJson } from '../shared/json.ts';
import { err, ok } from '../shared/result.ts';
import type { Result } from '../shared/result.ts';
import { trustedLink } from '../shared/web-address.ts';
import type { SessionEndReason, SessionLife } from './session-state.ts';
import type { LaunchStore, StoredLaunch } from './stored-launch.ts';
import { parseTokenResponse } from './token-response.ts';
import type { TokenResponse } from './token-response.ts';
import { BETWEEN_REFRESHES_MS, readTimes } from './token-times.ts';
import type { TokenTimes } from './token-times.ts';

const TIME_LIMIT_SECONDS = 15;
/** Timers stand still while a machine sleeps: looked at this often, the clock needs no event of waking up. */
const LONGEST_TIMER_MS = 15_000;

type Token = Result<string, TokenError>;

export interface TokenKeeperOptions {
  readonly store: LaunchStore;
  readonly key: string;
  readonly net: Net;
  /** When somebody was last at work here: told to servers that ask, and nobody's session is renewed ahead. */
  readonly activity: Activity;
  /** `uri`: the server's page about why it refused to renew. */
  readonly onEnded: (reason: SessionEndReason, uri?: string) => void;
  /** Called where the end of the session moved. */
  readonly onLife: (life: SessionLife) => void;
  /** The browser's Web Locks, where the page may have them. */
  readonly locks?: Locks | undefined;
  /** The person signed out in a copy of this window. */
  readonly onCopySignedOut?: () => void;
  readonly now?: () => number;
}

export interface TokenKeeper extends TokenSource {
  /**
   * Compares the clocks, now and by timer from now on: ends what is over, and renews ahead of the end for
   * somebody who is here. A token that nobody needs lapses, and is renewed by the next request.
   */
  check(): void;
  /** Somebody said that they are here: a refresh, which tells it to the server that asked. */
  stay(): Promise<Token>;
  /** Takes the tokens out of the stored launch and answers nothing but `sessionEnded` from now on. */
  end(reason: SessionEndReason): void;
  /** The windows that hold the same launch. */
  readonly copies: LaunchCopies;
  /** Once ended: the token answer that a refresh under way brought too late, to be revoked. */
  tooLate(): Promise<Readonly<Record<string, unknown>> | undefined>;
}

export function createTokenKeeper(options: TokenKeeperOptions): TokenKeeper {
  const { store, key, net, activity, onLife, now = Date.now } = options;
  let ended: SessionEndReason | undefined;
  let refreshing: Promise<Token> | undefined;
  let failedAt = Number.NEGATIVE_INFINITY;
  let busyAt = Number.NEGATIVE_INFINITY;
  let lateAnswer: Readonly<Record<string, unknown>> | undefined;
  let life: SessionLife = { kind: 'open' };
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** From then on an activity is worth a look at the clocks. */
  let wantedFrom = Number.POSITIVE_INFINITY;
  const leaveActivity = activity.subscribe(() => {
    if (now() >= wantedFrom) check();
  });

  const copies = joinCopies(key, options.locks, {
    current: tokenToTell,
    told: (news) => void adopt(news),
    signedOut: () => options.onCopySignedOut?.(),
  });

  return { token, renew, check, stay, end, copies, tooLate };

  async function token(): Promise<Token> {
    const times = currentTimes();
    if (times === undefined) return endedAnswer('expired');
    const { accessToken, refreshToken, expiresAt, dueAt } = times;
    const isExpired = now() >= expiresAt;
    if (refreshToken === undefined) return isExpired ? endedAnswer('expired') : ok(accessToken);
    if (!isExpired && (now() < dueAt || failedLately())) {
      await store.settled();
      return ok(accessToken);
    }
    if (isBusy()) return err({ kind: 'unreachable' });
    const refreshed = await refresh();
    const mayStillServe = !refreshed.ok && refreshed.error.kind === 'unreachable' && !isExpired;
    return mayStillServe ? ok(accessToken) : refreshed;
  }

  async function renew(): Promise<Token> {
    const times = currentTimes();
    if (times?.refreshToken === undefined) return endedAnswer('expired');
    // The 401 was meant for the token of before, or the new one is refused too: another would not mend that.
    const isFresh = times.renewals > 0 && isWithinAMinute(times.receivedAt);
    if (isFresh) return ok(times.accessToken);
    return isBusy() ? err({ kind: 'unreachable' }) : refresh();
  }

  async function stay(): Promise<Token> {
    activity.note();
    const times = currentTimes();
    if (times?.refreshToken === undefined) return token();
    // Sooner than a minute after the last, the timer does it.
    return isWithinAMinute(times.receivedAt) ? token() : refresh();
  }

  function check(): void {
    clearTimeout(timer);
    const times = currentTimes();
    if (times === undefined) return;
    if (!sameLife(times.life, life)) onLife((life = times.life));
    const { refreshToken, expiresAt, silentUntil } = times;
    let next = expiresAt;
    if (refreshToken === undefined) {
      if (now() >= expiresAt) return void endedAnswer('expired');
    } else {
      const dueAt = Math.min(times.dueAt, times.tellAt);
      // Whether silence has ended a session is for its server to say.
      const isWanted = activity.last() > times.receivedAt || now() >= silentUntil;
      if (now() >= dueAt && isWanted && !failedLately()) void refresh();
      wantedFrom = dueAt;
      next = Math.min(dueAt, silentUntil);
    }
    const wait = next > now() ? Math.min(next - now(), LONGEST_TIMER_MS) : LONGEST_TIMER_MS;
    timer = setTimeout(check, wait);
  }

  function failedLately(): boolean {
    return isWithinAMinute(failedAt);
  }

  /** The server answered, but not with a token: it is asked no more than once a minute. A lost network is tried at once. */
  function isBusy(): boolean {
    return isWithinAMinute(busyAt);
  }

  /** Never where the clock was set back since. */
  function isWithinAMinute(instant: number): boolean {
    const elapsed = now() - instant;
    return elapsed >= 0 && elapsed < BETWEEN_REFRESHES_MS;
  }

  function refresh(): Promise<Token> {
    refreshing ??= refreshAlone().finally(() => {
      refreshing = undefined;
    });
    return refreshing;
  }

  /** A copy of this window may have done it meanwhile: then its token serves here as well. */
  async function refreshAlone(): Promise<Token> {
    const before = currentTimes()?.renewals;
    return copies.exclusively(async () => {
      const times = currentTimes();
      if (times === undefined || times.renewals === before) return refreshOnce();
      await store.settled();
      return ok(times.accessToken);
    });
  }

  function tokenToTell(): TokenNews | undefined {
    const launch = ended === undefined ? store.read(key) : undefined;
    const receivedAt = launch?.notes.receivedAt;
    return launch === undefined || receivedAt === undefined
      ? undefined
      : { token: launch.token, receivedAt, renewals: launch.notes.renewals };
  }

  async function adopt(news: TokenNews): Promise<void> {
    const launch = ended === undefined ? store.read(key) : undefined;
    if (launch === undefined || news.renewals <= launch.notes.renewals) return;
    await keep(launch, news);
  }

  async function refreshOnce(): Promise<Token> {
    const launch = store.read(key);
    const known = parseTokenResponse(launch?.token);
    const { refreshToken } = known;
    if (launch?.tokenUri === undefined || refreshToken === undefined) return endedAnswer('expired');
    const answer = await net.request({
      purpose: 'token',
      url: launch.tokenUri,
      timeoutSeconds: TIME_LIMIT_SECONDS,
      accept: 'application/json',
      form: new URLSearchParams({
        grant_type: 'refresh_token',
        refresh_token: refreshToken,
        client_id: launch.clientId,
        ...(known.activeTtl !== undefined && { active_at: String(secondsOfSilence()) }),
      }),
    });
    if (!answer.ok) return ended === undefined ? unreachable() : endedAnswer(ended);
    const { status } = answer.value;
    const isRead = status === 200 || isRefusal(status);
    const body = isRead ? await answer.value.text() : undefined;
    const json = body?.ok === true ? parseJson(body.value) : undefined;
    if (ended !== undefined) {
      lateAnswer = status === 200 && isRecord(json) ? json : undefined;
      return endedAnswer(ended);
    }
    if (isRefusal(status)) return endedAnswer('refused', isRecord(json) ? json : {});
    if (!isRecord(json)) {
      busyAt = now();
      return unreachable();
    }
    const renewals = launch.notes.renewals + 1;
    const kept = await keep(launch, { token: json, receivedAt: now(), renewals });
    const news = tokenToTell();
    if (kept.ok && news !== undefined) copies.tell(news);
    return kept;
  }

  async function tooLate(): Promise<Readonly<Record<string, unknown>> | undefined> {
    await refreshing;
    return lateAnswer;
  }

  function unreachable(): Token {
    failedAt = now();
    return err({ kind: 'unreachable' });
  }

  function secondsOfSilence(): number {
    return Math.max(0, Math.floor((now() - activity.last()) / 1000));
  }

  /** Stores the new token beside what the answer left out: patient, scope, the refresh token. */
  async function keep(
    launch: StoredLaunch,
    { token: json, receivedAt, renewals }: TokenNews,
  ): Promise<Token> {
    const fresh = parseTokenResponse(json);
    if (fresh.accessToken === undefined) return unreachable();
    const { patient } = parseTokenResponse(launch.token);
    // A token for somebody else must never reach the requests of this chart; what is no id is somebody else, too.
    const isNamed = (json['patient'] ?? '') !== '';
    if (isNamed && fresh.patient !== patient) return endedAnswer('refused');
    // Who signed in was settled then: an id token of now would be measured by the time of then.
    const { id_token: _, ...answer } = json;
    const token = { ...launch.token, ...answer, patient };
    const renewed = { ...launch, notes: { ...launch.notes, renewals } };
    await writeToken(store, renewed, token, fresh, receivedAt);
    if (ended !== undefined) return endedAnswer(ended);
    check();
    return ok(fresh.accessToken);
  }

  function currentTimes(): TokenTimes | undefined {
    const launch = ended === undefined ? store.read(key) : undefined;
    return launch === undefined ? undefined : readTimes(launch, now());
  }

  function endedAnswer(
    reason: SessionEndReason,
    answer: Readonly<Record<string, unknown>> = {},
  ): Token {
    if (ended === undefined) {
      end(reason);
      options.onEnded(reason, trustedLink(answer['error_uri']));
    }
    return err({ kind: 'sessionEnded', reason: ended ?? reason });
  }

  function end(reason: SessionEndReason): void {
    ended ??= reason;
    clearTimeout(timer);
    leaveActivity();
    copies.leave();
    const launch = store.read(key);
    if (launch !== undefined) void store.write(key, withoutTokens(launch));
  }
}

function sameLife(a: SessionLife, b: SessionLife): boolean {
  if (a.kind === 'open' || b.kind === 'open') return a.kind === b.kind;
  return a.kind === b.kind && a.since === b.since && a.endsAt === b.endsAt;
}

/** Writes a token answer into the stored launch, with the times that decide about its refresh. */
export function writeToken(
  store: LaunchStore,
  launch: StoredLaunch,
  tokenResponse: Readonly<Record<string, unknown>>,
  parsed: TokenResponse,
  receivedAt: number,
): Promise<void> {
  const { expiresAt: _, ...notes } = launch.notes;
  const { codeVerifier: _verifier, codeChallenge: _challenge, ...raw } = launch.raw;
  const expiresAt =
    parsed.expiresIn === undefined ? undefined : receivedAt + parsed.expiresIn * 1000;
  return store.write(launch.key, {
    ...raw,
    tokenResponse,
    dossier: {
      ...notes,
      receivedAt,
      ...(expiresAt !== undefined && { expiresAt }),
    },
  });
}

function withoutTokens(launch: StoredLaunch): Readonly<Record<string, unknown>> {
  const { access_token: _access, refresh_token: _refresh, id_token: _id, ...rest } = launch.token;
  const { codeVerifier: _verifier, ...raw } = launch.raw;
  return { ...raw, tokenResponse: rest };
}

/** A definite answer; 408, 429 and 5xx may pass. */
function isRefusal(status: number): boolean {
  return status >= 400 && status < 500 && status !== 408 && status !== 429;
}
