import type { Origins } from '../origins.ts';
import type { FhirVersion } from '../session.ts';
import type { LiveSession } from '../sessions.ts';
import { issuerOf, oauthUris } from './endpoints.ts';
import { permissionVersions, supportedScopes } from './scopes.ts';

/** The `.well-known/smart-configuration` of one base. */
export function smartConfiguration(
  session: LiveSession,
  origins: Origins,
  version: FhirVersion,
): Readonly<Record<string, unknown>> {
  const { options } = session;
  const uris = oauthUris(session, origins, version);
  return {
    issuer: issuerOf(origins, session.id),
    jwks_uri: `${origins.authorization}/jwks`,
    authorization_endpoint: uris.authorize,
    token_endpoint: uris.token,
    revocation_endpoint: uris.revoke,
    token_endpoint_auth_methods_supported: ['none'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    response_types_supported: ['code'],
    scopes_supported: supportedScopes(options),
    ...(options.advertisePkce ? { code_challenge_methods_supported: ['S256'] } : {}),
    ...(options.responseIss ? { authorization_response_iss_parameter_supported: true } : {}),
    capabilities: [
      'launch-ehr',
      'launch-standalone',
      'client-public',
      'sso-openid-connect',
      'context-ehr-patient',
      'context-ehr-encounter',
      'context-standalone-patient',
      'context-banner',
      ...(options.smartStyle ? ['context-style'] : []),
      'permission-online',
      'permission-patient',
      'permission-user',
      ...permissionVersions(options).map((version) => `permission-${version}`),
    ],
  };
}
