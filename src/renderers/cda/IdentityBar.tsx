import type { PatientIdentity } from '../../model/patient-context.ts';
import { t } from '../../messages/messages.ts';
import { identityWords } from './identity-words.ts';

interface IdentityBarProps {
  /** Undefined: the document ended before it could be read whom it names. */
  readonly named: readonly PatientIdentity[] | undefined;
  readonly patient: PatientIdentity | undefined;
}

/** Stands above a document whose patient is not plainly this one; it cannot be closed. */
export function IdentityBar({ named, patient }: IdentityBarProps) {
  return (
    <div className="cda-identity" role="note" aria-label={t('cda.identity.label')}>
      <strong>{t('cda.identity.unclear')}</strong> {documentWords(named)}{' '}
      {patient === undefined
        ? t('cda.identity.chartUnknown')
        : t('cda.identity.chart', { identity: identityWords(patient) })}
    </div>
  );
}

function documentWords(named: IdentityBarProps['named']): string {
  if (named === undefined) return t('cda.identity.documentUnread');
  if (named.length === 0) return t('cda.identity.documentNobody');
  return named
    .map((identity) => t('cda.identity.document', { identity: identityWords(identity) }))
    .join(' ');
}
