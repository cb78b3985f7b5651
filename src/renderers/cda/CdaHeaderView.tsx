import type { CdaHeader, CdaRelatedDocument } from '../../cda/cda-document.ts';
import { t } from '../../messages/messages.ts';
import type { RequestedPeriod } from '../../model/clinical-document.ts';
import { comparePeriod } from './compare-period.ts';
import { idWords } from './null-words.ts';

interface CdaHeaderViewProps {
  readonly header: CdaHeader;
  /** Of a summary made on request: the range that was asked for. */
  readonly requested: RequestedPeriod | undefined;
}

/** What a reader must know before reading: another range than asked for, other versions of the document. */
export function CdaHeaderView({ header, requested }: CdaHeaderViewProps) {
  const verdict =
    requested === undefined ? undefined : comparePeriod(requested, header.servicePeriod);
  const notices = [
    ...(verdict === 'notStated' ? [t('cda.header.statesNone')] : []),
    ...header.related.map(relatedWords),
  ];
  if (verdict !== 'different' && notices.length === 0) return null;
  return (
    <header className="cda-header">
      {verdict === 'different' && (
        <p className="cda-warning" role="note">
          {t('cda.header.statesOther', { asked: requested?.words ?? '' })}
        </p>
      )}
      {notices.map((notice, index) => (
        <p key={index}>{notice}</p>
      ))}
    </header>
  );
}

function relatedWords(related: CdaRelatedDocument): string {
  const id = related.ids.map(idWords).filter(Boolean).join(', ');
  switch (related.typeCode) {
    case 'RPLC':
      return t('cda.header.replaces', { id });
    case 'APND':
      return t('cda.header.appends', { id });
    case 'XFRM':
      return t('cda.header.transforms', { id });
    default:
      return t('cda.header.related', { id, type: related.typeCode ?? '' });
  }
}
