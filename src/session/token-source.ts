import type { Result } from '../shared/result.ts';
import type { SessionEndReason } from './session-state.ts';

export type TokenError =
  | { readonly kind: 'sessionEnded'; readonly reason: SessionEndReason }
  /** The token endpoint could not be reached; the session may still live. */
  | { readonly kind: 'unreachable' };

/** The session's side of the model's `Authorizer`: the same shape, without knowing the model. */
export interface TokenSource {
  /** A token that is valid now, refreshed ahead of expiry. Shared: one refresh however many ask. */
  token(): Promise<Result<string, TokenError>>;
  /** After a 401: one refresh, then the new token; used once per request. */
  renew(reason: 'unauthorized'): Promise<Result<string, TokenError>>;
}
