/** What a CDA document says of itself before its body: whose it is, who made it, what it replaces. */
import type { PatientIdentity } from '../model/patient-context.ts';
import type { FactItem } from './entry-fact.ts';

/** A `CD`/`CE`: words first, then the code; `nullFlavor` where the author had none. */
export interface CdaCode {
  readonly text?: string;
  /** What the author calls it besides: the original text, translations. */
  readonly also?: readonly string[];
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

/** A postal address in one line, `use` beside it. */
export interface CdaAddress {
  readonly text: string;
  readonly use?: string;
}

/** An organisation, and how it is reached. */
export interface CdaOrganisation {
  readonly names: readonly string[];
  readonly ids: readonly CdaId[];
  readonly addresses: readonly CdaAddress[];
  readonly telecoms: readonly CdaTelecom[];
  /** `standardIndustryClassCode`. */
  readonly kind?: CdaCode;
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
  readonly organisations: readonly CdaOrganisation[];
  readonly devices: readonly string[];
  readonly code?: CdaCode;
  readonly function?: CdaCode;
  readonly time?: CdaPeriod;
  readonly signature?: string;
  /** `sdtc:signatureText`. */
  readonly signatureText?: string;
  readonly ids: readonly CdaId[];
  readonly addresses: readonly CdaAddress[];
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
  readonly addresses: readonly CdaAddress[];
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
  /** Of the place and of whoever runs it. */
  readonly facilityIds: readonly CdaId[];
  readonly organisations: readonly CdaOrganisation[];
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
  /** What stands in the header besides, by the names of the elements it was found in. */
  readonly rest: readonly FactItem[];
  /** How many more of these there are than are carried. */
  readonly restLeft: number;
}
