import type { HttpFailure } from '../model/content.ts';

/** Why a FHIR read or search failed. Decided on tags, never on message text. */
export type FhirError =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'timeout'; readonly seconds: number }
  | { readonly kind: 'sessionEnded' }
  | { readonly kind: 'forbidden'; readonly failure: HttpFailure }
  | { readonly kind: 'notFound'; readonly failure: HttpFailure }
  | { readonly kind: 'notAcceptable'; readonly failure: HttpFailure }
  | { readonly kind: 'tooManyRequests'; readonly failure: HttpFailure }
  | { readonly kind: 'clientError'; readonly failure: HttpFailure }
  | { readonly kind: 'serverError'; readonly failure: HttpFailure }
  | { readonly kind: 'refusedAddress'; readonly reason: string; readonly host: string }
  | { readonly kind: 'redirected' }
  | { readonly kind: 'loginPage' }
  | { readonly kind: 'notFhir'; readonly reason: string }
  | { readonly kind: 'pagesLoop' }
  | { readonly kind: 'tooManyPages'; readonly limit: number };
