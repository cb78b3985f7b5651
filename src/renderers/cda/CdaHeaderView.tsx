import type { CdaHeader, CdaRelatedDocument, ParticipationRole } from '../../cda/cda-document.ts';
import { t } from '../../messages/messages.ts';
import type { RequestedPeriod } from '../../model/clinical-document.ts';
import { comparePeriod } from './compare-period.ts';
import { headerRows, whoWords } from './header-rows.ts';
import { periodWords } from './hl7-time.ts';
import { codeWords, idWords } from './null-words.ts';

/** Title, date in the author's zone, who wrote it and who keeps it: always in sight. */
export function CdaHeaderLine({ header }: { readonly header: CdaHeader }) {
  const restriction = restrictionWords(header);
  return (
    <p className="cda-header-line">
      <strong>{header.title ?? codeWords(header.code) ?? t('cda.header.untitled')}</strong>
      {[
        periodWords(header.effectiveTime),
        named(header, 'author', (names) => t('cda.header.author', { names })),
        named(header, 'custodian', (names) => t('cda.header.custodian', { names })),
      ].map((part) => part !== undefined && <span key={part}>{part}</span>)}
      {restriction !== undefined && <span className="cda-restricted">{restriction}</span>}
    </p>
  );
}

interface CdaHeaderViewProps {
  readonly header: CdaHeader;
  /** Of a summary made on request: the range that was asked for. */
  readonly requested: RequestedPeriod | undefined;
}

/** The range and the versions a document states, and all else it says of itself one click away. */
export function CdaHeaderView({ header, requested }: CdaHeaderViewProps) {
  const states = periodWords(header.servicePeriod);
  const verdict =
    requested === undefined ? undefined : comparePeriod(requested, header.servicePeriod);
  return (
    <header className="cda-header">
      {states !== undefined && <p>{t('cda.header.states', { period: states })}</p>}
      {verdict === 'different' && (
        <p className="cda-warning" role="note">
          {t('cda.header.statesOther', { asked: requested?.words ?? '' })}
        </p>
      )}
      {verdict === 'notStated' && <p>{t('cda.header.statesNone')}</p>}
      {header.related.map((related, index) => (
        <p key={index}>{relatedWords(related)}</p>
      ))}
      <details>
        <summary>{t('cda.header.details')}</summary>
        <dl>
          {headerRows(header).map(({ label, lines }, index) => (
            <div key={index}>
              <dt>{label}</dt>
              {lines.map((line, at) => (
                <dd key={at}>{line}</dd>
              ))}
            </div>
          ))}
        </dl>
      </details>
    </header>
  );
}

function named(
  header: CdaHeader,
  role: ParticipationRole,
  sentence: (names: string) => string,
): string | undefined {
  const names = header.participations
    .filter((participation) => participation.role === role)
    .map((participation) =>
      participation.names.length > 0 ? participation.names.join(', ') : whoWords(participation),
    )
    .filter((name) => name !== '');
  return names.length === 0 ? undefined : sentence([...new Set(names)].join('; '));
}

function restrictionWords(header: CdaHeader): string | undefined {
  switch (header.confidentiality?.code) {
    case 'R':
      return t('cda.header.restricted');
    case 'V':
      return t('cda.header.veryRestricted');
    default:
      return undefined;
  }
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
