import type { ChartDocument, ChartRendition } from './chart.ts';

const loinc = 'http://loinc.org';

/** Kinds of documents with the LOINC code a server gives them. */
export const kinds = {
  progress: ['11506-3', 'Progress note'],
  history: ['34117-2', 'History and physical note'],
  emergency: ['34111-5', 'Emergency department note'],
  consult: ['11488-4', 'Consultation note'],
  discharge: ['18842-5', 'Discharge summary'],
  instructions: ['74213-0', 'Discharge instructions'],
  operative: ['11504-8', 'Surgical operation note'],
  procedure: ['28570-0', 'Procedure note'],
  laboratory: ['11502-2', 'Laboratory report'],
  pathology: ['11526-1', 'Pathology study'],
  imaging: ['18748-4', 'Diagnostic imaging study'],
  image: ['72170-4', 'Photographic image'],
  nursing: ['34746-8', 'Nurse note'],
  education: ['34895-3', 'Education note'],
  therapy: ['11508-9', 'Physical therapy progress note'],
  consent: ['59284-0', 'Consent document'],
  telephone: ['34748-4', 'Telephone encounter note'],
  correspondence: ['51851-4', 'Letter'],
  anesthesia: ['34750-0', 'Anesthesia record'],
  immunization: ['11369-6', 'Immunization record'],
  summary: ['34133-9', 'Summarization of episode note'],
  other: ['34109-9', 'Note'],
} as const;

export type Kind = keyof typeof kinds;

export interface Described {
  readonly id: string;
  readonly title: string;
  readonly kind: Kind;
  readonly date: string;
  readonly filed?: string;
  readonly author?: string;
  readonly organisation: string;
  readonly encounterId?: string;
}

/** A clinical document; radiology becomes a DiagnosticReport. */
export function describe(
  o: Described,
  renditions: readonly ChartRendition[],
  more: Partial<ChartDocument> = {},
): ChartDocument {
  const [code, display] = kinds[o.kind];
  const isReport = o.kind === 'imaging';
  return {
    id: o.id,
    resourceType: isReport ? 'DiagnosticReport' : 'DocumentReference',
    title: o.title,
    type: { system: loinc, code, display, text: display },
    category: isReport
      ? { system: loinc, code: 'LP29684-5', display: 'Radiology' }
      : {
          system: 'http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category',
          code: 'clinical-note',
          display: 'Clinical Note',
        },
    status: isReport ? 'final' : 'current',
    ...(isReport ? {} : { docStatus: 'final' }),
    date: o.date,
    filed: o.filed ?? o.date,
    ...(o.author === undefined ? {} : { author: o.author }),
    organisation: o.organisation,
    ...(o.encounterId === undefined ? {} : { encounterId: o.encounterId }),
    renditions,
    ...more,
  };
}
