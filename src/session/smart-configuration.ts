import { isRecord, textOf, textsOf } from '../shared/json.ts';

/** What discovery says of the authorization server; addresses as written. */
export interface SmartConfiguration {
  readonly issuer?: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly revocationEndpoint?: string;
  readonly capabilities: readonly string[];
  /** Undefined: the server does not say. */
  readonly scopesSupported?: readonly string[];
  readonly codeChallengeMethods: readonly string[];
  /** RFC 9207: every answer of this server names its issuer. */
  readonly namesIssuer: boolean;
}

const OAUTH_URIS = 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris';

/** `.well-known/smart-configuration` (SMART App Launch 2.2, conformance); undefined without both endpoints. */
export function parseSmartConfiguration(json: unknown): SmartConfiguration | undefined {
  if (!isRecord(json)) return undefined;
  const issuer = textOf(json['issuer']);
  const authorizationEndpoint = textOf(json['authorization_endpoint']);
  const tokenEndpoint = textOf(json['token_endpoint']);
  const revocationEndpoint = textOf(json['revocation_endpoint']);
  if (authorizationEndpoint === undefined || tokenEndpoint === undefined) return undefined;
  return {
    ...(issuer !== undefined && { issuer }),
    authorizationEndpoint,
    tokenEndpoint,
    ...(revocationEndpoint !== undefined && { revocationEndpoint }),
    capabilities: textsOf(json['capabilities']),
    ...(Array.isArray(json['scopes_supported']) && {
      scopesSupported: textsOf(json['scopes_supported']),
    }),
    codeChallengeMethods: textsOf(json['code_challenge_methods_supported']),
    namesIssuer: json['authorization_response_iss_parameter_supported'] === true,
  };
}

/**
 * The `oauth-uris` extension of a Conformance or CapabilityStatement, where servers have nothing better. Only
 * the first `rest` counts, as for fhirclient, which reads it again when it authorizes.
 */
export function smartConfigurationFromMetadata(json: unknown): SmartConfiguration | undefined {
  const rest = isRecord(json) && Array.isArray(json['rest']) ? json['rest'][0] : undefined;
  const security = isRecord(rest) && isRecord(rest['security']) ? rest['security'] : {};
  const addresses = extensionsOf(security).find(({ url }) => url === OAUTH_URIS);
  if (addresses === undefined) return undefined;
  const addressOf = (name: string): string | undefined =>
    textOf(extensionsOf(addresses).find(({ url }) => url === name)?.['valueUri']);
  const authorizationEndpoint = addressOf('authorize');
  const tokenEndpoint = addressOf('token');
  const revocationEndpoint = addressOf('revoke');
  if (authorizationEndpoint === undefined || tokenEndpoint === undefined) return undefined;
  return {
    authorizationEndpoint,
    tokenEndpoint,
    ...(revocationEndpoint !== undefined && { revocationEndpoint }),
    capabilities: [],
    codeChallengeMethods: [],
    namesIssuer: false,
  };
}

/** `fhirVersion` of a Conformance or CapabilityStatement, as written. */
export function fhirVersionOf(json: unknown): string | undefined {
  return isRecord(json) ? textOf(json['fhirVersion']) : undefined;
}

function extensionsOf(
  element: Readonly<Record<string, unknown>>,
): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(element['extension']) ? element['extension'].filter(isRecord) : [];
}
