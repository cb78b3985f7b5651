export type MatchVerdict = 'same' | 'different' | 'unclear';

/** What speaks for or against; the screen chooses the words. */
export type MatchReason =
  | 'birthDateEqual'
  | 'birthDateDiffers'
  | 'birthDateIncomplete'
  | 'familyNameEqual'
  | 'familyNameDiffers'
  | 'givenNameEqual'
  | 'givenNameDiffers'
  | 'nameMissing'
  | 'genderDiffers'
  | 'identifierEqual'
  | 'identifierDiffers'
  | 'patientUnavailable'
  | 'documentNamesNobody'
  | 'severalPatients'
  | 'subjectIsPatient'
  | 'subjectIsLinked'
  | 'subjectIsAnother'
  | 'subjectMissing'
  | 'subjectWithoutReference'
  | 'subjectOnOtherServer';

export interface MatchResult {
  readonly verdict: MatchVerdict;
  readonly reasons: readonly MatchReason[];
}
