import type { ChartDocument, ChartEncounter, ChartRendition } from '../charts/chart.ts';
import type { FhirCall } from './fhir-call.ts';
import { masked } from './masked.ts';
import type { Resource } from './resource.ts';
import { versions } from './versions.ts';

/** A chart's document as the resource this caller gets: mapped, with its quirk, masked where the persona asks for it. */
export async function documentResource(
  call: FhirCall,
  document: ChartDocument,
  inline = false,
): Promise<Resource> {
  const { mapper } = versions[call.version];
  const { chart } = call.session;
  const links = { base: call.base, tenant: call.tenant, storage: call.origins.storage, inline };
  const mapped =
    document.resourceType === 'DiagnosticReport'
      ? await mapper.diagnosticReport(document, chart, links)
      : await mapper.documentReference(document, chart, links);
  const written = document.quirk?.(mapped, call.version) ?? mapped;
  return isMasked(call, document) ? masked(written) : written;
}

/** Patients and proxies do not see what was entered in error. */
export function isMasked(call: FhirCall, document: ChartDocument): boolean {
  return document.status === 'entered-in-error' && call.session.options.persona !== 'provider';
}

export function encounterResource(call: FhirCall, encounter: ChartEncounter): Resource {
  return versions[call.version].mapper.encounter(encounter, call.session.chart);
}

/** The rendition of this id and the document it belongs to. */
export function findRendition(
  call: FhirCall,
  id: string,
): { document: ChartDocument; rendition: ChartRendition } | undefined {
  for (const document of call.session.chart.documents) {
    const rendition = document.renditions.find((one) => one.id === id);
    if (rendition) return { document, rendition };
  }
  return undefined;
}
