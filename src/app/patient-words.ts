import { locale, t, type MessageKey } from '../messages/messages.ts';
import { ageOn, type Age } from '../model/age.ts';
import { formatClinicalDate } from '../model/format-date.ts';
import { parseClinicalDate } from '../model/parse-clinical-date.ts';
import type { AdministrativeGender, PatientIdentity } from '../model/patient-context.ts';

const sexKeys: Readonly<Record<AdministrativeGender, MessageKey>> = {
  female: 'app.patient.sexFemale',
  male: 'app.patient.sexMale',
  other: 'app.patient.sexOther',
  unknown: 'app.patient.sexUnknown',
};

const ageKeys: Readonly<Record<Age['unit'], MessageKey>> = {
  year: 'app.patient.ageYears',
  month: 'app.patient.ageMonths',
  day: 'app.patient.ageDays',
};

/** "Female", "born 11 Aug 1980 (46)", "MRN 10002700": what tells patients apart, on one line. */
export function patientFacts(identity: PatientIdentity, now: Date): readonly string[] {
  const mrn = identity.identifiers.find(({ type }) => type !== undefined && isRecordNumber(type));
  const deceased = isDeceased(identity);
  return [
    t(sexKeys[identity.gender ?? 'unknown']),
    birthWords(identity, now),
    ...(deceased ? [t('app.patient.deceased')] : []),
    ...(mrn === undefined ? [] : [t('app.patient.mrn', { value: mrn.value })]),
  ];
}

/** "born 11 Aug 1980 (46)"; the dead have no age. */
export const birthWords = (identity: PatientIdentity, now: Date): string =>
  bornWords(identity.birthDate, isDeceased(identity) ? undefined : now);

const isDeceased = ({ deceased }: PatientIdentity): boolean =>
  deceased !== undefined && deceased !== false;

/** Do both spell the same name, word order, case and punctuation aside? */
export function sameName(a: string, b: string): boolean {
  const words = (name: string) =>
    name
      .toLowerCase()
      .split(/[\s,.]+/)
      .filter(Boolean)
      .sort()
      .join(' ');
  return words(a) === words(b);
}

const isRecordNumber = (type: string): boolean => /^MRN?$|medical record/i.test(type.trim());

function bornWords(birthDate: string | undefined, now: Date | undefined): string {
  if (birthDate === undefined) return t('app.patient.bornUnknown');
  const parsed = parseClinicalDate(birthDate);
  const date = parsed === undefined ? birthDate : formatClinicalDate(parsed, locale());
  const age = now === undefined ? undefined : ageOn(birthDate, localDay(now));
  if (age === undefined) return t('app.patient.born', { date });
  return t('app.patient.bornAge', { date, age: t(ageKeys[age.unit], { value: age.value }) });
}

function localDay(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
