import { withoutTrailingSlash } from '../shared/web-address.ts';
import { isTenant } from './config-addresses.ts';
import type { Config, IssuerConfig } from './config.ts';

export interface FoundIssuer {
  readonly issuer: IssuerConfig;
  /** The FHIR base, without trailing slash. */
  readonly iss: string;
}

/**
 * The configured issuer that `iss` of a launch names, compared as text; a trailing slash is forgiven. One
 * server may stand twice, with a client for clinicians and one for patients: `launchedBy` tells them apart.
 */
export function findIssuer(
  config: Config,
  iss: string,
  launchedBy: 'ehr' | 'standalone',
): FoundIssuer | undefined {
  const asked = withoutTrailingSlash(iss);
  const issuer = config.issuers.find(
    (candidate) =>
      candidate.launch.includes(launchedBy) &&
      (candidate.iss === asked || matchesPattern(candidate, asked)),
  );
  return issuer === undefined ? undefined : { issuer, iss: asked };
}

/** What the front page offers: each `iss` and each listed tenant whose issuer allows a standalone launch. */
export function issuersToSignIn(
  config: Config,
): readonly { readonly name: string; readonly iss: string }[] {
  return config.issuers
    .filter((issuer) => issuer.launch.includes('standalone'))
    .flatMap((issuer) => {
      const tenants = issuer.tenants ?? [];
      const pattern = issuer.issPattern;
      const addresses =
        pattern === undefined ? [] : tenants.map((tenant) => pattern.replace('{tenant}', tenant));
      const offered = new Set(issuer.iss === undefined ? addresses : [issuer.iss, ...addresses]);
      return [...offered].map((iss) => ({ name: nameOf(issuer, iss, offered.size), iss }));
    });
}

function matchesPattern({ issPattern, tenants }: IssuerConfig, asked: string): boolean {
  const tenant = issPattern === undefined ? undefined : tenantIn(issPattern, asked);
  return tenant !== undefined && (tenants === undefined || tenants.includes(tenant));
}

function tenantIn(pattern: string, asked: string): string | undefined {
  const [before = '', after = ''] = pattern.split('{tenant}');
  if (!asked.startsWith(before) || !asked.endsWith(after)) return undefined;
  const tenant = asked.slice(before.length, asked.length - after.length);
  return isTenant(tenant) ? tenant : undefined;
}

function nameOf(issuer: IssuerConfig, iss: string, offered: number): string {
  const tenant = issuer.issPattern === undefined ? undefined : tenantIn(issuer.issPattern, iss);
  return offered > 1 && tenant !== undefined && iss !== issuer.iss
    ? `${issuer.name} (${tenant})`
    : issuer.name;
}
