import { outcomeAnswer, rejectedAnswer, resourceAnswer } from './answers.ts';
import type { FhirCall } from './fhir-call.ts';
import { otherPatientAnswer } from './search.ts';
import { checkNames, readPatientId, refused } from './search-rules.ts';
import { readSummaryRange } from './summary-range.ts';
import { matchesToken } from './token-parameter.ts';
import { versions } from './versions.ts';

const summaryType = { system: 'http://loinc.org', code: '34133-9' };

/** `GET DocumentReference/$docref`: a searchset with a virtual document whose link makes the summary. */
export function docref(call: FhirCall): Response {
  const { version, params } = call;
  const { docrefLink } = call.session.options;
  if (docrefLink === 'unsupported') {
    return outcomeAnswer(version, 404, 'not-supported', '$docref is not supported');
  }
  const names = checkNames(params, { patient: 1, type: 1, start: 1, end: 1 });
  if (!names.ok) return rejectedAnswer(version, names.error);
  const patientId = readPatientId(params);
  if (!patientId.ok) return rejectedAnswer(version, patientId.error);
  const type = params.get('type');
  if (type === null && version === 'dstu2') {
    return rejectedAnswer(version, refused('required', 'type', 'is required'));
  }
  if (type !== null && !/^[^|]+\|[^|]+$/.test(type)) {
    return rejectedAnswer(version, refused('value', 'type', 'must have a system and a code'));
  }
  const range = readSummaryRange(params);
  if (!range.ok) return rejectedAnswer(version, range.error);
  if (patientId.value !== call.grant.patientId) return otherPatientAnswer();
  const wanted = type === null || matchesToken(type, [summaryType]);
  return resourceAnswer(version, bundleOf(call, wanted ? [summaryEntry(call)] : []));
}

function bundleOf(call: FhirCall, entry: readonly object[]): Record<string, unknown> {
  const { search } = new URL(call.request.url);
  return {
    resourceType: 'Bundle',
    id: crypto.randomUUID(),
    type: 'searchset',
    ...(call.version === 'r4' && { total: entry.length }),
    link: [{ relation: 'self', url: `${call.base}/DocumentReference/$docref${search}` }],
    ...(entry.length > 0 && { entry }),
  };
}

function summaryEntry(call: FhirCall): object {
  const { patientId } = call.grant;
  // Another document each time: an id that means nothing.
  const id = crypto.randomUUID();
  return {
    fullUrl: `${call.base}/DocumentReference/${id}`,
    resource: versions[call.version].mapper.summaryReference({
      id,
      patientId,
      url: summaryUrl(call),
      madeAt: new Date(call.session.now()).toISOString(),
    }),
  };
}

/** The range goes into the link exactly as it came; one tenant's links lead to another host and path. */
function summaryUrl(call: FhirCall): string {
  const root =
    call.session.options.docrefLink === 'foreign'
      ? `${call.origins.storage}/${call.tenant}`
      : call.base;
  const range = (['start', 'end'] as const)
    .map((name) => [name, call.params.get(name)] as const)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `&${name}=${encodeURIComponent(value ?? '')}`)
    .join('');
  return `${root}/Binary/$autogen-ccd-if?patient=${encodeURIComponent(call.grant.patientId)}${range}`;
}
