import { t } from '../messages/messages.ts';
import { readReference, normaliseBase } from '../model/resource-address.ts';
import type { LaunchContext } from '../session/session-state.ts';
import { sameName } from './patient-words.ts';

/** `proxy`: somebody who acts for the patient. `other`: a clinician, or nobody said. */
export type Reader = 'patient' | 'proxy' | 'other';

/** Who reads, by the resource that the id token names as the user. */
export function readerOf({ iss, patientId, user }: LaunchContext): Reader {
  const named = user?.fhirUser === undefined ? undefined : readReference(user.fhirUser, iss);
  if (named === undefined || named.base !== normaliseBase(iss)) return 'other';
  if (named.type === 'RelatedPerson') return 'proxy';
  if (named.type !== 'Patient') return 'other';
  return named.id === patientId ? 'patient' : 'proxy';
}

/** Is this a person's own record, or one of their family's: who signed in without an EHR, or is no clinician? */
export const isPersonal = (launch: LaunchContext): boolean =>
  launch.launchedBy === 'standalone' || readerOf(launch) !== 'other';

/**
 * Who reads, beside the patient's name: "Signed in: Zoë Brandt, MD", "You: Mary Grant · viewing: Tim Grant";
 * undefined where it is the patient, or nobody knows.
 */
export function userWords(
  launch: LaunchContext,
  patientName: string | undefined,
): string | undefined {
  const name = launch.user?.name;
  switch (readerOf(launch)) {
    case 'patient':
      return undefined;
    case 'proxy': {
      const patient = patientName ?? t('app.patient.someone');
      return name === undefined
        ? t('app.patient.proxyUnnamed', { patient })
        : t('app.patient.proxy', { user: name, patient });
    }
    case 'other':
      return name === undefined || (patientName !== undefined && sameName(name, patientName))
        ? undefined
        : t('app.patient.user', { name });
  }
}
