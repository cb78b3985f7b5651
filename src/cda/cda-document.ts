/** What reading a CDA document comes to: events, in the order of the document. */
import type { EntryFact } from './entry-fact.ts';
import type { CdaCode, CdaHeader, CdaParticipation } from './cda-header.ts';
import type { CdaMedia, EncapsulatedData } from './cda-media.ts';
import type { Narrative } from './narrative.ts';

/** What was mended while reading; each kind is named to the reader. */
export type RepairKind =
  | 'rawAmpersand'
  | 'rawLessThan'
  | 'htmlEntity'
  | 'controlCharacter'
  | 'leadingJunk'
  | 'trailingJunk'
  | 'undeclaredPrefix'
  | 'strayCloseTag'
  | 'misnested'
  | 'badTag'
  | 'openCdata'
  | 'truncated'
  | 'badBytes';

export type Repairs = Readonly<Partial<Record<RepairKind, number>>>;

/** Why nothing (more) of a document can be shown as sections. */
export type CdaFailure =
  | { readonly kind: 'empty' }
  | { readonly kind: 'notCda'; readonly root?: string }
  | { readonly kind: 'tooLarge'; readonly limit: number }
  | { readonly kind: 'tooDeep'; readonly limit: number }
  | { readonly kind: 'tooManyElements'; readonly limit: number }
  | { readonly kind: 'tooManySections'; readonly limit: number }
  | { readonly kind: 'tooSlow'; readonly seconds: number }
  | { readonly kind: 'internal'; readonly detail: string };

/**
 * What the parser hands over, in this order: header, sections or one body, end or failure. The header comes
 * again where parts of it stand behind the body.
 */
export type CdaEvent =
  | { readonly kind: 'header'; readonly header: CdaHeader }
  | { readonly kind: 'section'; readonly section: CdaSection }
  | { readonly kind: 'nonXmlBody'; readonly body: NonXmlBody }
  | { readonly kind: 'end'; readonly repairs: Repairs; readonly notices: readonly CdaNotice[] }
  | {
      readonly kind: 'failed';
      readonly failure: CdaFailure;
      readonly repairs: Repairs;
    };

/** `secondDocument`: another one stands behind the first and is not shown; whom it names is in the header. */
export type CdaNotice = 'doctype' | 'secondDocument';
export type NonXmlBody = EncapsulatedData;

/** Where the entries' XML lies in the decoded text, in UTF-16 units: [start, end). */
export interface EntryIndex {
  readonly start: number;
  readonly end: number;
}

export interface CdaSection {
  /** Position: `2`, `2.1`, … unique in the document. */
  readonly key: string;
  readonly id?: string;
  /** Markup in titles is legal; absent where the author wrote none. */
  readonly title?: readonly Narrative[];
  /** The title's words, or the code's, or nothing. */
  readonly titleText?: string;
  readonly code?: CdaCode;
  readonly confidentiality?: CdaCode;
  readonly language?: string;
  /** `ID` of the `text` element: links jump there. */
  readonly narrativeId?: string;
  /** Absent: no `text` element. */
  readonly narrative?: readonly Narrative[];
  /** No words and no media in `narrative`. */
  readonly narrativeEmpty: boolean;
  /** Neither words nor entries, or only the words for "no data", down to the last nested section. */
  readonly withoutContent: boolean;
  readonly entries: readonly EntryIndex[];
  /** Only where `narrativeEmpty`. */
  readonly facts: readonly EntryFact[];
  readonly media: readonly CdaMedia[];
  readonly participations: readonly CdaParticipation[];
  readonly sections: readonly CdaSection[];
  readonly source: EntryIndex;
  /** Narrative nodes, nested sections included: how much there is to mount. */
  readonly weight: number;
}
