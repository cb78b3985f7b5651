import type { Config, IssuerConfig } from '../config/config.ts';
import { findIssuer } from '../config/find-issuer.ts';
import { err, ok } from '../shared/result.ts';
import type { Result } from '../shared/result.ts';
import { parseAddress } from '../shared/web-address.ts';
import { grantedScopes, readableTypes } from './granted-scopes.ts';
import { readIdToken } from './id-token.ts';
import type { IdTokenProblem, IdTokenUser } from './id-token.ts';
import type { LaunchContext, LaunchError } from './session-state.ts';
import type { StoredLaunch } from './stored-launch.ts';
import { parseTokenResponse } from './token-response.ts';

export interface OpenedLaunch {
  readonly issuer: IssuerConfig;
  readonly context: LaunchContext;
}

/** The stored launch, its token included, as what the rest of the app may know of it. */
export function openLaunch(
  config: Config,
  launch: StoredLaunch,
): Result<OpenedLaunch, LaunchError> {
  const { key, serverUrl, notes } = launch;
  const found = findIssuer(config, serverUrl, notes.launchedBy);
  if (found === undefined) {
    return err({ kind: 'issuerNotConfigured', host: parseAddress(serverUrl)?.host ?? '' });
  }
  const token = parseTokenResponse(launch.token);
  if (token.accessToken === undefined) return err({ kind: 'noAccessToken' });
  if (token.patient === undefined) return err({ kind: 'noPatient' });
  const scopes = grantedScopes(token.scope, notes.scopes);
  const user = userOf(launch, token.idToken);
  if (!user.ok) return err({ kind: 'idTokenRefused', problem: user.error });
  return ok({
    issuer: found.issuer,
    context: {
      stateKey: key,
      iss: found.iss,
      issuerName: found.issuer.name,
      fhirVersion: notes.fhirVersion,
      launchedBy: notes.launchedBy,
      patientId: token.patient,
      ...(token.encounter !== undefined && { encounterId: token.encounter }),
      needPatientBanner: token.needPatientBanner,
      grantedScopes: scopes,
      readable: readableTypes(scopes),
      ...(user.value !== undefined && { user: user.value }),
      ...(token.tenant !== undefined && { tenant: token.tenant }),
      ...(token.styleUrl !== undefined && { styleUrl: token.styleUrl }),
      references: token.references,
    },
  });
}

/**
 * Who signed in. A token of another issuer, for another app or without a subject refuses the sign-in (OpenID
 * Connect Core 3.1.3.7). One that only the clocks disagree about names nobody: workstations with a wrong
 * clock exist, and the token endpoint gave it a moment ago. Without id token nobody is named either.
 */
function userOf(
  { clientId, notes }: StoredLaunch,
  idToken: string | undefined,
): Result<IdTokenUser | undefined, IdTokenProblem> {
  if (idToken === undefined) return ok(undefined);
  const user = readIdToken(idToken, {
    ...(notes.issuer !== undefined && { issuer: notes.issuer }),
    clientId,
    receivedAt: notes.signedInAt ?? 0,
  });
  return !user.ok && user.error === 'time' ? ok(undefined) : user;
}
