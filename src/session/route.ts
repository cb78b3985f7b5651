import { trustedLink } from '../shared/web-address.ts';

/** What the address that the page was opened with asks for. */
export type Route =
  | { readonly kind: 'refused'; readonly parameter: string }
  | {
      readonly kind: 'return';
      readonly state: string;
      readonly answer: AuthorizationAnswer;
      readonly iss?: string;
    }
  | { readonly kind: 'launch'; readonly iss: string; readonly launch?: string }
  | { readonly kind: 'resume'; readonly state: string }
  | { readonly kind: 'front' }
  /** The page that takes the place of a chart that was signed out of. */
  | { readonly kind: 'signedOut' };

export type AuthorizationAnswer =
  | { readonly kind: 'code'; readonly code: string }
  | {
      readonly kind: 'error';
      readonly error: string;
      readonly description?: string;
      readonly uri?: string;
    };

/** In the address, so that the new page, and a reload of it, still say it. */
export const signedOutHash = '#signed-out';

/** Of a server's own words about an error, in an address or an answer; letters. */
export const LONGEST_DESCRIPTION = 500;

/**
 * Decides between the four ways in, in their order. Only the parameters named here are ever read; a
 * parameter that comes twice is refused, since servers and proxies differ in which of the two they see.
 */
export function routeOf(address: URL): Route {
  const parameters = address.searchParams;
  const names = [...parameters.keys()];
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) return { kind: 'refused', parameter: repeated };

  const valueOf = (name: string): string | undefined => parameters.get(name) || undefined;
  const state = valueOf('state');
  const iss = valueOf('iss');
  const answer = answerOf(valueOf);
  if (state !== undefined && answer !== undefined) {
    return { kind: 'return', state, answer, ...(iss !== undefined && { iss }) };
  }
  const launch = valueOf('launch');
  if (iss !== undefined) return { kind: 'launch', iss, ...(launch !== undefined && { launch }) };
  if (state !== undefined) return { kind: 'resume', state };
  return { kind: address.hash === signedOutHash ? 'signedOut' : 'front' };
}

function answerOf(valueOf: (name: string) => string | undefined): AuthorizationAnswer | undefined {
  const error = valueOf('error');
  const code = valueOf('code');
  if (error === undefined) return code === undefined ? undefined : { kind: 'code', code };
  const description = valueOf('error_description')?.slice(0, LONGEST_DESCRIPTION);
  const uri = trustedLink(valueOf('error_uri'));
  return {
    kind: 'error',
    error: error.slice(0, LONGEST_DESCRIPTION),
    ...(description !== undefined && { description }),
    ...(uri !== undefined && { uri }),
  };
}
