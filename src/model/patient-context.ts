/** One `HumanName`, cleaned of nothing: match decides what counts. */
export interface PatientName {
  readonly family: readonly string[];
  readonly given: readonly string[];
  readonly prefix: readonly string[];
  readonly suffix: readonly string[];
  readonly text?: string;
  readonly use?: string;
}

/** One `Identifier`: FHIR `system`/CDA `root` is the assigning authority. */
export interface PatientIdentifier {
  /** `urn:oid:…` is kept without its prefix, so that FHIR and CDA compare. */
  readonly system?: string;
  readonly value: string;
  /** `type.text` or code, e.g. MRN. */
  readonly type?: string;
}

export type AdministrativeGender = 'female' | 'male' | 'other' | 'unknown';

/** Who a Patient resource or a CDA recordTarget says the person is. */
export interface PatientIdentity {
  readonly names: readonly PatientName[];
  /** FHIR date (`1980-08-11`, `1980-08`, `1980`) as written. */
  readonly birthDate?: string;
  readonly gender?: AdministrativeGender;
  readonly identifiers: readonly PatientIdentifier[];
  readonly deceased?: boolean | string;
}

/** The patient of this launch, the one measure of "the right patient". */
export interface PatientContext {
  /** FHIR base, without trailing slash. */
  readonly base: string;
  readonly fhirVersion: FhirVersion;
  /** Logical id from the token answer. */
  readonly id: string;
  /** Undefined: Patient could not be read ("identity not available"). */
  readonly identity?: PatientIdentity;
  /** Ids of the same server that `Patient.link` names as the same person. */
  readonly linkedIds: readonly string[];
}

export type FhirVersion = 'dstu2' | 'r4';
