/** The token endpoint and the revocation endpoint. */
import { corsHeaders, jsonResponse } from '../http.ts';
import type { Origins } from '../origins.ts';
import type { FhirVersion } from '../session.ts';
import { isRegistered } from './authorize-request.ts';
import { fhirBase, issuerOf } from './endpoints.ts';
import { hasPatient, type Authorization, type GrantStore, type IssuedTokens } from './grants.ts';
import type { TokenSigner } from './id-token.ts';
import { verifiesChallenge } from './pkce.ts';

export interface TokenContext {
  readonly origins: Origins;
  readonly grants: GrantStore;
  readonly signer: TokenSigner;
  readonly tenant: string;
  readonly version: FhirVersion;
}

const noStore = { ...corsHeaders, 'Cache-Control': 'no-store', Pragma: 'no-cache' };

/** An error answer of RFC 6749 section 5.2, with the vendor's `error_uri`; a description is not its custom. */
export function tokenError(
  origins: Origins,
  error: string,
  status = 400,
  description?: string,
): Response {
  const body = {
    error,
    ...(description === undefined ? {} : { error_description: description }),
    error_uri: `${origins.authorization}/errors/${error}`,
  };
  return jsonResponse(body, status, noStore);
}

/** Answers `POST …/token`. */
export async function handleToken(form: URLSearchParams, context: TokenContext): Promise<Response> {
  const repeated = [...form.keys()].some((name) => form.getAll(name).length > 1);
  if (repeated) return tokenError(context.origins, 'invalid_request');
  switch (form.get('grant_type')) {
    case 'authorization_code':
      return exchangeCode(form, context);
    case 'refresh_token':
      return refresh(form, context);
    default:
      return tokenError(context.origins, 'unsupported_grant_type');
  }
}

async function exchangeCode(form: URLSearchParams, context: TokenContext): Promise<Response> {
  const { origins, grants } = context;
  const client = form.get('client_id');
  if (!isRegistered(client)) return tokenError(origins, 'invalid_client', 401);
  const authorization = grants.takeCode(form.get('code') ?? '');
  if (authorization === undefined) return tokenError(origins, 'invalid_grant');
  const { codeChallenge } = authorization;
  const verifier = form.get('code_verifier');
  const proven =
    codeChallenge === undefined
      ? verifier === null
      : verifier !== null && (await verifiesChallenge(verifier, codeChallenge));
  if (
    !proven ||
    authorization.clientId !== client ||
    !belongsHere(authorization, context) ||
    form.get('redirect_uri') !== authorization.redirectUri
  ) {
    return tokenError(origins, 'invalid_grant');
  }
  const withRefresh = authorization.scopes.includes('online_access');
  const tokens = grants.issue(authorization, { withRefresh });
  const body = {
    ...tokenFields(authorization, tokens),
    ...contextFields(authorization, origins),
    ...(await identityFields(authorization, context)),
  };
  return tokenAnswer(authorization, body);
}

/** The vendor returns no new refresh token: the first stays. A tenant that rotates ends the old one. */
function refresh(form: URLSearchParams, context: TokenContext): Response {
  const { origins, grants } = context;
  const refreshToken = form.get('refresh_token') ?? '';
  const client = form.get('client_id');
  if (client !== null && !isRegistered(client)) return tokenError(origins, 'invalid_client', 401);
  const activeAt = form.get('active_at');
  if (activeAt !== null && !/^\d+$/.test(activeAt)) return tokenError(origins, 'invalid_request');
  const authorization = grants.refreshable(refreshToken);
  if (
    authorization === undefined ||
    (client ?? authorization.clientId) !== authorization.clientId ||
    !belongsHere(authorization, context)
  ) {
    return tokenError(origins, 'invalid_grant');
  }
  const { rotateRefreshTokens: rotate, activeTtl } = authorization.session.options;
  // Nobody was there for as long as the last answer allowed: the session is over.
  if (activeTtl !== undefined && Number(activeAt) >= activeTtl) {
    grants.endRefresh(refreshToken);
    return tokenError(origins, 'invalid_grant');
  }
  if (rotate) grants.endRefresh(refreshToken);
  const tokens = grants.issue(authorization, { withRefresh: rotate });
  return tokenAnswer(authorization, tokenFields(authorization, tokens));
}

/** Answers `POST …/token/revoke` (RFC 7009): 200 for unknown tokens too. */
export function handleRevoke(form: URLSearchParams, context: TokenContext): Response {
  const token = form.get('token');
  if (token === null || token === '') return tokenError(context.origins, 'invalid_request');
  context.grants.endRefresh(token);
  return new Response(null, { status: 200, headers: noStore });
}

function tokenAnswer(
  { session }: Authorization,
  fields: Readonly<Record<string, unknown>>,
): Response {
  const all = Object.entries({ ...fields, ...session.options.tokenFields });
  const said = all.filter(([, value]) => value !== null);
  return jsonResponse(Object.fromEntries(said), 200, noStore);
}

function belongsHere(authorization: Authorization, context: TokenContext): boolean {
  return authorization.session.id === context.tenant && authorization.version === context.version;
}

function tokenFields(authorization: Authorization, tokens: IssuedTokens) {
  const { options } = authorization.session;
  return {
    access_token: tokens.accessToken,
    token_type: 'Bearer',
    expires_in: options.tokenSeconds,
    scope: authorization.scopes.join(' '),
    ...(tokens.refreshToken === undefined ? {} : { refresh_token: tokens.refreshToken }),
    ...(options.activeTtl === undefined ? {} : { active_ttl: options.activeTtl }),
  };
}

function contextFields(authorization: Authorization, origins: Origins) {
  const { options, id } = authorization.session;
  const encounter = options.encounterId;
  return {
    tenant: id,
    need_patient_banner: options.needPatientBanner,
    ...(hasPatient(authorization) ? { patient: authorization.chart.patient.id } : {}),
    ...(encounter !== undefined && authorization.scopes.includes('launch') ? { encounter } : {}),
    ...(options.smartStyle ? { smart_style_url: `${origins.ehr}/smart-style.json` } : {}),
  };
}

async function identityFields(authorization: Authorization, context: TokenContext) {
  const { session, scopes, user, version, nonce } = authorization;
  if (!scopes.includes('openid')) return {};
  const issuedAt = Math.floor(session.now() / 1000);
  const fhirUser = `${fhirBase(context.origins, version, session.id)}/${user.fhirUser}`;
  const claims = {
    iss: issuerOf(context.origins, session.id),
    aud: authorization.clientId,
    sub: user.sub,
    iat: issuedAt,
    exp: issuedAt + session.options.tokenSeconds,
    name: user.name,
    ...(scopes.includes('fhirUser') ? { fhirUser, profile: fhirUser } : {}),
    ...(nonce === undefined ? {} : { nonce }),
  };
  return { id_token: await context.signer.sign(claims) };
}
