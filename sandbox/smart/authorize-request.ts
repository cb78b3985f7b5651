/** Checks an authorization request, strictly: what a hospital's server would refuse is refused here. */
import type { Origins } from '../origins.ts';
import type { FhirVersion } from '../session.ts';
import type { LiveSession } from '../sessions.ts';
import { fhirBase } from './endpoints.ts';
import { isKnownScope } from './scopes.ts';

export const clientId = 'dossier';

/** The app's registration for patients: a site may have one beside that for clinicians. */
export const patientsClientId = 'dossier-patients';

/** Whether an app is registered under this id. */
export const isRegistered = (id: string | null): id is string =>
  id === clientId || id === patientsClientId;

export interface AuthorizeRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly state: string;
  readonly scopes: readonly string[];
  readonly codeChallenge?: string;
  readonly nonce?: string;
  readonly launchedByEhr: boolean;
}

export type AuthorizeCheck =
  | { readonly kind: 'fine'; readonly request: AuthorizeRequest }
  /** Nobody to send the error to: the person reads it. */
  | { readonly kind: 'page'; readonly problem: string }
  | {
      readonly kind: 'redirect';
      readonly redirectUri: string;
      readonly state: string | undefined;
      readonly error: string;
      readonly description: string;
    };

/** The launch code is used up by a request that is fine in all else. */
export function checkAuthorize(
  params: URLSearchParams,
  session: LiveSession,
  origins: Origins,
  version: FhirVersion,
): AuthorizeCheck {
  const repeated = [...new Set(params.keys())].find((name) => params.getAll(name).length > 1);
  if (repeated !== undefined) return { kind: 'page', problem: `${repeated} is given twice.` };
  const asking = params.get('client_id');
  if (!isRegistered(asking)) {
    return { kind: 'page', problem: 'This app (client_id) is not registered.' };
  }
  const redirectUri = params.get('redirect_uri');
  if (redirectUri === null || redirectUri !== origins.app) {
    return { kind: 'page', problem: 'The redirect_uri is not exactly the registered one.' };
  }

  const state = params.get('state') ?? undefined;
  const refuse = (error: string, description: string): AuthorizeCheck => ({
    kind: 'redirect',
    redirectUri,
    state,
    error,
    description,
  });
  if (params.get('response_type') !== 'code') {
    return refuse('unsupported_response_type', 'response_type must be code');
  }
  if (state === undefined || state === '') return refuse('invalid_request', 'state is missing');
  if (params.get('aud') !== fhirBase(origins, version, session.id)) {
    return refuse('invalid_request', 'aud is not the FHIR base of this server');
  }
  const challenge = params.get('code_challenge') ?? undefined;
  if (challenge === undefined && session.options.advertisePkce) {
    return refuse('invalid_request', 'code_challenge is missing');
  }
  if (challenge !== undefined && !isS256(challenge, params.get('code_challenge_method'))) {
    return refuse('invalid_request', 'code_challenge must be S256');
  }
  const scopes = (params.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
  if (scopes.length === 0) return refuse('invalid_scope', 'scope is missing');
  const unknown = scopes.find((scope) => !isKnownScope(scope, session.options));
  if (unknown !== undefined) return refuse('invalid_scope', `unknown scope ${unknown}`);

  const launch = params.get('launch');
  if (scopes.includes('launch') !== (launch !== null)) {
    return refuse('invalid_request', 'the scope launch and the parameter launch go together');
  }
  if (launch !== null && !session.takeLaunch(launch)) {
    return refuse('invalid_request', 'the launch code is unknown or was used before');
  }
  const nonce = params.get('nonce');
  return {
    kind: 'fine',
    request: {
      clientId: asking,
      redirectUri,
      state,
      scopes: [...new Set(scopes)],
      launchedByEhr: launch !== null,
      ...(challenge === undefined ? {} : { codeChallenge: challenge }),
      ...(nonce === null ? {} : { nonce }),
    },
  };
}

function isS256(challenge: string, method: string | null): boolean {
  return method === 'S256' && /^[A-Za-z0-9\-_]{43}$/.test(challenge);
}
