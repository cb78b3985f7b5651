import { isRecord, parseJson, textOf } from '../shared/json.ts';

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

const CLOCK_SKEW_MS = 5 * 60 * 1000;

/**
 * Who signed in, from an id token received straight from the token endpoint over TLS; its signature is then
 * no further proof (OpenID Connect Core 3.1.3.7, 6). A token that does not fit names nobody: the user's name
 * is shown, nothing is decided by it.
 */
export function readIdToken(token: string, expected: IdTokenExpectation): IdTokenUser | undefined {
  const payload = token.split('.')[1];
  const claims = payload === undefined ? undefined : parseJson(decodeBase64Url(payload) ?? '');
  if (!isRecord(claims)) return undefined;
  const sub = textOf(claims['sub']);
  const isForUs = [claims['aud']].flat().includes(expected.clientId);
  const isFromIssuer = expected.issuer === undefined || claims['iss'] === expected.issuer;
  const expires = claims['exp'];
  const isFresh =
    typeof expires === 'number' && expires * 1000 > expected.receivedAt - CLOCK_SKEW_MS;
  if (sub === undefined || !isForUs || !isFromIssuer || !isFresh) return undefined;
  const name = textOf(claims['name']) ?? joinNames(claims['given_name'], claims['family_name']);
  const fhirUser = textOf(claims['fhirUser']) ?? textOf(claims['profile']);
  return {
    sub,
    ...(name !== undefined && { name }),
    ...(fhirUser !== undefined && { fhirUser }),
  };
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
