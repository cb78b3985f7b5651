/** The open document: its heading, its tools, and whoever shows its format. Fetches nothing by itself. */
import { useEffect, useRef } from 'react';
import type { ContentStore } from '../content/content-store.ts';
import { t } from '../messages/messages.ts';
import type { ClinicalDocument, DocumentId } from '../model/clinical-document.ts';
import { documentTitle } from '../model/document-words.ts';
import type { PatientContext } from '../model/patient-context.ts';
import type { Sentence } from '../renderers/renderer.ts';
import { Alert } from '../ui/Alert.tsx';
import { Button } from '../ui/Button.tsx';
import { DocumentView } from './DocumentView.tsx';
import { DocumentHeading } from './DocumentHeading.tsx';
import { refusalWords } from './refusal-words.ts';
import { subjectCheck } from './subject-check.ts';
import { useStepKeys } from './use-step-keys.ts';
import './reader.css';

export interface ReaderProps {
  readonly document: ClinicalDocument;
  /** Which of its renditions is shown. */
  readonly rendition: number;
  readonly onRendition: (rendition: number) => void;
  readonly patient: PatientContext;
  /** One of its renditions named another patient: none is shown, whichever is asked for. */
  readonly refusal: Sentence | undefined;
  readonly onRefused: (id: DocumentId, refusal: Sentence) => void;
  readonly contents: ContentStore;
  /** How many documents the list shows, for the way back. */
  readonly count: number;
  /** The session ended: the document can be read on, nothing can be asked for or taken away. */
  readonly readOnly: boolean;
  /** A listed document is gone: the list may be older than the record system's. */
  readonly onReloadList: () => void;
  readonly onBack: () => void;
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
}

/** One open document; give it the document's id as key. */
export function Reader(props: ReaderProps) {
  const { document, rendition, patient, refusal, contents, onRendition, onRefused } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(
    function focusHeading() {
      heading.current?.focus();
    },
    // A refusal puts another screen, and another heading, in the place of the document.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
    [refusal],
  );
  useStepKeys(props.onPrevious, props.onNext);
  const title = documentTitle(document);
  const shown = document.renditions[rendition] ?? document.renditions[0];
  const subject = subjectCheck(document, patient);
  const head = (
    <>
      <Button className="reader-back" variant="quiet" onClick={props.onBack}>
        ← {t('reader.back', { count: props.count })}
      </Button>
      <DocumentHeading
        document={document}
        headingRef={heading}
        onPrevious={props.onPrevious}
        onNext={props.onNext}
      />
      {subject.kind === 'unclear' ? <Alert tone="warning" words={subject.words} /> : null}
    </>
  );
  const refused = subject.kind === 'refused' ? subject.words : refusal && refusalWords(refusal);
  if (refused !== undefined || shown === undefined) {
    const words = refused ?? { what: t('reader.nothingToOpen') };
    return (
      <main className="reader" aria-label={title} aria-busy={false}>
        <div className="reader-head">{head}</div>
        <div className="reader-body reader-message">
          <Alert words={words} />
        </div>
      </main>
    );
  }
  return (
    <DocumentView
      document={document}
      shown={shown}
      patient={patient}
      contents={contents}
      head={head}
      readOnly={props.readOnly}
      onReloadList={props.onReloadList}
      onRendition={onRendition}
      onRefused={onRefused}
    />
  );
}
