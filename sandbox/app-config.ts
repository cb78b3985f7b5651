/** The app's config.json for one running sandbox. */
import type { Origins } from './origins.ts';
import { demoTenant } from './sessions.ts';
import { clientId } from './smart/authorize-request.ts';

/**
 * The demo tenants to sign in to on the front page, then any tenant by pattern, which launches name. PKCE is
 * left to its default (always), since sessions can be told not to advertise it.
 */
export function appConfig(origins: Origins): Readonly<Record<string, unknown>> & {
  readonly frameAncestors: readonly string[];
} {
  const issuer = (name: string, address: Readonly<Record<string, string>>) => ({
    ...address,
    name: `Sandbox EHR, ${name}`,
    clientId,
    launch: ['ehr', 'standalone'],
    authOrigins: [origins.authorization],
    styleOrigins: [origins.ehr],
    mpages: true,
  });
  const base = (version: string, tenant: string): string => `${origins.fhir}/${version}/${tenant}`;
  return {
    version: 1,
    issuers: [
      issuer('DSTU2', { iss: base('dstu2', demoTenant) }),
      issuer('R4', { iss: base('r4', demoTenant) }),
      issuer('DSTU2', { issPattern: base('dstu2', '{tenant}') }),
      issuer('R4', { issPattern: base('r4', '{tenant}') }),
    ],
    frameAncestors: [origins.ehr, origins.ehrOtherSite],
    demo: false,
  };
}
