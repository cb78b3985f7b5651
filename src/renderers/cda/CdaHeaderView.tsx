import type { CdaHeader } from '../../cda/cda-header.ts';
import { t } from '../../messages/messages.ts';
import type { RequestedPeriod } from '../../model/clinical-document.ts';
import { comparePeriod } from './compare-period.ts';
import { relatedSentence } from './related-words.ts';

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
    ...header.related.map(relatedSentence),
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
