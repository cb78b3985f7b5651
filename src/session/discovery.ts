import type { IssuerConfig } from '../config/config.ts';
import type { NetError } from '../net/net-error.ts';
import type { Net } from '../net/net.ts';
import { parseJson } from '../shared/json.ts';
import { err, ok } from '../shared/result.ts';
import type { Result } from '../shared/result.ts';
import { hasTrustedScheme, parseAddress } from '../shared/web-address.ts';
import type { LaunchError } from './session-state.ts';
import {
  fhirVersionOf,
  parseSmartConfiguration,
  smartConfigurationFromMetadata,
} from './smart-configuration.ts';
import type { SmartConfiguration } from './smart-configuration.ts';

export interface Discovery {
  readonly smart: SmartConfiguration;
  readonly fhirVersion: 'dstu2' | 'r4';
}

type Fetched = Result<
  unknown,
  { readonly status?: number; readonly cause: string; readonly net?: NetError }
>;

/**
 * Asks the base, without a token, how to authorize and which FHIR it speaks. `metadata` is always read: it
 * alone states the FHIR version, and older servers keep the endpoints there.
 *
 * @param issuerKey the issuer's place in config.json, for the message: `issuers[0]`
 */
export async function discover(
  net: Net,
  base: string,
  issuer: IssuerConfig,
  issuerKey: string,
): Promise<Result<Discovery, LaunchError>> {
  const [wellKnown, metadata] = await Promise.all([
    fetchJson(net, `${base}/.well-known/smart-configuration`),
    fetchJson(net, `${base}/metadata`),
  ]);
  if (!metadata.ok) return err(toLaunchError(base, metadata.error));
  const smart =
    (wellKnown.ok ? parseSmartConfiguration(wellKnown.value) : undefined) ??
    smartConfigurationFromMetadata(metadata.value);
  if (smart === undefined) return err(failed(base, 'noEndpoints'));
  for (const endpoint of [smart.authorizationEndpoint, smart.tokenEndpoint]) {
    const origin = foreignOrigin(endpoint, issuer.authOrigins);
    if (origin !== undefined) {
      return err({
        kind: 'endpointOutsideConfiguration',
        origin,
        configKey: `${issuerKey}.authOrigins`,
      });
    }
  }
  const version = fhirVersionOf(metadata.value);
  if (version === undefined) return err(failed(base, 'noFhirVersion'));
  const fhirVersion = toFhirVersion(version);
  if (fhirVersion === undefined) return err({ kind: 'fhirVersionUnsupported', version });
  return ok({ smart, fhirVersion });
}

/** The origin of an endpoint that may not be contacted; undefined when it may. */
export function foreignOrigin(endpoint: string, origins: readonly string[]): string | undefined {
  const url = parseAddress(endpoint);
  if (url === undefined) return endpoint;
  const isClean = hasTrustedScheme(url) && url.username === '' && url.password === '';
  return isClean && origins.includes(url.origin) ? undefined : url.origin;
}

function toFhirVersion(version: string): Discovery['fhirVersion'] | undefined {
  if (version.startsWith('1.0')) return 'dstu2';
  return version.startsWith('4.') ? 'r4' : undefined;
}

async function fetchJson(net: Net, url: string): Promise<Fetched> {
  const answer = await net.request({ purpose: 'discovery', url, accept: 'application/json' });
  if (!answer.ok) return err({ cause: answer.error.kind, net: answer.error });
  const { status } = answer.value;
  if (status !== 200) return err({ status, cause: 'status' });
  const body = await answer.value.text();
  if (!body.ok) return err({ cause: body.error.kind, net: body.error });
  const json = parseJson(body.value);
  return json === undefined ? err({ status, cause: 'notJson' }) : ok(json);
}

function toLaunchError(
  base: string,
  { status, cause, net }: { status?: number; cause: string; net?: NetError },
): LaunchError {
  // A browser tells CORS, DNS and a lost network alike; only when it says offline do we.
  if (net?.kind === 'offline' && globalThis.navigator?.onLine === false) return { kind: 'offline' };
  if (net?.kind === 'blocked') return { kind: 'connectionBlocked', host: net.host };
  return { ...failed(base, cause), ...(status !== undefined && { status }) };
}

function failed(base: string, cause: string) {
  return { kind: 'discoveryFailed', host: parseAddress(base)?.host ?? '', cause } as const;
}
