/**
 * A chart as the sandbox keeps it: one patient's story, neutral of FHIR versions. `sandbox/fhir` maps it to
 * DSTU2 and R4 resources, `sandbox/ccd` to a C-CDA.
 */
export interface Chart {
  /** Names the chart in URLs and tests: `ordinary`, `crowded`, `empty`, `odd`, `twin-a`, `twin-b`, folder slugs. */
  readonly id: string;
  /** For the EHR page: "Nancy Smart, 46: ten years of ordinary care". */
  readonly title: string;
  readonly patient: ChartPatient;
  readonly encounters: readonly ChartEncounter[];
  /** In the order the server stores them; servers sort as they like. */
  readonly documents: readonly ChartDocument[];
  /** What `$autogen-ccd-if` makes a CCD of. */
  readonly record: ClinicalRecord;
}

export interface ChartPatient {
  readonly id: string;
  readonly names: readonly {
    readonly family: string;
    readonly given: readonly string[];
    readonly use?: string;
    readonly prefix?: readonly string[];
  }[];
  /** `1980-08-11`, or shorter. */
  readonly birthDate?: string;
  readonly gender?: 'female' | 'male' | 'other' | 'unknown';
  readonly identifiers: readonly {
    readonly system: string;
    readonly value: string;
    readonly type?: string;
  }[];
  readonly address?: {
    readonly line: string;
    readonly city: string;
    readonly state: string;
    readonly postalCode: string;
  };
  readonly telecom?: string;
}

export interface ChartEncounter {
  readonly id: string;
  readonly type: string;
  readonly class: 'AMB' | 'IMP' | 'EMER';
  /** dateTimes with offset. */
  readonly start: string;
  readonly end?: string;
  readonly location: string;
}

export interface ChartDocument {
  readonly id: string;
  readonly resourceType: 'DiagnosticReport' | 'DocumentReference';
  readonly title?: string;
  readonly type?: {
    readonly system?: string;
    readonly code?: string;
    readonly display?: string;
    readonly text?: string;
  };
  readonly category?: {
    readonly system?: string;
    readonly code?: string;
    readonly display?: string;
  };
  /** The R4 code of `status` (DocumentReference: current …; DiagnosticReport: final …). */
  readonly status: string;
  readonly docStatus?: string;
  /** dateTime with offset: when it happened. */
  readonly date?: string;
  /** dateTime with offset: when it was filed. */
  readonly filed?: string;
  readonly author?: string;
  readonly organisation?: string;
  readonly encounterId?: string;
  readonly relatesTo?: readonly {
    readonly code: 'replaces' | 'appends';
    readonly documentId: string;
  }[];
  readonly renditions: readonly ChartRendition[];
  /** Rewrites the mapped resource, for quirks that the neutral shape has no word for. */
  readonly quirk?: (
    resource: Record<string, unknown>,
    version: 'dstu2' | 'r4',
  ) => Record<string, unknown>;
}

export interface ChartRendition {
  /** Binary id, opaque: `TR-197198634` (HTML), `XR-…` (PDF). Unique in the chart. */
  readonly id: string;
  /** As the server will declare it in the attachment, oddities included. */
  readonly contentType?: string;
  /** What the bytes really are, the `Content-Type` of the answer; default: contentType. */
  readonly servedAs?: string;
  readonly title?: string;
  /** How the attachment points at the bytes; default `absolute`. */
  readonly link?:
    'absolute' | 'relative' | 'rootRelative' | 'inline' | 'foreign' | 'documentReference' | 'none';
  /** `attachment.size` to state; default: none. */
  readonly size?: number;
  /** Made when first asked for. */
  readonly body: () => Uint8Array | Promise<Uint8Array>;
}

/** The structured data of the chart; each entry is dated (dateTime with offset, or `yyyy`, `yyyy-MM`, `yyyy-MM-dd`) or undated. */
export interface ClinicalRecord {
  readonly allergies: readonly ClinicalEntry[];
  readonly medications: readonly ClinicalEntry[];
  readonly problems: readonly ClinicalEntry[];
  readonly procedures: readonly ClinicalEntry[];
  readonly results: readonly ClinicalEntry[];
  readonly vitals: readonly ClinicalEntry[];
  readonly immunizations: readonly ClinicalEntry[];
  readonly encounters: readonly ClinicalEntry[];
  readonly plan: readonly ClinicalEntry[];
  readonly socialHistory: readonly ClinicalEntry[];
}

export interface ClinicalEntry {
  readonly id: string;
  readonly date?: string;
  readonly end?: string;
  readonly code: {
    readonly system: 'SNOMED' | 'LOINC' | 'RxNorm' | 'CVX' | 'CPT';
    readonly code: string;
    readonly display: string;
  };
  /** `12.4`, or words. */
  readonly value?: string;
  readonly unit?: string;
  readonly referenceRange?: string;
  readonly abnormal?: 'high' | 'low' | 'abnormal';
  readonly status?: string;
  /** Reaction, dose, panel name, performer: shown as a further cell. */
  readonly detail?: string;
}
