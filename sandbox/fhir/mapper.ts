import type { Chart, ChartDocument, ChartEncounter, ChartPatient } from '../charts/chart.ts';
import type { Links } from './attachments.ts';
import type { Resource } from './resource.ts';

/** A chart in the words of one FHIR version. */
export interface Mapper {
  /** FHIR's number of the version. */
  readonly fhirVersion: '1.0.2' | '4.0.1';
  patient(patient: ChartPatient): Resource;
  encounter(encounter: ChartEncounter, chart: Chart): Resource;
  diagnosticReport(report: ChartDocument, chart: Chart, links: Links): Promise<Resource>;
  documentReference(document: ChartDocument, chart: Chart, links: Links): Promise<Resource>;
  /** The virtual document of `$docref`. */
  summaryReference(summary: SummaryLink): Resource;
  /** The JSON envelope of a Binary. */
  binary(id: string, contentType: string, base64: string): Resource;
}

export interface SummaryLink {
  readonly id: string;
  readonly patientId: string;
  readonly url: string;
  /** ISO instant. */
  readonly madeAt: string;
}
