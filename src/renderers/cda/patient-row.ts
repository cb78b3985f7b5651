import type { CdaLanguage, CdaPatient, CdaPeriod } from '../../cda/cda-header.ts';
import { locale, t, type MessageKey } from '../../messages/messages.ts';
import { ageWords } from './age-words.ts';
import { timeWords } from './hl7-time.ts';
import { nameWords } from './name-words.ts';
import { codeWords, nullWords } from './null-words.ts';
import { idLines, joined, words, type HeaderRow } from './participation-row.ts';
import { reachLines } from './reach-words.ts';

/** BCP 47 or ISO 639-2, both in use; what is neither stays as it is. */
export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames([locale()], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

const languageWords = ({ code, mode, proficiency, preferred }: CdaLanguage): string => {
  const more = joined(
    codeWords(mode),
    codeWords(proficiency),
    preferred ? t('cda.patient.preferred') : undefined,
  );
  const name = languageName(code);
  return more === '' ? name : `${name} (${more})`;
};

function multipleBirthWords(birth: CdaPatient['multipleBirth']): string | undefined {
  if (birth === undefined) return undefined;
  return birth.order === undefined
    ? t('cda.patient.multipleBirth')
    : t('cda.patient.multipleBirthOrder', { order: birth.order });
}

const bornWords = (date: string, age: string | undefined): string =>
  age === undefined ? t('cda.patient.born', { date }) : t('cda.patient.bornAge', { date, age });

/** In our words, where the author's are others with theirs beside. */
function genderWords({ identity, gender }: CdaPatient): string | undefined {
  if (identity.gender === undefined) return codeWords(gender);
  const own = t(`cda.gender.${identity.gender}`);
  const others = [gender?.text, ...(gender?.also ?? [])].filter(
    (text) => text !== undefined && text.toLowerCase() !== own,
  );
  return others.length === 0 ? own : `${own} (${others.join(', ')})`;
}

/** All that is said of the person; how old they were when the document was made. */
export function patientRow(patient: CdaPatient, made: CdaPeriod | undefined): HeaderRow {
  const { identity } = patient;
  const labelled = (key: MessageKey, codes: readonly (string | undefined)[]): string | undefined =>
    words(...codes).length === 0 ? undefined : t(key, { text: joined(...codes) });
  return {
    label: t('cda.row.patient'),
    lines: words(
      ...patient.names.map((name) => nameWords(name, patient.names.length > 1)),
      patient.birthTime === undefined
        ? patient.birthTimeNull && t('cda.patient.born', { date: nullWords(patient.birthTimeNull) })
        : bornWords(timeWords(patient.birthTime), ageWords(patient, made)),
      labelled('cda.patient.gender', [genderWords(patient)]),
      patient.deceasedTime === undefined
        ? identity.deceased === true
          ? t('cda.patient.deceased')
          : undefined
        : t('cda.patient.deceasedOn', { date: timeWords(patient.deceasedTime) }),
      multipleBirthWords(patient.multipleBirth),
      ...reachLines(patient),
      labelled('cda.patient.marital', [codeWords(patient.maritalStatus)]),
      labelled('cda.patient.religion', [codeWords(patient.religion)]),
      labelled('cda.patient.race', patient.races.map(codeWords)),
      labelled('cda.patient.ethnicity', patient.ethnicities.map(codeWords)),
      labelled('cda.patient.languages', patient.languages.map(languageWords)),
      labelled('cda.patient.birthplace', [patient.birthplace]),
    ),
    ids: idLines(patient.ids),
  };
}
