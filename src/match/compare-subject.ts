import type { SubjectReference } from '../model/clinical-document.ts';
import type { PatientContext } from '../model/patient-context.ts';
import type { MatchResult } from './match-result.ts';

/**
 * Whether a FHIR resource's subject is the patient of the launch. References resolve against the launch's
 * base: another patient under it is `different` unless `Patient.link` names it; all that points elsewhere or
 * nowhere is `unclear`.
 */
export function compareSubject(subject: SubjectReference, patient: PatientContext): MatchResult {
  if (subject.kind === 'absent') return { verdict: 'unclear', reasons: ['subjectMissing'] };
  if (subject.kind === 'display') {
    return { verdict: 'unclear', reasons: ['subjectWithoutReference'] };
  }
  const id = patientIdUnder(patient.base, subject.reference);
  if (id === undefined) return { verdict: 'unclear', reasons: ['subjectOnOtherServer'] };
  if (id === patient.id) return { verdict: 'same', reasons: ['subjectIsPatient'] };
  if (patient.linkedIds.includes(id)) return { verdict: 'same', reasons: ['subjectIsLinked'] };
  return { verdict: 'different', reasons: ['subjectIsAnother'] };
}

/** The id in `Patient/ID` or `BASE/Patient/ID`, history stripped; undefined for anything else. */
function patientIdUnder(base: string, reference: string): string | undefined {
  const trimmed = reference.trim();
  const root = `${base.replace(/\/+$/, '')}/`;
  let relative = trimmed;
  if (/^[a-z][a-z0-9+.-]*:/i.test(trimmed)) {
    if (!sameStart(trimmed, root)) return undefined;
    relative = trimmed.slice(root.length);
  }
  return /^Patient\/([A-Za-z0-9.-]{1,64})(?:\/_history\/[A-Za-z0-9.-]{1,64})?$/.exec(relative)?.[1];
}

/** Scheme and host in any case, the path exactly. */
function sameStart(address: string, root: string): boolean {
  const start = address.slice(0, root.length);
  const hostEnd = root.indexOf('/', root.indexOf('//') + 2);
  return (
    start.slice(0, hostEnd).toLowerCase() === root.slice(0, hostEnd).toLowerCase() &&
    start.slice(hostEnd) === root.slice(hostEnd)
  );
}
