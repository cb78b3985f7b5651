import { outcomeAnswer, rejectedAnswer, textAnswer } from './answers.ts';
import { documentResource, encounterResource } from './documents.ts';
import type { FhirCall } from './fhir-call.ts';
import { firstPage, laterPage } from './paging.ts';
import type { Resource } from './resource.ts';
import type { SearchRule } from './search-rules.ts';
import { versions } from './versions.ts';

export function searchDocuments(
  call: FhirCall,
  type: 'DiagnosticReport' | 'DocumentReference',
): Promise<Response> {
  const { rules } = versions[call.version];
  const rule = type === 'DiagnosticReport' ? rules.diagnosticReport : rules.documentReference;
  const items = call.session.chart.documents.filter((one) => one.resourceType === type);
  return search(call, type, rule, items, (one) => documentResource(call, one));
}

export function searchEncounters(call: FhirCall): Promise<Response> {
  const { rules } = versions[call.version];
  const items = call.session.chart.encounters;
  return search(call, 'Encounter', rules.encounter, items, (one) => encounterResource(call, one));
}

async function search<T extends { readonly id: string }>(
  call: FhirCall,
  type: string,
  rule: SearchRule<T>,
  items: readonly T[],
  map: (item: T) => Resource | Promise<Resource>,
): Promise<Response> {
  if (call.params.has('pageContext')) {
    const page = await laterPage(call, type);
    return (
      page ?? outcomeAnswer(call.version, 400, 'invalid', 'pageContext is not valid', 'pageContext')
    );
  }
  const query = rule.read(call.params);
  if (!query.ok) return rejectedAnswer(call.version, query.error);
  const { patientId, matches } = query.value;
  const count = Math.min(query.value.count, call.session.options.pageSize ?? query.value.count);
  if (patientId !== undefined && patientId !== call.grant.patientId) return otherPatientAnswer();
  const found = items.filter(matches);
  return firstPage(call, {
    type,
    count,
    items: found.map((item) => ({ id: item.id, make: () => map(item) })),
  });
}

export function otherPatientAnswer(): Response {
  return textAnswer(403, 'Patient not accessible');
}
