import { isRecord, parseJson, textOf } from '../shared/json.ts';
import { err, ok } from '../shared/result.ts';
import type { Result } from '../shared/result.ts';

export interface IdTokenUser {
  readonly sub: string;
  readonly name?: string;
  readonly fhirUser?: string;
}

export interface IdTokenExpectation {
  /** `issuer` of discovery, where it is known. */
  readonly issuer?: string;
  readonly clientId: string;
  /** When the token was received, milliseconds. */
  readonly receivedAt: number;
}

/** Why an id token is not this sign-in's; `time`: expired or not issued yet, by this device's clock. */
export type IdTokenProblem = 'unreadable' | 'issuer' | 'audience' | 'subject' | 'time';

const CLOCK_SKEW_MS = 5 * 60 * 1000;

/**
 * Who signed in, from an id token received straight from the token endpoint over TLS; its signature is then
 * no further proof (OpenID Connect Core 3.1.3.7, 6).
 */
export function readIdToken(
  token: string,
  expected: IdTokenExpectation,
): Result<IdTokenUser, IdTokenProblem> {
  const payload = token.split('.')[1];
  const claims = payload === undefined ? undefined : parseJson(decodeBase64Url(payload) ?? '');
  if (!isRecord(claims)) return err('unreadable');
  if (expected.issuer !== undefined && claims['iss'] !== expected.issuer) return err('issuer');
  if (!isForUs(claims, expected.clientId)) return err('audience');
  const sub = textOf(claims['sub']);
  if (sub === undefined) return err('subject');
  if (!isOfThisTime(claims, expected.receivedAt)) return err('time');
  const name = textOf(claims['name']) ?? joinNames(claims['given_name'], claims['family_name']);
  const fhirUser = textOf(claims['fhirUser']) ?? textOf(claims['profile']);
  return ok({
    sub,
    ...(name !== undefined && { name }),
    ...(fhirUser !== undefined && { fhirUser }),
  });
}

type Claims = Readonly<Record<string, unknown>>;

/** One audience or several; `azp` names the one the token was issued to. */
function isForUs(claims: Claims, clientId: string): boolean {
  const party = claims['azp'];
  return [claims['aud']].flat().includes(clientId) && (party === undefined || party === clientId);
}

/** `iat` is checked where it is given: not every record system does. */
function isOfThisTime(claims: Claims, receivedAt: number): boolean {
  const { exp, iat = 0 } = claims;
  if (typeof exp !== 'number' || typeof iat !== 'number') return false;
  const isFresh = exp * 1000 > receivedAt - CLOCK_SKEW_MS;
  return isFresh && iat * 1000 < receivedAt + CLOCK_SKEW_MS;
}

function joinNames(...names: readonly unknown[]): string | undefined {
  return textOf(
    names
      .filter((name) => typeof name === 'string')
      .join(' ')
      .trim(),
  );
}

/** base64url to text as UTF-8: `atob` alone would garble every name outside Latin-1. */
function decodeBase64Url(value: string): string | undefined {
  try {
    const binary = atob(value.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
