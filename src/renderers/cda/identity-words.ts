import type { PatientIdentity } from '../../model/patient-context.ts';
import { t } from '../../messages/messages.ts';
import { timeWords } from './hl7-time.ts';

/** Name and birth date, to be set side by side. */
export function identityWords({ names, birthDate }: PatientIdentity): string {
  const [name] = names;
  const parts = name === undefined ? '' : [...name.given, ...name.family].join(' ');
  return t('cda.identity.person', {
    name: parts || name?.text || t('cda.identity.noName'),
    birthDate:
      birthDate === undefined
        ? t('cda.identity.noBirthDate')
        : timeWords(birthDate.replaceAll('-', '')),
  });
}
