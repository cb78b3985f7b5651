import type { RefusedAddress } from './guard-address.ts';

/** Why there is no answer. An answer of any HTTP status is a value, not an error. */
export type NetError =
  | { readonly kind: 'cancelled' }
  /** No connection, or a browser that will not say more (CORS, DNS, a reset socket). */
  | { readonly kind: 'offline'; readonly cause?: unknown }
  /** This page's own policy stopped the request. */
  | { readonly kind: 'blocked'; readonly host: string }
  | { readonly kind: 'timeout'; readonly seconds: number }
  | RefusedAddress
  /** The server answered with a redirect where none is followed. */
  | { readonly kind: 'redirected' }
  | { readonly kind: 'sessionEnded' };
