import type { SmartConfiguration } from './smart-configuration.ts';

/** What the app reads, and nothing else. */
const READ_TYPES = ['Patient', 'Encounter', 'DiagnosticReport', 'DocumentReference', 'Binary'];
const LAUNCH_SCOPES = ['launch', 'launch/patient'];

/**
 * The scopes to ask for, separated by spaces. v1 (`.read`) unless the server knows v2 only; wildcards never,
 * since vendors refuse them.
 *
 * @param override `scopes` of config.json; only the launch scope is then chosen here
 */
export function chooseScopes(
  smart: SmartConfiguration,
  launchedBy: 'ehr' | 'standalone',
  override?: string,
): string {
  const launch = launchedBy === 'ehr' ? 'launch' : 'launch/patient';
  if (override !== undefined) {
    const asked = override
      .split(/\s+/)
      .filter((scope) => scope !== '' && !LAUNCH_SCOPES.includes(scope));
    return [launch, ...asked].join(' ');
  }
  const verb = isVersionTwoOnly(smart) ? 'rs' : 'read';
  return [
    launch,
    ...identityScopes(smart),
    ...(offersOnlineAccess(smart) ? ['online_access'] : []),
    ...READ_TYPES.map((type) => `patient/${type}.${verb}`),
  ].join(' ');
}

function isVersionTwoOnly({ capabilities }: SmartConfiguration): boolean {
  return capabilities.includes('permission-v2') && !capabilities.includes('permission-v1');
}

function offersOnlineAccess({ capabilities, scopesSupported }: SmartConfiguration): boolean {
  return (
    capabilities.includes('permission-online') ||
    scopesSupported?.includes('online_access') === true
  );
}

/** Who reads; `profile` is the name that `fhirUser` had before SMART 1.0. */
function identityScopes({ scopesSupported }: SmartConfiguration): readonly string[] {
  if (scopesSupported === undefined) return ['openid', 'fhirUser'];
  if (!scopesSupported.includes('openid')) return [];
  const name = ['fhirUser', 'profile'].find((scope) => scopesSupported.includes(scope));
  return name === undefined ? ['openid'] : ['openid', name];
}
