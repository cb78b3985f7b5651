import { generateCcd } from '../ccd/generate-ccd.ts';
import { allows } from '../smart/grant.ts';
import { emptyAnswer, notFoundAnswer, rejectedAnswer } from './answers.ts';
import { binaryAnswer, chooseForm, scopeAnswer } from './binary.ts';
import type { FhirCall } from './fhir-call.ts';
import { otherPatientAnswer } from './search.ts';
import { checkNames, readPatientId } from './search-rules.ts';
import { readSummaryRange, type SummaryRange } from './summary-range.ts';

const parameters = { patient: 1, start: 1, end: 1 };

/** `GET Binary/$autogen-ccd-if`: makes a C-CDA of the range, which takes the session's seconds. */
export async function autogenCcd(call: FhirCall): Promise<Response> {
  const { version, params, session } = call;
  if (!allows(call.grant, 'DocumentReference')) return scopeAnswer('DocumentReference');
  const form = chooseForm(call, ['application/xml']);
  if (form === undefined) return emptyAnswer(406);
  const names = checkNames(params, version === 'r4' ? { ...parameters, encounter: 1 } : parameters);
  if (!names.ok) return rejectedAnswer(version, names.error);
  const patientId = readPatientId(params);
  if (!patientId.ok) return rejectedAnswer(version, patientId.error);
  const range = readSummaryRange(params);
  if (!range.ok) return rejectedAnswer(version, range.error);
  if (patientId.value !== call.grant.patientId) return otherPatientAnswer();
  const within = withinEncounter(call, range.value);
  if (within === undefined) return notFoundAnswer(version);
  if (!(await waited(session.options.ccdSeconds, call.request.signal))) return emptyAnswer(499);
  const xml = generateCcd(session.chart, { ...within, now: session.now() });
  return binaryAnswer(call, form, {
    id: crypto.randomUUID(),
    served: 'application/xml',
    bytes: new TextEncoder().encode(xml),
  });
}

/** R4's `encounter` narrows the range to that encounter; undefined: there is no such encounter. */
function withinEncounter(call: FhirCall, range: SummaryRange): SummaryRange | undefined {
  const id = call.params.get('encounter')?.replace(/^Encounter\//, '');
  if (id === undefined) return range;
  const encounter = call.session.chart.encounters.find((one) => one.id === id);
  if (!encounter) return undefined;
  const end = encounter.end === undefined ? call.session.now() : Date.parse(encounter.end);
  return {
    start: Math.max(range.start ?? -Infinity, Date.parse(encounter.start)),
    end: Math.min(range.end ?? Infinity, end),
  };
}

/** Waits real seconds; false when the client went away first. */
function waited(seconds: number, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return Promise.resolve(false);
  if (seconds <= 0) return Promise.resolve(true);
  return new Promise((resolve) => {
    const stop = (): void => {
      clearTimeout(timer);
      resolve(false);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve(true);
    }, seconds * 1000);
    signal.addEventListener('abort', stop, { once: true });
  });
}
