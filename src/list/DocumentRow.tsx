import type { KeyboardEvent } from 'react';
import { t } from '../messages/messages.ts';
import type { ClinicalDocument } from '../model/clinical-document.ts';
import {
  documentDate,
  documentName,
  documentTitle,
  formatWord,
  renditionName,
  statusWord,
} from '../model/document-words.ts';
import { Elapsed } from './Elapsed.tsx';
import type { MakingState } from './list-items.ts';

export interface DocumentRowProps {
  readonly document: ClinicalDocument;
  readonly row: number;
  readonly making: MakingState | undefined;
  /** Is this the open document? */
  readonly selected: boolean;
  /** Is this the grid's one stop for Tab? */
  readonly active: boolean;
  /** The session ended: neither the row nor its buttons do anything. */
  readonly readOnly: boolean;
  readonly onOpen: (document: ClinicalDocument, rendition?: number) => void;
}

/** One document: title, then date · author · place · status, then its formats. */
export function DocumentRow(props: DocumentRowProps) {
  const { document, row, making, selected, active, readOnly, onOpen } = props;
  const openable = !readOnly && (making === undefined || making.kind === 'ready');
  const open = () => {
    if (openable) onOpen(document);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget) return;
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    open();
  };
  return (
    <div
      role="row"
      className="document-row"
      aria-label={documentName(document)}
      aria-rowindex={row}
      aria-selected={selected}
      aria-disabled={readOnly || undefined}
      tabIndex={active ? 0 : -1}
      onClick={open}
      onKeyDown={onKeyDown}
    >
      <div role="gridcell" className="document-row-text">
        <span className="document-row-title">{documentTitle(document)}</span>
        <span className="document-row-meta">
          <Meta document={document} making={making} />
        </span>
      </div>
      <div role="gridcell" className="document-row-formats">
        <Formats {...props} />
      </div>
    </div>
  );
}

function Meta({ document, making }: Pick<DocumentRowProps, 'document' | 'making'>) {
  if (making?.kind === 'making') return <Elapsed since={making.since} />;
  if (making?.kind === 'failed') {
    const words = t('list.summary.failed', { cause: making.words.what });
    return (
      <span className="document-row-problem" title={words}>
        {words}
      </span>
    );
  }
  if (document.requestedPeriod !== undefined) return document.requestedPeriod.words;
  const { kind } = document.status;
  const rest = [document.author, document.organisation].filter(Boolean);
  const status = kind === 'final' || kind === 'unknown' ? undefined : statusWord(kind);
  return (
    <>
      {documentDate(document)}
      {status === undefined ? null : (
        // Before what a narrow list cuts off.
        <>
          {' · '}
          <span className={`document-row-status status-${kind}`}>{status}</span>
        </>
      )}
      {document.restricted ? ` · ${t('list.restricted')}` : null}
      {rest.map((part) => ` · ${part}`).join('')}
    </>
  );
}

function Formats({ document, making, active, readOnly, onOpen }: DocumentRowProps) {
  const title = documentTitle(document);
  const common = { tabIndex: active ? 0 : -1, disabled: readOnly };
  if (making?.kind === 'making') {
    return (
      <SmallButton
        label={t('list.summary.cancelName', { title })}
        word={t('ui.cancel')}
        {...common}
        onClick={making.cancel}
      />
    );
  }
  if (making?.kind === 'failed') {
    return (
      <SmallButton
        label={t('list.summary.retryName', { title })}
        word={t('ui.tryAgain')}
        {...common}
        onClick={making.retry}
      />
    );
  }
  if (document.renditions.length === 0) {
    return <span className="document-row-none">{t('list.noFormat')}</span>;
  }
  return document.renditions.map((rendition, index) => (
    <SmallButton
      // A document's renditions never change their order.
      key={index}
      label={renditionName(document, rendition)}
      word={formatWord(rendition)}
      {...common}
      onClick={() => onOpen(document, index)}
    />
  ));
}

interface SmallButtonProps {
  readonly label: string;
  readonly word: string;
  readonly tabIndex: number;
  readonly disabled: boolean;
  readonly onClick: () => void;
}

function SmallButton({ label, word, tabIndex, disabled, onClick }: SmallButtonProps) {
  return (
    <button
      type="button"
      className="document-row-format"
      aria-label={label}
      tabIndex={tabIndex}
      disabled={disabled}
      onClick={(event) => {
        event.stopPropagation();
        onClick();
      }}
    >
      {word}
    </button>
  );
}
