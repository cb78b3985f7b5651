import type { ClinicalDocument } from '../model/clinical-document.ts';
import type { FhirError } from '../fhir/fhir-error.ts';

/** One of the two searches that make the list. */
export type SearchName = 'DiagnosticReport' | 'DocumentReference';

/** Where one search stands. Rows of earlier pages are kept whatever happens to later ones. */
export type SearchState =
  | { readonly kind: 'loading'; readonly received: number; readonly total?: number }
  | { readonly kind: 'complete'; readonly received: number }
  /** Some pages came, a later one failed, or a guard stopped (`looping`, `tooManyPages`, foreign next). */
  | { readonly kind: 'partial'; readonly received: number; readonly error: FhirError }
  | { readonly kind: 'failed'; readonly error: FhirError }
  | { readonly kind: 'notGranted' };

/** The list as data: newest first, both searches merged, duplicates folded into renditions. */
export interface DocumentsState {
  readonly documents: readonly ClinicalDocument[];
  readonly searches: Readonly<Record<SearchName, SearchState>>;
}
