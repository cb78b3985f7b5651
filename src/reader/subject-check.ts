import { compareSubject } from '../match/compare-subject.ts';
import { locale, t } from '../messages/messages.ts';
import type { ClinicalDocument, SubjectReference } from '../model/clinical-document.ts';
import { displayName } from '../model/display-name.ts';
import { formatClinicalDate } from '../model/format-date.ts';
import { parseClinicalDate } from '../model/parse-clinical-date.ts';
import type { PatientContext } from '../model/patient-context.ts';
import { assertNever } from '../shared/assert-never.ts';
import type { ProblemWords } from '../ui/Alert.tsx';

export type SubjectCheck =
  | { readonly kind: 'same' }
  | { readonly kind: 'unclear'; readonly words: ProblemWords }
  | { readonly kind: 'refused'; readonly words: ProblemWords };

/** Whether the list entry's subject lets this document be shown in this chart, in words. */
export function subjectCheck(document: ClinicalDocument, patient: PatientContext): SubjectCheck {
  const { verdict } = compareSubject(document.subject, patient);
  switch (verdict) {
    case 'same':
      return { kind: 'same' };
    case 'different':
      return {
        kind: 'refused',
        words: { what: t('reader.refused'), todo: t('reader.refusedTodo') },
      };
    case 'unclear':
      if (patient.identity === undefined) {
        return {
          kind: 'refused',
          words: { what: t('reader.withheld'), todo: t('errors.refusedAddressTodo') },
        };
      }
      return {
        kind: 'unclear',
        words: {
          what: t('reader.subjectUnclear'),
          todo: t('reader.subjectUnclearBoth', {
            patient: patientLine(patient),
            subject: subjectLine(document.subject),
          }),
        },
      };
    default:
      return assertNever(verdict);
  }
}

function patientLine({ identity }: PatientContext): string {
  if (identity === undefined) return t('reader.patientUnknown');
  const name = displayName(identity) ?? t('reader.patientUnknown');
  if (identity.birthDate === undefined) return name;
  const born = parseClinicalDate(identity.birthDate);
  return `${name}, ${born === undefined ? identity.birthDate : formatClinicalDate(born, locale())}`;
}

function subjectLine(subject: SubjectReference): string {
  switch (subject.kind) {
    case 'reference':
      return subject.reference;
    case 'display':
      return subject.display;
    case 'absent':
      return t('reader.subjectNone');
    default:
      return assertNever(subject);
  }
}
