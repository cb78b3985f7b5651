import { compareSubject } from '../match/compare-subject.ts';
import type { ClinicalDocument } from '../model/clinical-document.ts';
import type { PatientContext } from '../model/patient-context.ts';

export interface CheckedDocuments {
  /** This patient's, and those that do not say clearly whose they are. */
  readonly listed: readonly ClinicalDocument[];
  /** How many name another patient and are not listed. */
  readonly refused: number;
  /** How many of `listed` do not say clearly whose they are. */
  readonly unclear: number;
  /** How many do not say it and are not listed, since there is no identity to set beside them. */
  readonly withheld: number;
}

/**
 * Keeps documents of a different subject out of the list, and counts what is not certain. Without the patient's
 * identity only those are listed whose subject is the token's patient.
 */
export function checkSubjects(
  documents: readonly ClinicalDocument[],
  patient: PatientContext,
): CheckedDocuments {
  const listed: ClinicalDocument[] = [];
  let refused = 0;
  let unclear = 0;
  let withheld = 0;
  for (const document of documents) {
    const { verdict } = compareSubject(document.subject, patient);
    if (verdict === 'different') {
      refused += 1;
      continue;
    }
    if (verdict === 'unclear' && patient.identity === undefined) {
      withheld += 1;
      continue;
    }
    if (verdict === 'unclear') unclear += 1;
    listed.push(document);
  }
  return { listed, refused, unclear, withheld };
}
