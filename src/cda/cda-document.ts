import type { PatientIdentity } from '../model/patient-context.ts';
import type { EntryFact } from './entry-fact.ts';

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

/** A `CD`/`CE`: words first, then the code; `nullFlavor` where the author had none. */
export interface CdaCode {
  readonly text?: string;
  readonly code?: string;
  readonly system?: string;
  readonly nullFlavor?: string;
}

/** HL7 V3 times as written: `20120912000000-0400`, `2012`, or what stood there. */
export interface CdaPeriod {
  readonly value?: string;
  readonly low?: string;
  readonly high?: string;
  /** Why a side that the author names has no time. */
  readonly lowNull?: string;
  readonly highNull?: string;
  readonly nullFlavor?: string;
}

export interface CdaId {
  readonly root?: string;
  readonly extension?: string;
  readonly authority?: string;
  readonly nullFlavor?: string;
}

/** A telecom as written, `use` beside it. */
export interface CdaTelecom {
  readonly value: string;
  readonly use?: string;
}

export type ParticipationRole =
  | 'author'
  | 'dataEnterer'
  | 'informant'
  | 'custodian'
  | 'informationRecipient'
  | 'legalAuthenticator'
  | 'authenticator'
  | 'participant'
  | 'performer'
  | 'responsibleParty'
  | 'encounterParticipant'
  | 'guardian'
  | 'providerOrganization'
  | 'subject';

/** A person, device or organisation and the part they had. */
export interface CdaParticipation {
  readonly role: ParticipationRole;
  readonly typeCode?: string;
  /** What they are to the patient: `NOK`, `ECON`, `GUAR`, … */
  readonly classCode?: string;
  readonly names: readonly string[];
  /** Why there is no name. */
  readonly nameNull?: string;
  readonly organisations: readonly string[];
  readonly devices: readonly string[];
  readonly code?: CdaCode;
  readonly function?: CdaCode;
  readonly time?: CdaPeriod;
  readonly signature?: string;
  /** `sdtc:signatureText`. */
  readonly signatureText?: string;
  readonly ids: readonly CdaId[];
  readonly addresses: readonly string[];
  readonly telecoms: readonly CdaTelecom[];
}

/** A name in the author's order, and what is said of the name and its parts: `use`, `qualifier`. */
export interface CdaName {
  readonly use?: string;
  readonly parts: readonly { readonly text: string; readonly qualifier?: string }[];
  readonly nullFlavor?: string;
}

/** One `recordTarget`: the identity that is compared, and all else that is said of the person. */
export interface CdaPatient {
  readonly identity: PatientIdentity;
  readonly displayName?: string;
  readonly names: readonly CdaName[];
  /** `birthTime` as written. */
  readonly birthTime?: string;
  /** Why the birth time has no value. */
  readonly birthTimeNull?: string;
  readonly gender?: CdaCode;
  /** `sdtc:deceasedTime` as written. */
  readonly deceasedTime?: string;
  readonly multipleBirth?: { readonly order?: string };
  readonly ids: readonly CdaId[];
  readonly addresses: readonly string[];
  readonly telecoms: readonly CdaTelecom[];
  readonly maritalStatus?: CdaCode;
  readonly religion?: CdaCode;
  readonly races: readonly CdaCode[];
  readonly ethnicities: readonly CdaCode[];
  readonly languages: readonly CdaLanguage[];
  readonly birthplace?: string;
  readonly participations: readonly CdaParticipation[];
}

/** `languageCommunication`. */
export interface CdaLanguage {
  readonly code: string;
  readonly mode?: CdaCode;
  readonly proficiency?: CdaCode;
  readonly preferred: boolean;
}

export interface CdaService {
  readonly ids: readonly CdaId[];
  readonly classCode?: string;
  readonly code?: CdaCode;
  readonly period?: CdaPeriod;
  readonly performers: readonly CdaParticipation[];
}

export interface CdaEncounter {
  readonly ids: readonly CdaId[];
  readonly code?: CdaCode;
  readonly period?: CdaPeriod;
  readonly location?: string;
  /** What kind of place it was. */
  readonly facility?: CdaCode;
  readonly referralSource?: CdaCode;
  readonly disposition?: CdaCode;
  readonly participations: readonly CdaParticipation[];
}

export interface CdaRelatedDocument {
  /** `RPLC`, `APND`, `XFRM` or as written. */
  readonly typeCode?: string;
  readonly ids: readonly CdaId[];
  readonly code?: CdaCode;
  readonly setId?: CdaId;
  readonly version?: string;
  /** What the author says of it. */
  readonly text?: string;
}

/** An order that this document fulfils, or a consent it stands under. */
export interface CdaAct {
  readonly kind: 'order' | 'consent';
  readonly ids: readonly CdaId[];
  readonly code?: CdaCode;
  readonly priority?: CdaCode;
  readonly status?: string;
}

export interface CdaHeader {
  readonly title?: string;
  readonly code?: CdaCode;
  readonly ids: readonly CdaId[];
  /** As written. */
  readonly effectiveTime?: CdaPeriod;
  readonly confidentiality?: CdaCode;
  readonly language?: string;
  readonly setId?: CdaId;
  readonly version?: string;
  readonly patients: readonly CdaPatient[];
  readonly participations: readonly CdaParticipation[];
  readonly services: readonly CdaService[];
  /** Low and high of the first `documentationOf/serviceEvent` that states a time: the range this document covers. */
  readonly servicePeriod?: CdaPeriod;
  readonly encounters: readonly CdaEncounter[];
  readonly related: readonly CdaRelatedDocument[];
  readonly acts: readonly CdaAct[];
}

/**
 * The styleCode vocabulary of CDA R2, what HTML found in the wild means, and the local codes whose loss would run
 * words together or hide an emphasis; no other local code enters the model.
 */
export type NarrativeStyle =
  | 'bold'
  | 'underline'
  | 'italics'
  | 'emphasis'
  | 'left-rule'
  | 'right-rule'
  | 'top-rule'
  | 'bottom-rule'
  | 'arabic'
  | 'little-roman'
  | 'big-roman'
  | 'little-alpha'
  | 'big-alpha'
  | 'disc'
  | 'circle'
  | 'square'
  | 'highlight'
  | 'alert'
  | 'struck'
  | 'mono'
  | 'preserved'
  | 'no-marker'
  | 'indent'
  | 'align-left'
  | 'align-center'
  | 'align-right'
  | 'valign-top'
  | 'valign-middle'
  | 'valign-bottom'
  | 'block';

interface Marked {
  readonly id?: string;
  readonly language?: string;
  readonly styles?: readonly NarrativeStyle[];
}

interface Parent extends Marked {
  readonly children: readonly Narrative[];
}

/** The narrative block, every element of it; `unknown` keeps the words of any other. */
export type Narrative =
  | { readonly kind: 'text'; readonly text: string }
  | (Parent & { readonly kind: 'content'; readonly revised?: 'insert' | 'delete' })
  | (Parent & { readonly kind: 'link'; readonly href?: string; readonly title?: string })
  | (Parent & { readonly kind: 'sub' | 'sup' })
  /** `rule`: a line across, not only a new line. */
  | (Marked & { readonly kind: 'break'; readonly rule?: true })
  /** HTML's `img`: never fetched, said in words. */
  | (Marked & { readonly kind: 'image'; readonly alt?: string; readonly source?: string })
  | (Parent & { readonly kind: 'footnote'; readonly number: number })
  | (Marked & { readonly kind: 'footnoteReference'; readonly target?: string })
  | (Marked & {
      readonly kind: 'media';
      readonly targets: readonly string[];
      readonly caption?: readonly Narrative[];
    })
  | (Parent & { readonly kind: 'paragraph'; readonly caption?: readonly Narrative[] })
  | (Parent & { readonly kind: 'preformatted' })
  | NarrativeList
  | NarrativeTable
  | (Parent & { readonly kind: 'unknown'; readonly name: string });

export interface NarrativeList extends Marked {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly caption?: readonly Narrative[];
  readonly items: readonly NarrativeItem[];
}

export interface NarrativeItem extends Parent {
  readonly caption?: readonly Narrative[];
}

export interface NarrativeTable extends Marked {
  readonly kind: 'table';
  readonly caption?: readonly Narrative[];
  /** What the author says of the table to those who do not see it. */
  readonly summary?: string;
  readonly frame?: TableFrame;
  readonly rules?: TableRules;
  /** `col` and `colgroup`, one for each column they span. */
  readonly columns?: readonly NarrativeColumn[];
  readonly groups: readonly NarrativeRows[];
}

export type TableFrame =
  'void' | 'above' | 'below' | 'hsides' | 'lhs' | 'rhs' | 'vsides' | 'box' | 'border';
export type TableRules = 'none' | 'groups' | 'rows' | 'cols' | 'all';

export interface NarrativeColumn extends Marked {
  /** Percent of the table; widths in pixels are of the author's page and have no meaning here. */
  readonly width?: number;
}

export interface NarrativeRows extends Marked {
  readonly kind: 'head' | 'body' | 'foot';
  readonly rows: readonly NarrativeRow[];
}

export interface NarrativeRow extends Marked {
  readonly cells: readonly NarrativeCell[];
}

/** Alignment is resolved: the cell's own, else its column's, row's or group's. Styles are its column's and its own. */
export interface NarrativeCell extends Parent {
  readonly header: boolean;
  /** 1 to `MAX_SPAN`. */
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly align?: 'left' | 'center' | 'right' | 'justify';
  readonly verticalAlign?: 'top' | 'middle' | 'bottom' | 'baseline';
  readonly scope?: 'row' | 'col' | 'rowgroup' | 'colgroup';
  readonly abbreviation?: string;
  /** `ID`s of the header cells. */
  readonly headers?: readonly string[];
}

/** `observationMedia` with its data, or a `regionOfInterest` with the media it marks. */
export interface CdaMedia {
  readonly id: string;
  readonly data?: EncapsulatedData;
  readonly refersTo: readonly string[];
  readonly region?: CdaRegion;
  /** Addresses or ids of what a region marks outside this document. */
  readonly outside?: readonly string[];
}

/** A mark on a picture, in its own pixels from the upper left corner. */
export type CdaRegion =
  | { readonly kind: 'circle'; readonly x: number; readonly y: number; readonly radius: number }
  | {
      readonly kind: 'ellipse';
      readonly x: number;
      readonly y: number;
      /** Half of each axis. */
      readonly major: number;
      readonly minor: number;
      /** Of the major axis, clockwise from the horizontal. */
      readonly degrees: number;
    }
  /** Single points, or lines from each to the next: closed where the last is the first. */
  | {
      readonly kind: 'points' | 'lines';
      readonly points: readonly (readonly [x: number, y: number])[];
    }
  | { readonly kind: 'unreadable'; readonly code?: string; readonly values: readonly string[] };

/** HL7 `ED`: text or base64, or an address that is never followed by itself. */
export interface EncapsulatedData {
  readonly mediaType?: string;
  readonly representation: 'TXT' | 'B64';
  readonly compression?: string;
  readonly text: string;
  readonly reference?: string;
  /** Why there is nothing. */
  readonly nullFlavor?: string;
}

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
