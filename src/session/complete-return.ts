import type { Config } from '../config/config.ts';
import { findIssuer } from '../config/find-issuer.ts';
import { wasBlocked } from '../net/blocked-connections.ts';
import { err, ok } from '../shared/result.ts';
import type { Result } from '../shared/result.ts';
import { parseAddress } from '../shared/web-address.ts';
import { foreignOrigin } from './discovery.ts';
import type { Route } from './route.ts';
import type { LaunchError } from './session-state.ts';
import { exchange } from './smart-client.ts';
import type { LaunchStore, StoredLaunch } from './stored-launch.ts';
import { parseTokenResponse } from './token-response.ts';
import { writeToken } from './token-keeper.ts';

/**
 * Answers a return from the authorization server: checks that it belongs to a launch of this tab, then
 * exchanges its code exactly once. The launch is stored with its token afterwards.
 */
export async function completeReturn(options: {
  readonly config: Config;
  readonly store: LaunchStore;
  readonly route: Extract<Route, { kind: 'return' }>;
  readonly redirectUri: string;
  readonly now: () => number;
}): Promise<Result<void, LaunchError>> {
  const { config, store, route, redirectUri, now } = options;
  const launch = store.read(route.state);
  if (launch === undefined) return err({ kind: 'unknownState' });
  // The same return again, by Back or reload: the launch it belongs to simply goes on.
  if (parseTokenResponse(launch.token).accessToken !== undefined) return ok(undefined);
  if (launch.notes.codeSpent) return err({ kind: 'alreadyUsed' });
  if (!isFromIssuer(launch, route.iss)) {
    store.remove(launch.key);
    return err({ kind: 'issuerMismatch' });
  }
  if (route.answer.kind === 'error') {
    store.remove(launch.key);
    return err({ ...route.answer, kind: 'authorizationRefused' });
  }
  const refused = refuseTokenEndpoint(config, launch);
  if (refused !== undefined) {
    store.remove(launch.key);
    return err(refused);
  }
  const exchanged = await exchange(store, launch, route.answer.code, redirectUri);
  if (!exchanged.ok) return err(await blockedOr(exchanged.error, launch.tokenUri));
  return keepTimes(store, launch.key, now());
}

/** To fhirclient, a connection that the page's own policy stopped is a lost network. */
async function blockedOr(
  error: Extract<LaunchError, { kind: 'exchangeFailed' }>,
  tokenUri = '',
): Promise<LaunchError> {
  const url = parseAddress(tokenUri);
  if (error.status !== undefined || url === undefined || !(await wasBlocked(url))) return error;
  return { kind: 'connectionBlocked', host: url.host };
}

/** RFC 9207: an answer that names its issuer must name ours, and one of a server that always does must. */
function isFromIssuer({ notes }: StoredLaunch, iss: string | undefined): boolean {
  return iss === undefined ? !notes.namesIssuer : iss === notes.issuer;
}

/** The configuration may have changed since the launch was stored. */
function refuseTokenEndpoint(config: Config, launch: StoredLaunch): LaunchError | undefined {
  const found = findIssuer(config, launch.serverUrl, launch.notes.launchedBy);
  if (found === undefined)
    return { kind: 'issuerNotConfigured', host: new URL(launch.serverUrl).host };
  const origin = foreignOrigin(launch.tokenUri ?? '', found.issuer.authOrigins);
  if (origin === undefined) return undefined;
  const configKey = `issuers[${config.issuers.indexOf(found.issuer)}].authOrigins`;
  return { kind: 'endpointOutsideConfiguration', origin, configKey };
}

async function keepTimes(
  store: LaunchStore,
  key: string,
  now: number,
): Promise<Result<void, LaunchError>> {
  const stored = store.read(key);
  const token = parseTokenResponse(stored?.token);
  if (stored === undefined || token.accessToken === undefined)
    return err({ kind: 'noAccessToken' });
  await writeToken(
    store,
    { ...stored, notes: { ...stored.notes, signedInAt: now } },
    stored.token,
    token,
    now,
  );
  return ok(undefined);
}
