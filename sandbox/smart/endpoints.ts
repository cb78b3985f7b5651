import type { Origins } from '../origins.ts';
import type { FhirVersion } from '../session.ts';

export interface OauthUris {
  readonly authorize: string;
  readonly token: string;
  readonly revoke: string;
}

/** The FHIR base of a tenant: no trailing slash, `aud` and `iss` of its launches. */
export function fhirBase(origins: Origins, version: FhirVersion, tenant: string): string {
  return `${origins.fhir}/${version}/${tenant}`;
}

/** `iss` of the id tokens of a tenant. */
export function issuerOf(origins: Origins, tenant: string): string {
  return `${origins.authorization}/tenants/${tenant}/oidc`;
}

/** The authorization server's addresses for one FHIR base; `metadata` states them as `oauth-uris`. */
export function oauthUris(
  session: { readonly id: string },
  origins: Origins,
  version: FhirVersion,
): OauthUris {
  const root = `${origins.authorization}/tenants/${session.id}/fhir/${version}`;
  return { authorize: `${root}/authorize`, token: `${root}/token`, revoke: `${root}/token/revoke` };
}
