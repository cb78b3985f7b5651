import type { PatientIdentity } from '../../model/patient-context.ts';
import { t } from '../../messages/messages.ts';
import { identityWords } from './identity-words.ts';

interface IdentityBarProps {
  readonly named: readonly PatientIdentity[];
  readonly patient: PatientIdentity | undefined;
}

/** Stands above a document whose patient is not plainly this one; it cannot be closed. */
export function IdentityBar({ named, patient }: IdentityBarProps) {
  return (
    <div className="cda-identity" role="note" aria-label={t('cda.identity.label')}>
      <strong>{t('cda.identity.unclear')}</strong>{' '}
      {named.length === 0
        ? t('cda.identity.documentNobody')
        : named
            .map((identity) => t('cda.identity.document', { identity: identityWords(identity) }))
            .join(' ')}{' '}
      {patient === undefined
        ? t('cda.identity.chartUnknown')
        : t('cda.identity.chart', { identity: identityWords(patient) })}
    </div>
  );
}
