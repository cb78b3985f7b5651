/**
 * Is the person a document names this launch's patient? Pure, and never decided on ids alone: real documents
 * hold three people who share id and SSN. What is not plainly one or the other is `unclear`.
 */
import type { PatientIdentity } from '../model/patient-context.ts';
import { compareIdentifiers } from './compare-identifiers.ts';
import { compareNames } from './compare-names.ts';
import type { MatchReason, MatchResult } from './match-result.ts';

/**
 * `a` is whom the document names, `b` the patient of the launch, `linked` the ids that `Patient.link` names as
 * the same person.
 */
export function comparePatient(
  a: PatientIdentity,
  b: PatientIdentity | undefined,
  linked: readonly string[] = [],
): MatchResult {
  if (b === undefined) return { verdict: 'unclear', reasons: ['patientUnavailable'] };
  const birth = compareBirthDates(a.birthDate, b.birthDate);
  const names = compareNames(a.names, b.names);
  const genderDiffers = contraryGender(a, b);
  const identifiers = compareIdentifiers(a.identifiers, b.identifiers, linked);
  const reasons: MatchReason[] = [BIRTH_REASONS[birth], ...names.reasons];
  if (genderDiffers) reasons.push('genderDiffers');
  if (identifiers === 'equal') reasons.push('identifierEqual');
  if (identifiers === 'differ') reasons.push('identifierDiffers');
  const same = birth === 'equal' && names.sameName && !genderDiffers && identifiers !== 'differ';
  const different = birth === 'differ' && (names.family === 'differs' || identifiers === 'differ');
  return { verdict: same ? 'same' : different ? 'different' : 'unclear', reasons };
}

/** A document with several record targets is this patient's only if each of them is. */
export function comparePatients(
  named: readonly PatientIdentity[],
  patient: PatientIdentity | undefined,
  linked: readonly string[] = [],
): MatchResult {
  const [first, ...others] = named.map((identity) => comparePatient(identity, patient, linked));
  if (first === undefined) return { verdict: 'unclear', reasons: ['documentNamesNobody'] };
  if (others.every(({ verdict }) => verdict === first.verdict)) return first;
  return { verdict: 'unclear', reasons: ['severalPatients'] };
}

const BIRTH_REASONS = {
  equal: 'birthDateEqual',
  differ: 'birthDateDiffers',
  incomplete: 'birthDateIncomplete',
} as const;

const COMPLETE = /^(\d{4})-(\d{2})-(\d{2})/;

/** Only complete dates decide; a year and a month neither prove nor refute. */
function compareBirthDates(
  a: string | undefined,
  b: string | undefined,
): keyof typeof BIRTH_REASONS {
  const left = COMPLETE.exec(a?.trim() ?? '')?.[0];
  const right = COMPLETE.exec(b?.trim() ?? '')?.[0];
  if (left === undefined || right === undefined) return 'incomplete';
  return left === right ? 'equal' : 'differ';
}

/** `other` and `unknown` contradict nothing. */
function contraryGender(a: PatientIdentity, b: PatientIdentity): boolean {
  const pair = [a.gender, b.gender];
  return pair.includes('female') && pair.includes('male');
}
