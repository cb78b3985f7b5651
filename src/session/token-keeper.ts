/**
 * Keeps one launch's token alive. The token itself lives in the stored launch only and is read when it is
 * needed: leaving the page leaves nothing in memory, and a token that was refreshed is stored before it is used.
 */
import type { TokenError, TokenSource } from './token-source.ts';
import type { Net } from '../net/net.ts';
import { isRecord, parseJson } from '../shared/json.ts';
import { err, ok } from '../shared/result.ts';
import type { Result } from '../shared/result.ts';
import type { SessionEndReason } from './session-state.ts';
import type { LaunchStore, StoredLaunch } from './stored-launch.ts';
import { parseTokenResponse } from './token-response.ts';
import type { TokenResponse } from './token-response.ts';

/** Vendors throttle clients that refresh more often. */
const BETWEEN_REFRESHES_MS = 60_000;
/** A 401 that follows a refresh this closely was meant for the old token. */
const JUST_REFRESHED_MS = 5_000;
const LONGEST_AHEAD_MS = 60_000;
const AHEAD_OF_LIFE = 0.2;
const TIME_LIMIT_SECONDS = 15;
const LONGEST_TIMER_MS = 2 ** 31 - 1;

type Token = Result<string, TokenError>;

export interface TokenKeeperOptions {
  readonly store: LaunchStore;
  readonly key: string;
  readonly net: Net;
  readonly onEnded: (reason: SessionEndReason) => void;
  readonly now?: () => number;
}

export interface TokenKeeper extends TokenSource {
  /** Ends the session at the moment a token without refresh expires. */
  watchExpiry(): void;
  /** Takes the tokens out of the stored launch and answers nothing but `sessionEnded` from now on. */
  end(reason: SessionEndReason): void;
}

export function createTokenKeeper(options: TokenKeeperOptions): TokenKeeper {
  const { store, key, net, now = Date.now } = options;
  let ended: SessionEndReason | undefined;
  let refreshing: Promise<Token> | undefined;
  let expiryTimer: ReturnType<typeof setTimeout> | undefined;

  return { token, renew, watchExpiry, end };

  async function token(): Promise<Token> {
    const current = currentToken();
    if (current === undefined) return endedAnswer('expired');
    const { accessToken, isExpired, isDue, refreshToken } = current;
    if (refreshToken === undefined) return isExpired ? endedAnswer('expired') : ok(accessToken);
    if (!isExpired && !isDue) return ok(accessToken);
    const refreshed = await refresh();
    const mayStillServe = !refreshed.ok && refreshed.error.kind === 'unreachable' && !isExpired;
    return mayStillServe ? ok(accessToken) : refreshed;
  }

  async function renew(): Promise<Token> {
    const current = currentToken();
    if (current?.refreshToken === undefined) return endedAnswer('expired');
    return current.age < JUST_REFRESHED_MS && current.wasRefreshed
      ? ok(current.accessToken)
      : refresh();
  }

  function refresh(): Promise<Token> {
    refreshing ??= refreshOnce().finally(() => {
      refreshing = undefined;
    });
    return refreshing;
  }

  async function refreshOnce(): Promise<Token> {
    const launch = store.read(key);
    const refreshToken =
      launch === undefined ? undefined : parseTokenResponse(launch.token).refreshToken;
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
      }),
    });
    if (ended !== undefined) return endedAnswer(ended);
    if (!answer.ok) return err({ kind: 'unreachable' });
    if (isRefusal(answer.value.status)) return endedAnswer('refused');
    const body = answer.value.status === 200 ? await answer.value.text() : undefined;
    const json = body?.ok === true ? parseJson(body.value) : undefined;
    if (ended !== undefined) return endedAnswer(ended);
    return isRecord(json) ? keep(launch, json) : err({ kind: 'unreachable' });
  }

  /** Stores the new token beside what the answer left out: patient, scope, the refresh token. */
  function keep(launch: StoredLaunch, json: Readonly<Record<string, unknown>>): Token {
    const fresh = parseTokenResponse(json);
    if (fresh.accessToken === undefined) return err({ kind: 'unreachable' });
    const { patient } = parseTokenResponse(launch.token);
    // A token for somebody else must never reach the requests of this chart; what is no id is somebody else, too.
    const isNamed = (json['patient'] ?? '') !== '';
    if (isNamed && fresh.patient !== patient) return endedAnswer('refused');
    writeToken(store, launch, { ...launch.token, ...json, patient }, fresh, now());
    return ok(fresh.accessToken);
  }

  function currentToken() {
    const launch = ended === undefined ? store.read(key) : undefined;
    if (launch === undefined) return undefined;
    const { accessToken, refreshToken } = parseTokenResponse(launch.token);
    if (accessToken === undefined) return undefined;
    const { receivedAt = now(), expiresAt = Number.POSITIVE_INFINITY, wasRefreshed } = launch.notes;
    const ahead = Math.min(LONGEST_AHEAD_MS, (expiresAt - receivedAt) * AHEAD_OF_LIFE);
    const age = now() - receivedAt;
    return {
      accessToken,
      ...(refreshToken !== undefined && { refreshToken }),
      expiresAt,
      age,
      wasRefreshed,
      isExpired: now() >= expiresAt,
      isDue: now() >= expiresAt - ahead && age >= BETWEEN_REFRESHES_MS,
    };
  }

  function watchExpiry(): void {
    const current = currentToken();
    if (current === undefined || current.refreshToken !== undefined) return;
    if (!Number.isFinite(current.expiresAt)) return;
    const wait = Math.min(Math.max(0, current.expiresAt - now()), LONGEST_TIMER_MS);
    expiryTimer = setTimeout(() => void token(), wait);
  }

  function endedAnswer(reason: SessionEndReason): Token {
    if (ended === undefined) {
      end(reason);
      options.onEnded(reason);
    }
    return err({ kind: 'sessionEnded', reason: ended ?? reason });
  }

  function end(reason: SessionEndReason): void {
    ended ??= reason;
    clearTimeout(expiryTimer);
    const launch = store.read(key);
    if (launch !== undefined) store.write(key, withoutTokens(launch));
  }
}

/** Writes a token answer into the stored launch, with the times that decide about its refresh. */
export function writeToken(
  store: LaunchStore,
  launch: StoredLaunch,
  tokenResponse: Readonly<Record<string, unknown>>,
  parsed: TokenResponse,
  receivedAt: number,
): void {
  const { expiresAt: _, ...notes } = launch.notes;
  const { codeVerifier: _verifier, codeChallenge: _challenge, ...raw } = launch.raw;
  const expiresAt =
    parsed.expiresIn === undefined ? undefined : receivedAt + parsed.expiresIn * 1000;
  store.write(launch.key, {
    ...raw,
    tokenResponse,
    dossier: {
      ...notes,
      wasRefreshed: parseTokenResponse(launch.token).accessToken !== parsed.accessToken,
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
