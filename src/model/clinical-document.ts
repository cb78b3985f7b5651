import type { Brand } from '../shared/brand.ts';
import type { Attachment } from './attachment.ts';
import type { ClinicalDate, Instant } from './clinical-date.ts';

/** The resource's address: the server's base, type and id. Ids mean nothing without their base. */
export type DocumentId = Brand<string, 'DocumentId'>;

/** What a reader must know of the status; `raw` keeps the server's own code. */
export type DocumentStatusKind =
  | 'final'
  | 'preliminary'
  | 'amended'
  | 'superseded'
  | 'cancelled'
  | 'entered-in-error'
  | 'masked'
  | 'unknown';

export interface DocumentStatus {
  readonly kind: DocumentStatusKind;
  readonly raw?: string;
}

/** One format of a document: the same report as HTML, PDF, XML. */
export interface Rendition {
  readonly attachment: Attachment;
}

/** `relatesTo` (DocumentReference): which other document this one replaces, appends, transforms or signs. */
export interface DocumentRelation {
  readonly code: 'replaces' | 'appends' | 'transforms' | 'signs' | 'replaced-by';
  readonly target: DocumentId;
}

/** The resource's `subject` as written, for the right-patient check. */
export type SubjectReference =
  | { readonly kind: 'reference'; readonly reference: string }
  | { readonly kind: 'display'; readonly display: string }
  | { readonly kind: 'absent' };

/** What was wrong with the resource; shown beside the document, never hides it. */
export type DocumentProblem =
  | { readonly kind: 'noAttachment' }
  | { readonly kind: 'attachmentWithoutAddress' }
  | { readonly kind: 'attachmentAddressOutsideServer'; readonly host: string }
  | { readonly kind: 'mediaTypeMisspelt'; readonly declared: string }
  | { readonly kind: 'mediaTypeMissing' }
  | { readonly kind: 'dateUnreadable'; readonly raw: string };

/** What both FHIR versions and both resource types become: one row of the list. */
export interface ClinicalDocument {
  readonly id: DocumentId;
  /** Ids of other resources folded into this row: the same report found in both searches. */
  readonly alsoIds?: readonly DocumentId[];
  readonly resourceType: 'DiagnosticReport' | 'DocumentReference' | 'GeneratedSummary';
  /** Never empty: description, type text, or a catalogue fallback chosen by the screen when undefined. */
  readonly title?: string;
  readonly type?: string;
  readonly category?: string;
  /** When it happened: `effective[x]`, `context.period`, `date`/`created`. */
  readonly date?: ClinicalDate;
  /** When it was filed: `issued`, `indexed`. */
  readonly filed?: ClinicalDate;
  readonly status: DocumentStatus;
  readonly author?: string;
  readonly organisation?: string;
  /** `Encounter/…` reference as written. */
  readonly encounter?: string;
  readonly subject: SubjectReference;
  /** `securityLabel`/`meta.security` R or V. */
  readonly restricted: boolean;
  readonly renditions: readonly Rendition[];
  readonly relations: readonly DocumentRelation[];
  readonly problems: readonly DocumentProblem[];
  /** Of a generated summary: the range that was asked for, to be set beside the range the document states. */
  readonly requestedPeriod?: RequestedPeriod;
}

/** An open side is absent. `words` names the days and their zone as the reader chose them. */
export interface RequestedPeriod {
  readonly start?: Instant;
  readonly end?: Instant;
  readonly words: string;
}
