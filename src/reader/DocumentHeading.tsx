import type { Ref } from 'react';
import { t, type MessageKey } from '../messages/messages.ts';
import type { ClinicalDocument, DocumentStatusKind } from '../model/clinical-document.ts';
import { documentDate, documentTitle, statusWord } from '../model/document-words.ts';
import { IconButton } from '../ui/IconButton.tsx';

const statusSentences: Readonly<Partial<Record<DocumentStatusKind, MessageKey>>> = {
  preliminary: 'reader.statusPreliminary',
  amended: 'reader.statusAmended',
  superseded: 'reader.statusSuperseded',
  cancelled: 'reader.statusCancelled',
  'entered-in-error': 'reader.statusEnteredInError',
  masked: 'reader.statusMasked',
};

export interface DocumentHeadingProps {
  readonly document: ClinicalDocument;
  readonly headingRef: Ref<HTMLHeadingElement>;
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
}

/** Title, then date · author · place · status, then what the status means to a reader. */
export function DocumentHeading({
  document,
  headingRef,
  onPrevious,
  onNext,
}: DocumentHeadingProps) {
  const { status, author, organisation, requestedPeriod } = document;
  const generated = document.resourceType === 'GeneratedSummary';
  const meta = generated
    ? [requestedPeriod === undefined ? '' : t('reader.period', { range: requestedPeriod.words })]
    : [documentDate(document, { time: true }), author, organisation, statusWord(status.kind)];
  const elsewhere = document.problems.find(({ kind }) => kind === 'attachmentAddressOutsideServer');
  const sentence = statusSentences[status.kind];
  return (
    <header className="document-heading">
      <div className="document-heading-text">
        <h2 ref={headingRef} tabIndex={-1}>
          {documentTitle(document)}
        </h2>
        <p className="document-heading-meta">{meta.filter(Boolean).join(' · ')}</p>
        {sentence === undefined ? null : (
          <p className={`document-heading-status status-${status.kind}`}>{t(sentence)}</p>
        )}
        {generated && elsewhere?.kind === 'attachmentAddressOutsideServer' ? (
          <p>{t('reader.linkNotFollowed', { host: elsewhere.host })}</p>
        ) : null}
        {document.restricted ? <p>{t('reader.restricted')}</p> : null}
      </div>
      <div className="document-heading-steps">
        <IconButton
          icon="previous"
          label={t('reader.previous')}
          disabled={onPrevious === undefined}
          onClick={onPrevious}
        />
        <IconButton
          icon="next"
          label={t('reader.next')}
          disabled={onNext === undefined}
          onClick={onNext}
        />
      </div>
    </header>
  );
}
