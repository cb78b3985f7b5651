import type { RequestError } from '../model/request-error.ts';

/** Why a FHIR read or search failed. */
export type FhirError =
  | RequestError
  | { readonly kind: 'notFhir'; readonly reason: string; readonly requestId?: string }
  | { readonly kind: 'pagesLoop' }
  | { readonly kind: 'tooManyPages'; readonly limit: number };
