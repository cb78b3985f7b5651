/**
 * The one door to fhirclient: it authorizes and exchanges the code, nothing else. Its address, storage and
 * settings are given by an adapter of this launch, so that neither URL parameters nor another chart in the
 * same storage can reach it. Its own requests are the one exception to the guarded fetch.
 */
import { textOf } from '../shared/json.ts';
import { err, ok } from '../shared/result.ts';
import type { Result } from '../shared/result.ts';
import { loadFhirclient, refusalOfFhirclient } from './load-fhirclient.ts';
import { noteOn } from './stored-launch.ts';
import type { LaunchNotes, LaunchStore, StoredLaunch } from './stored-launch.ts';

const TIME_LIMIT_MS = 30_000;

/** fhirclient's names: `unsafeV1` always sends a challenge, `ifSupported` only where S256 is advertised. */
export type PkceMode = 'unsafeV1' | 'required' | 'ifSupported';

export interface AuthorizeRequest {
  readonly iss: string;
  readonly launch?: string;
  readonly clientId: string;
  readonly scope: string;
  readonly redirectUri: string;
  readonly stateKey: string;
  readonly pkceMode: PkceMode;
  readonly notes: LaunchNotes;
}

export interface ExchangeFailure {
  readonly kind: 'exchangeFailed';
  readonly status?: number;
  readonly error?: string;
  readonly description?: string;
  /** The authorization server's own page about the error. */
  readonly uri?: string;
}

/** Stores the launch under its key and gives the authorization server's address to go to. */
export async function authorize(store: LaunchStore, request: AuthorizeRequest): Promise<string> {
  const { iss, launch, clientId, scope, redirectUri, stateKey, pkceMode, notes } = request;
  const api = await smartApi(store, stateKey, redirectUri, notes);
  const address: unknown = await within(
    TIME_LIMIT_MS,
    api.authorize({
      iss,
      ...(launch !== undefined && { launch }),
      clientId,
      scope,
      redirectUri,
      stateKey,
      pkceMode,
      // Otherwise a named pop-up would post the answer to its opener and close itself.
      completeInTarget: true,
      noRedirect: true,
      wellKnownRequestOptions: { cache: 'no-store', credentials: 'omit' },
      conformanceRequestOptions: { cache: 'no-store', credentials: 'omit' },
    }),
  );
  if (typeof address !== 'string') throw new Error('fhirclient gave no address');
  return address;
}

const exchanges = new Map<string, Promise<Result<void, ExchangeFailure>>>();

/** The exchange of this launch that is under way or done on this page. */
export const exchangeUnderWay = (stateKey: string) => exchanges.get(stateKey);

/**
 * Exchanges the code, once per page and launch however often it is called, and once for ever: that it was
 * spent is stored before it leaves the page. The token is stored then.
 */
export function exchange(
  store: LaunchStore,
  launch: StoredLaunch,
  code: string,
  redirectUri: string,
): Promise<Result<void, ExchangeFailure>> {
  const shared = exchanges.get(launch.key) ?? exchangeOnce(store, launch, code, redirectUri);
  exchanges.set(launch.key, shared);
  return shared;
}

async function exchangeOnce(
  store: LaunchStore,
  launch: StoredLaunch,
  code: string,
  redirectUri: string,
): Promise<Result<void, ExchangeFailure>> {
  const stateKey = launch.key;
  await noteOn(store, launch, { codeSpent: true });
  try {
    const api = await smartApi(store, stateKey, redirectUri);
    // fhirclient puts the code into the form body as it is: a `+` or `&` in it would be lost.
    await within(TIME_LIMIT_MS, api.ready({ stateKey, code: encodeURIComponent(code) }));
    return ok(undefined);
  } catch (cause) {
    const details = detailsOf(cause);
    const refusal = details.status === undefined ? {} : await refusalOfFhirclient();
    return err({ kind: 'exchangeFailed', ...details, ...refusal });
  }
}

async function smartApi(
  store: LaunchStore,
  stateKey: string,
  redirectUri: string,
  notes?: LaunchNotes,
) {
  const loaded = await loadFhirclient();
  const BrowserAdapter = classOf(loaded.default);
  const storage = {
    // fhirclient also asks for its one well-known key, which charts in one storage would share: it has none.
    get: async (key: string) => (key === stateKey ? (store.readRaw(key) ?? null) : null),
    set: async (key: string, value: Record<string, unknown>) => {
      if (key === stateKey)
        await store.write(key, { ...(notes !== undefined && { dossier: notes }), ...value });
      return value;
    },
    unset: async () => false,
  };
  class LaunchAdapter extends BrowserAdapter {
    override getUrl(): URL {
      return new URL(redirectUri);
    }
    override getStorage() {
      return storage;
    }
  }
  return new LaunchAdapter({
    fullSessionStorageSupport: false,
    replaceBrowserHistory: false,
  }).getSmartApi();
}

/** Bundlers differ in what the default import of a CommonJS module is: its exports, or their `default`. */
function classOf<T>(imported: T | { readonly default: T }): T {
  return typeof imported === 'object' && imported !== null && 'default' in imported
    ? imported.default
    : imported;
}

/** Status, and for the details on screen the OAuth error code that fhirclient puts on its third line. */
function detailsOf(cause: unknown): { status?: number; error?: string } {
  if (!(cause instanceof Error)) return {};
  const status = 'status' in cause && typeof cause.status === 'number' ? cause.status : undefined;
  const error =
    status === undefined ? undefined : textOf(/^\w+/.exec(cause.message.split('\n')[2] ?? '')?.[0]);
  return { ...(status !== undefined && { status }), ...(error !== undefined && { error }) };
}

function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('time limit')), milliseconds);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
