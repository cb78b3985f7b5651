import type { CdaPatient, CdaPeriod } from '../../cda/cda-header.ts';
import { dateOf } from '../../cda/date-of.ts';
import { t, type MessageKey } from '../../messages/messages.ts';
import { ageOn, type Age } from '../../model/age.ts';

const AGE_KEYS: Readonly<Record<Age['unit'], MessageKey>> = {
  year: 'cda.age.years',
  month: 'cda.age.months',
  day: 'cda.age.days',
};

const WHOLE_DAY = 'yyyy-MM-dd'.length;

/**
 * How old the patient was on the day the document was made: an old document is read as of then. Undefined where
 * one of the days is not known, and for whoever was dead by then or died on an unknown day.
 */
export function ageWords(patient: CdaPatient, made: CdaPeriod | undefined): string | undefined {
  const { birthDate, deceased } = patient.identity;
  const day = dateOf(made?.value);
  const death = dateOf(patient.deceasedTime);
  if (birthDate === undefined || day === undefined || day.length < WHOLE_DAY) return undefined;
  if (death === undefined ? deceased !== undefined && deceased !== false : death <= day)
    return undefined;
  const age = ageOn(birthDate, day);
  return age === undefined ? undefined : t(AGE_KEYS[age.unit], { value: age.value });
}
