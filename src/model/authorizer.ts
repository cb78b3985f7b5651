import type { Result } from '../shared/result.ts';

export type AuthorizerError =
  /** The session ended; `reason` is for the screen's choice of words. */
  | { readonly kind: 'sessionEnded'; readonly reason: 'expired' | 'refused' | 'signedOut' }
  /** The token endpoint could not be reached; the session may still live. */
  | { readonly kind: 'unreachable' };

/** Who signs requests. Declared here, implemented by session, joined by app. */
export interface Authorizer {
  /** A token that is valid now, refreshed ahead of expiry. Shared: one refresh however many ask. */
  token(): Promise<Result<string, AuthorizerError>>;
  /** After a 401: one refresh, then the new token; used once per request. */
  renew(reason: 'unauthorized'): Promise<Result<string, AuthorizerError>>;
}
