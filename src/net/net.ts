/**
 * The guarded fetch: every request of the app but fhirclient's own has a purpose from one table, goes only
 * where that purpose may go, and carries the token only where it belongs. It knows no FHIR.
 */
import { err, ok } from '../shared/result.ts';
import type { Result } from '../shared/result.ts';
import { wasBlocked } from './blocked-connections.ts';
import { guardAddress, isUnder } from './guard-address.ts';
import type { RefusedAddress } from './guard-address.ts';
import type { NetError } from './net-error.ts';
import { discard, toNetResponse } from './net-response.ts';
import type { NetResponse } from './net-response.ts';
import { purposes } from './purposes.ts';
import type { Purpose, PurposeRule } from './purposes.ts';
import { isWorthRetrying, MOST_RETRIES, waitBeforeRetry } from './retry-policy.ts';
import { limitTime, pause } from './time-limit.ts';
import type { TimeLimit } from './time-limit.ts';

const DEFAULT_TIMEOUT_SECONDS = 30;

export interface NetRequest {
  readonly purpose: Purpose;
  /** Absolute. */
  readonly url: string;
  /** Must be the purpose's own method; stated for the reader. */
  readonly method?: 'GET' | 'POST';
  readonly accept?: string;
  readonly form?: URLSearchParams;
  readonly signal?: AbortSignal;
  /** Until the headers are there, and from each piece of a body to the next where it is read whole; 30 by default. */
  readonly timeoutSeconds?: number;
  /**
   * Whether a GET is repeated after 429 and 5xx. Default: yes, unless `timeoutSeconds` allows for more than
   * the ordinary limit: what takes minutes to make is asked for again by a person only.
   */
  readonly retry?: boolean;
}

/** Who gives the token; the session's Authorizer fits. */
export interface Bearer {
  token(): Promise<Result<string, BearerError>>;
  renew(reason: 'unauthorized'): Promise<Result<string, BearerError>>;
}

type BearerError = { readonly kind: 'sessionEnded' } | { readonly kind: 'unreachable' };

export interface NetOptions {
  /** FHIR base of the launch. */
  readonly base: string;
  readonly authOrigins: readonly string[];
  readonly styleOrigins: readonly string[];
  readonly resourcePrefixes: readonly { readonly url: string; readonly sendToken: boolean }[];
  readonly bearer?: Bearer;
  readonly fetch?: typeof fetch;
  readonly now?: () => number;
  /** 0 ≤ x < 1, for the jitter. */
  readonly random?: () => number;
}

export interface Net {
  /**
   * Any HTTP status is a value. 429 and 5xx of GETs are repeated with back-off inside; a 401 leads to one
   * renewed token and one repetition.
   */
  request(request: NetRequest): Promise<Result<NetResponse, NetError>>;
  /** Under which purpose an absolute address from a FHIR answer may be requested, or why not. */
  classify(
    url: string,
  ): Result<{ readonly url: string; readonly purpose: 'fhir' | 'resourcePrefix' }, RefusedAddress>;
}

export function createNet(options: NetOptions): Net {
  const {
    fetch: fetchImpl = (...args) => fetch(...args),
    now = Date.now,
    random = Math.random,
  } = options;
  const allowed: Readonly<Record<PurposeRule['where'], readonly string[]>> = {
    base: [options.base],
    authOrigins: options.authOrigins,
    styleOrigins: options.styleOrigins,
    resourcePrefixes: options.resourcePrefixes.map(({ url }) => url),
  };

  return { request, classify };

  function classify(address: string): ReturnType<Net['classify']> {
    const guarded = guardAddress(address, [...allowed.base, ...allowed.resourcePrefixes]);
    if (!guarded.ok) return guarded;
    const purpose = isUnder(guarded.value, options.base) ? 'fhir' : 'resourcePrefix';
    return ok({ url: guarded.value.href, purpose });
  }

  async function request(asked: NetRequest): Promise<Result<NetResponse, NetError>> {
    const rule = purposes[asked.purpose];
    if (asked.method !== undefined && asked.method !== rule.method) {
      throw new Error(`Requests for ${asked.purpose} are ${rule.method}`);
    }
    const guarded = guardAddress(asked.url, allowed[rule.where]);
    if (!guarded.ok) return guarded;
    const bearer = needsToken(rule, guarded.value) ? options.bearer : undefined;
    if (bearer === undefined) return sendPatiently(asked, guarded.value);

    const token = await bearer.token();
    if (!token.ok) return err(fromBearer(token.error));
    const first = await sendPatiently(asked, guarded.value, bearer, token.value);
    // Of a file server beside the record system it says nothing about the session.
    if (!first.ok || first.value.status !== 401 || rule.where !== 'base') return first;
    const renewed = await renewAfter(bearer, token.value);
    if (!renewed.ok) return err(fromBearer(renewed.error));
    await discard(first.value.body);
    return sendPatiently(asked, guarded.value, bearer, renewed.value);
  }

  /** A prefix that gets the token, unless a longer listed prefix says otherwise. */
  function needsToken(rule: PurposeRule, url: URL): boolean {
    if (rule.bearer !== 'ifListed') return rule.bearer === 'always';
    const [closest] = options.resourcePrefixes
      .filter((prefix) => isUnder(url, prefix.url))
      .sort((a, b) => b.url.length - a.url.length);
    return closest?.sendToken === true;
  }

  async function sendPatiently(
    asked: NetRequest,
    url: URL,
    bearer?: Bearer,
    firstToken?: string,
  ): Promise<Result<NetResponse, NetError>> {
    let token = firstToken;
    const seconds = asked.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS;
    const isCheap = asked.retry ?? seconds <= DEFAULT_TIMEOUT_SECONDS;
    const retries = purposes[asked.purpose].method === 'GET' && isCheap ? MOST_RETRIES : 0;
    for (let attempt = 0; ; attempt += 1) {
      const answer = await sendOnce(asked, url, seconds, token);
      if (!answer.ok || attempt >= retries || !isWorthRetrying(answer.value.status)) return answer;
      const wait = waitBeforeRetry(attempt, answer.value.retryAfter, random, now);
      if (wait === undefined) return answer;
      await discard(answer.value.body);
      if (!(await pause(wait, asked.signal))) return err({ kind: 'cancelled' });
      // The session may have ended during the wait: then the token of before goes nowhere any more.
      const current = await bearer?.token();
      if (current?.ok === false) return err(fromBearer(current.error));
      token = current?.value;
    }
  }

  async function sendOnce(
    asked: NetRequest,
    url: URL,
    seconds: number,
    token?: string,
  ): Promise<Result<NetResponse, NetError>> {
    const rule = purposes[asked.purpose];
    const limit = limitTime(seconds, asked.signal);
    const follows = rule.mayFollow && options.resourcePrefixes.length > 0;
    let response: Response;
    try {
      response = await fetchImpl(url, {
        method: rule.method,
        headers: {
          accept: asked.accept ?? '*/*',
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
        },
        ...(asked.form !== undefined && { body: asked.form }),
        signal: limit.signal,
        redirect: follows ? 'follow' : 'manual',
        // no-store: a patient's data stays out of the disk cache, and Chromium would keep a 410 for ever.
        cache: 'no-store',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
      });
    } catch (cause) {
      const failure = failureOf(limit, seconds, cause);
      const isBlocked = failure.kind === 'offline' && (await wasBlocked(url));
      return err(isBlocked ? { kind: 'blocked', host: url.host } : failure);
    } finally {
      limit.stopClock();
    }
    if (isRedirect(response)) {
      await discard(response.body);
      return err({ kind: 'redirected' });
    }
    if (response.redirected) {
      const end = guardAddress(response.url, [...allowed.base, ...allowed.resourcePrefixes]);
      if (!end.ok) {
        await discard(response.body);
        return end;
      }
    }
    return ok(
      toNetResponse(response, url.href, limit, (cause) => failureOf(limit, seconds, cause)),
    );
  }
}

/** Another request may have renewed the token meanwhile; then its new token is tried first. */
async function renewAfter(bearer: Bearer, refused: string): Promise<Result<string, BearerError>> {
  const current = await bearer.token();
  return current.ok && current.value !== refused ? current : bearer.renew('unauthorized');
}

function fromBearer(error: BearerError): NetError {
  return error.kind === 'sessionEnded' ? { kind: 'sessionEnded' } : { kind: 'offline' };
}

function failureOf(limit: TimeLimit, seconds: number, cause: unknown): NetError {
  if (limit.cancelled()) return { kind: 'cancelled' };
  if (limit.timedOut()) return { kind: 'timeout', seconds };
  return { kind: 'offline', cause };
}

/** Browsers answer a manual redirect with an opaque response, Node with the redirect itself. */
function isRedirect(response: Response): boolean {
  return response.type === 'opaqueredirect' || [301, 302, 303, 307, 308].includes(response.status);
}
