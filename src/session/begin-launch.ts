import type { Config, IssuerConfig } from '../config/config.ts';
import { findIssuer } from '../config/find-issuer.ts';
import { createNet } from '../net/net.ts';
import { err, ok } from '../shared/result.ts';
import type { Result } from '../shared/result.ts';
import { toHex } from '../shared/hex.ts';
import { parseAddress } from '../shared/web-address.ts';
import { chooseScopes } from './choose-scopes.ts';
import { discover, foreignOrigin } from './discovery.ts';
import type { LaunchError } from './session-state.ts';
import { authorize } from './smart-client.ts';
import type { PkceMode } from './smart-client.ts';
import type { SmartConfiguration } from './smart-configuration.ts';
import type { LaunchNotes, LaunchStore } from './stored-launch.ts';

export interface LaunchRequest {
  readonly config: Config;
  readonly store: LaunchStore;
  /** As the EHR or the front page gave it. */
  readonly iss: string;
  readonly launch?: string;
  readonly redirectUri: string;
  /** Under which the launch will be kept: `newStateKey()`. */
  readonly stateKey: string;
  readonly isFramed: boolean;
  /** Called once it is certain that this launch takes the place of those before it in its tab. */
  readonly replaceFormer: () => Promise<readonly string[]>;
}

/**
 * Prepares a fresh authorization: discovery, scopes, PKCE, stored launch.
 *
 * @returns the authorization server's address to go to, its origin checked. An `iss` that is not configured
 *   is refused before any request.
 */
export async function beginLaunch(request: LaunchRequest): Promise<Result<string, LaunchError>> {
  const { config, store, iss, launch, redirectUri, stateKey, isFramed } = request;
  const launchedBy = launch === undefined ? 'standalone' : 'ehr';
  const found = findIssuer(config, iss, launchedBy);
  if (found === undefined)
    return err({ kind: 'issuerNotConfigured', host: parseAddress(iss)?.host ?? '' });
  const former = await request.replaceFormer();
  const { issuer } = found;
  const issuerKey = `issuers[${config.issuers.indexOf(issuer)}]`;
  const net = createNet({ ...issuer, base: found.iss });
  const discovery = await discover(net, found.iss, issuer, issuerKey);
  if (!discovery.ok) return discovery;
  const { smart, fhirVersion } = discovery.value;
  const pkceMode = pkceModeOf(issuer.pkce, smart);
  if (pkceMode === undefined) return err({ kind: 'pkceNotSupported' });

  const scope = chooseScopes(smart, launchedBy, issuer.scopes);
  const { issuer: issuerName, revocationEndpoint } = smart;
  const notes: LaunchNotes = {
    version: 1,
    launchedBy,
    ...(launch !== undefined && { launch }),
    fhirVersion,
    scopes: scope,
    ...(issuerName !== undefined && { issuer: issuerName }),
    namesIssuer: smart.namesIssuer,
    ...(revocationEndpoint !== undefined &&
      foreignOrigin(revocationEndpoint, issuer.authOrigins) === undefined && {
        revocationEndpoint,
      }),
    codeSpent: false,
    renewals: 0,
    isFramed,
    former,
  };
  let address: string;
  try {
    address = await authorize(store, {
      iss,
      ...(launch !== undefined && { launch }),
      clientId: issuer.clientId,
      scope,
      redirectUri,
      stateKey,
      pkceMode,
      notes,
    });
  } catch {
    store.remove(stateKey);
    return err({ kind: 'discoveryFailed', host: new URL(found.iss).host, cause: 'authorize' });
  }
  const origin = foreignDestination(store, stateKey, address, issuer);
  if (origin === undefined) return ok(withOneQuery(address));
  store.remove(stateKey);
  return err({
    kind: 'endpointOutsideConfiguration',
    origin,
    configKey: `${issuerKey}.authOrigins`,
  });
}

/** fhirclient discovers on its own: what it found, and would post the code to, is checked as well. */
function foreignDestination(
  store: LaunchStore,
  stateKey: string,
  address: string,
  { authOrigins }: IssuerConfig,
): string | undefined {
  const tokenUri = store.read(stateKey)?.tokenUri ?? '';
  return foreignOrigin(address, authOrigins) ?? foreignOrigin(tokenUri, authOrigins);
}

/** `ifAdvertised` never falls back to no challenge where the server has advertised S256. */
function pkceModeOf(policy: IssuerConfig['pkce'], smart: SmartConfiguration): PkceMode | undefined {
  const isAdvertised = smart.codeChallengeMethods.includes('S256');
  if (policy === 'always') return 'unsafeV1';
  if (policy === 'required') return isAdvertised ? 'required' : undefined;
  return isAdvertised ? 'required' : 'ifSupported';
}

/** fhirclient joins with `?` even where the endpoint has a query already (RFC 6749 section 3.1 allows one). */
function withOneQuery(address: string): string {
  const [endpoint, ...queries] = address.split('?');
  return queries.length === 0 ? address : `${endpoint}?${queries.join('&')}`;
}

/** 128 random bits; SMART App Launch 2.2 asks for at least 122. */
export const newStateKey = (): string => toHex(crypto.getRandomValues(new Uint8Array(16)));
