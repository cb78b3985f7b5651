/**
 * From the address that the page was opened with to a patient in context, and to the end of the session.
 * Values only: the words are the app's.
 */
import type { Config, IssuerConfig } from '../config/config.ts';
import { findIssuer, issuersToSignIn } from '../config/find-issuer.ts';
import { createNet } from '../net/net.ts';
import { assertNever } from '../shared/assert-never.ts';
import { createStore } from '../shared/observable.ts';
import type { Observable } from '../shared/observable.ts';
import { createActivity } from '../shared/activity.ts';
import type { Activity } from '../shared/activity.ts';
import { err } from '../shared/result.ts';
import { beginLaunch, newStateKey } from './begin-launch.ts';
import { completeReturn } from './complete-return.ts';
import { adoptFormer, replaceFormerLaunches } from './former-launches.ts';
import { openLaunch } from './launch-context.ts';
import { pageOf } from './page.ts';
import type { Page } from './page.ts';
import { revokeTokens } from './revoke-tokens.ts';
import { routeOf, signedOutHash } from './route.ts';
import type { Route } from './route.ts';
import type {
  LaunchContext,
  LaunchError,
  SessionEndReason,
  SessionLife,
  SessionState,
} from './session-state.ts';
import { exchangeUnderWay } from './smart-client.ts';
import { openLaunchStore } from './stored-launch.ts';
import type { LaunchStore, StoredLaunch } from './stored-launch.ts';
import { createTokenKeeper } from './token-keeper.ts';
import type { TokenKeeper } from './token-keeper.ts';
import type { TokenSource } from './token-source.ts';

export interface Session {
  readonly state: Observable<SessionState>;
  /** Answers `sessionEnded` where there is no session. */
  readonly authorizer: TokenSource;
  /** The configured server of the launch, once a patient is in context. */
  issuer(): IssuerConfig | undefined;
  /** How the session ends if nobody does anything. */
  readonly life: Observable<SessionLife>;
  /** When somebody was last at work here; the app feeds it. */
  readonly activity: Activity;
  /** Compares the clocks now: after sleep, timers come late. */
  check(): void;
  /** Somebody said that they are here: the record system is told, where it asks. False: it could not be. */
  stay(): Promise<boolean>;
  /** Ends the session as an expiry does, tokens gone at once; `idle`: nobody has been here for too long. */
  end(reason: 'idle'): void;
  /** Where the app keeps what belongs to this launch, under names that begin with its key; gone with the launch. */
  values(): LaunchStore['values'] | undefined;
  /**
   * Deletes this launch's own keys, shows `signedOut` at once, asks the server to revoke, and puts a new document in
   * the place of this one: whatever its scripts still held of the patient goes with it.
   */
  signOut(): Promise<void>;
}

/** How long a launch waits for the revocation of the one that it replaces, which runs beside its discovery. */
const REVOKE_WAIT_MS = 1000;

const sessions = new WeakMap<Window, Session>();

/** Starts the session of a window; asked again (React renders twice in development), gives the same one. */
export function startSession(options: {
  readonly config: Config;
  readonly window?: Window;
}): Session {
  const view = options.window ?? window;
  const session = sessions.get(view) ?? createSession(options.config, pageOf(view));
  sessions.set(view, session);
  return session;
}

/** A session of any page; `startSession` is the one for browsers. */
export function createSession(config: Config, page: Page, now: () => number = Date.now): Session {
  const route = routeOf(page.address());
  const state = createStore<SessionState>(firstState(route));
  const life = createStore<SessionLife>({ kind: 'open' });
  const activity = createActivity(now);
  let opened:
    | { issuer: IssuerConfig; context: LaunchContext; keeper: TokenKeeper; store: LaunchStore }
    | undefined;

  page.onRestored(() => page.reload());
  const follow = enter();
  follow.catch((cause: unknown) => {
    // A bug, not an expected failure: shown rather than left as a page that never ends loading.
    fail({ kind: 'exchangeFailed' });
    throw cause;
  });

  return {
    state,
    authorizer: {
      token: () => opened?.keeper.token() ?? noSession(),
      renew: (reason) => opened?.keeper.renew(reason) ?? noSession(),
    },
    issuer: () => opened?.issuer,
    life,
    activity,
    check: () => opened?.keeper.check(),
    stay: async () => (await opened?.keeper.stay())?.ok === true,
    end,
    values: () => opened?.store.values,
    signOut,
  };

  async function enter(): Promise<void> {
    switch (route.kind) {
      case 'refused':
        leaveCodeBehind();
        return fail({ kind: 'repeatedParameter', name: route.parameter });
      case 'front':
        leaveCodeBehind();
        return showFrontPage();
      case 'signedOut':
        return state.set({ kind: 'signedOut' });
      case 'launch':
      case 'return':
      case 'resume':
        break;
      default:
        return assertNever(route);
    }
    // First of all: the code leaves the address, the history and any later referrer.
    if (route.kind === 'return')
      page.rewriteAddress(`${page.home}?state=${encodeURIComponent(route.state)}`);
    const key = route.kind === 'launch' ? newStateKey() : route.state;
    const opening = await openLaunchStore(page, key, route.kind === 'launch');
    if (!opening.ok) return fail({ kind: opening.error });
    const store = opening.value;
    page.onLeft(() => store.close());
    if (route.kind === 'launch') return launch(store, key, route);
    page.noteLaunch(key);
    if (route.kind === 'return') return comeBack(store, route);
    await exchangeUnderWay(key);
    return resume(store, key, false);
  }

  /** A code that belongs to no launch is not kept in the address either. */
  function leaveCodeBehind(): void {
    if (page.address().searchParams.has('code')) page.rewriteAddress(page.home);
  }

  function showFrontPage(): void {
    const signIns = issuersToSignIn(config).map(({ name, iss }) => ({
      name,
      iss,
      // A new document, so that what the page was allowed for one server never serves another.
      start: () => page.goTo(launchAddress(iss)),
    }));
    state.set({ kind: 'front', signIns });
  }

  async function launch(
    store: LaunchStore,
    stateKey: string,
    { iss, launch }: Extract<Route, { kind: 'launch' }>,
  ): Promise<void> {
    let revoked: Promise<unknown> = Promise.resolve();
    const address = await beginLaunch({
      config,
      store,
      iss,
      ...(launch !== undefined && { launch }),
      redirectUri: page.home,
      stateKey,
      isFramed: page.frame !== undefined,
      replaceFormer: async () => {
        const { replaced, ended } = await replaceFormerLaunches(store, page);
        revoked = Promise.all(replaced.map(revokeReplaced));
        return ended;
      },
    });
    // fhirclient remembers a failed discovery until the page is loaded anew.
    if (!address.ok)
      return fail(address.error, isWorthRetrying(address.error) ? () => page.reload() : undefined);
    // A request may die with the page that made it.
    await Promise.race([revoked, passed(REVOKE_WAIT_MS)]);
    state.set({ kind: 'starting', step: 'redirecting' });
    page.replaceBy(address.value);
  }

  async function revokeReplaced(launch: StoredLaunch): Promise<void> {
    const found = findIssuer(config, launch.serverUrl, launch.notes.launchedBy);
    if (found === undefined) return;
    await revokeTokens(createNet({ ...found.issuer, base: found.iss }), launch);
  }

  async function comeBack(
    store: LaunchStore,
    returned: Extract<Route, { kind: 'return' }>,
  ): Promise<void> {
    const before = store.read(returned.state);
    const wasSignedIn = before?.notes.signedInAt !== undefined;
    const completed = await completeReturn({
      config,
      store,
      route: returned,
      redirectUri: page.home,
      now,
    });
    if (!completed.ok) return fail(completed.error, before && relaunch(before));
    resume(store, returned.state, !wasSignedIn);
  }

  function resume(store: LaunchStore, key: string, isNew: boolean): void {
    const stored = store.read(key);
    if (stored === undefined) return fail({ kind: 'unknownState' });
    const launched = openLaunch(config, stored);
    if (!launched.ok) {
      // A token that opens nobody's chart, or came for somebody else, is not kept.
      if (['noPatient', 'idTokenRefused'].includes(launched.error.kind)) store.remove(key);
      return fail(reasonToRefuse(stored, launched.error), relaunch(stored));
    }
    adoptFormer(store, stored);
    const { issuer, context } = launched.value;
    const net = createNet({ ...issuer, base: context.iss });
    const keeper = createTokenKeeper({
      store,
      key,
      net,
      activity,
      onEnded: (reason, uri) => showEnded(context, reason, uri),
      onLife: life.set,
      locks: page.locks,
      onCopySignedOut: leaveSignedOut,
      now,
    });
    opened = { issuer, context, keeper, store };
    page.onLeft(keeper.copies.leave);
    state.set({ kind: 'active', launch: context, isNew });
    keeper.check();
  }

  function showEnded(launch: LaunchContext, reason: SessionEndReason, uri?: string): void {
    state.set({ kind: 'ended', launch, reason, at: now(), ...(uri !== undefined && { uri }) });
  }

  function end(reason: 'idle'): void {
    if (opened === undefined || state.get().kind === 'signedOut') return;
    // Not revoked at the server: a copy of this tab lives on the same tokens and has an owner of its own.
    opened.keeper.end(reason);
    showEnded(opened.context, reason);
  }

  async function signOut(): Promise<void> {
    if (opened === undefined) return;
    const { issuer, context, keeper, store } = opened;
    const stored = store.read(context.stateKey);
    // The server forgets the tokens of all: a copy of this tab that went on would only find its session ended.
    keeper.copies.tellSignedOut();
    forgetLaunch();
    if (stored !== undefined) {
      const net = createNet({ ...issuer, base: context.iss });
      await revokeTokens(net, stored);
      const token = await keeper.tooLate();
      if (token !== undefined) await revokeTokens(net, { ...stored, token });
    }
    // Without a network a reload would show the browser's own words in place of ours.
    if (page.isOnline()) page.reload();
  }

  /** A copy of this tab was signed out of. */
  function leaveSignedOut(): void {
    forgetLaunch();
    if (page.isOnline()) page.reload();
  }

  function forgetLaunch(): void {
    if (opened === undefined) return;
    opened.keeper.end('signedOut');
    opened.store.remove(opened.context.stateKey);
    page.rewriteAddress(`${page.home}${signedOutHash}`);
    state.set({ kind: 'signedOut' });
  }

  function relaunch({ serverUrl, notes }: StoredLaunch): () => void {
    return () => page.replaceBy(launchAddress(serverUrl, notes.launch));
  }

  function launchAddress(iss: string, launch?: string): string {
    const query = new URLSearchParams({ iss, ...(launch !== undefined && { launch }) });
    return `${page.home}?${query}`;
  }

  function fail(error: LaunchError, retry?: () => void): void {
    state.set({ kind: 'failed', error, ...(retry !== undefined && { retry }) });
  }
}

function firstState(route: Route): SessionState {
  const steps = {
    launch: 'discovery',
    return: 'exchange',
    resume: 'resuming',
    front: 'resuming',
    signedOut: 'resuming',
    refused: 'resuming',
  } as const;
  return { kind: 'starting', step: steps[route.kind] };
}

/** A launch without token: given up before the exchange, broken in it, or ended since. */
function reasonToRefuse({ notes }: StoredLaunch, error: LaunchError): LaunchError {
  if (error.kind !== 'noAccessToken') return error;
  return notes.codeSpent && notes.signedInAt === undefined
    ? { kind: 'alreadyUsed' }
    : { kind: 'unknownState' };
}

function isWorthRetrying({ kind }: LaunchError): boolean {
  return kind === 'discoveryFailed' || kind === 'offline';
}

const passed = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));

const noSession = async () => err({ kind: 'sessionEnded', reason: 'expired' } as const);
