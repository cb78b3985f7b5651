import { useCallback, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { ContentStore } from '../content/content-store.ts';
import { t } from '../messages/messages.ts';
import type { ClinicalDocument, DocumentId, Rendition } from '../model/clinical-document.ts';
import { documentTitle, formatWord } from '../model/document-words.ts';
import type { PatientContext } from '../model/patient-context.ts';
import type { RendererCapabilities, RendererEvent, Sentence } from '../renderers/renderer.ts';
import { Alert } from '../ui/Alert.tsx';
import { Button } from '../ui/Button.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { useBackOnline } from '../ui/use-back-online.ts';
import { canTryAgain } from './content-error-words.ts';
import { LargeDocument } from './LargeDocument.tsx';
import { LinkDialog } from './LinkDialog.tsx';
import { LoadingStrip } from './LoadingStrip.tsx';
import { Notices } from './Notices.tsx';
import { problemWords } from './problem-words.ts';
import { refusalWords } from './refusal-words.ts';
import { RendererHost } from './RendererHost.tsx';
import { Toolbar } from './Toolbar.tsx';
import { useHeadSize } from './use-head-size.ts';
import { useLargeDocument } from './use-large-document.ts';
import { useLinks } from './use-links.ts';
import { useReducedMotion } from './use-reduced-motion.ts';
import { useSave } from './use-save.ts';
import { afterEvent, initialView, withCapabilities, type ViewState } from './view-state.ts';

export interface DocumentViewProps {
  readonly document: ClinicalDocument;
  readonly shown: Rendition;
  readonly patient: PatientContext;
  readonly contents: ContentStore;
  /** What stands over the tools: the way back, the title. */
  readonly head: ReactNode;
  /** The session ended: formats, Save and Try again are out of use. */
  readonly readOnly: boolean;
  readonly onReloadList: () => void;
  readonly onRendition: (rendition: number) => void;
  /** The content names another patient. */
  readonly onRefused: (id: DocumentId, refusal: Sentence) => void;
}

/** One rendition: tools, progress, problems and the body, told apart by rendition and attempt. */
export function DocumentView(props: DocumentViewProps) {
  const { document, shown, patient, contents, readOnly, onRendition, onRefused } = props;
  const [attempt, setAttempt] = useState(0);
  const [finding, setFinding] = useState(false);
  const reader = useRef<HTMLElement>(null);
  useHeadSize(reader);
  const content = useOpenContent(contents, shown, document, attempt);
  // Each attempt starts from nothing, also where the store still has the same content.
  // oxlint-disable-next-line react/exhaustive-deps
  const showing = useMemo(() => ({ content }), [content, attempt]);
  const bodyRef = useRef<HTMLDivElement>(null);
  const links = useLinks(bodyRef);
  const { view, report, handle } = useView(showing, document.id, onRefused, links.ask);
  const reducedMotion = useReducedMotion();
  const settings = useMemo(() => ({ reducedMotion }), [reducedMotion]);
  const save = useSave(document, content, view.capabilities);
  const large = useLargeDocument(content, save.start);
  const { body } = view;
  const loading = body.kind === 'loading';
  const tryAgain = () => {
    content.cancel();
    setAttempt(attempt + 1);
  };
  useBackOnline(!readOnly && body.kind === 'problem' && body.error?.kind === 'offline', tryAgain);
  const cancel = () => {
    content.cancel();
    report({
      kind: 'problem',
      sentence: { key: 'errors.cancelled' },
      error: { kind: 'cancelled' },
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && finding && !event.defaultPrevented) {
      event.preventDefault();
      setFinding(false);
      return;
    }
    if (event.key.toLowerCase() !== 'f' || !(event.ctrlKey || event.metaKey)) return;
    if (view.capabilities?.find === undefined || finding) return;
    event.preventDefault();
    setFinding(true);
  };
  return (
    // Ctrl+F is the reader's own where the browser's would miss pages that are not drawn yet.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <main
      className="reader"
      ref={reader}
      aria-label={documentTitle(document)}
      aria-busy={loading && large.step !== 'asked' && large.step !== 'saved'}
      onKeyDown={onKeyDown}
    >
      <div className="reader-head">
        {props.head}
        <Toolbar
          document={document}
          shown={shown}
          onRendition={onRendition}
          capabilities={body.kind === 'refused' ? undefined : view.capabilities}
          finding={finding}
          onFinding={setFinding}
          readOnly={readOnly}
          save={body.kind === 'ready' && !readOnly ? save : undefined}
        />
        <Notices notices={view.notices} />
        {save.failed ? <Alert words={{ what: t('reader.saveFailed') }} /> : null}
        {save.mayHaveFailed ? (
          <Alert tone="info" words={{ what: t('reader.save.mayHaveFailed') }} />
        ) : null}
      </div>
      <LiveRegion
        text={body.kind === 'ready' ? t('reader.loaded', { title: documentTitle(document) }) : ''}
      />
      {/* It scrolls, and a page inside a frame gives the keyboard nothing to hold on to. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="reader-body" tabIndex={0} ref={bodyRef}>
        {body.kind === 'loading' && (large.step === 'asked' || large.step === 'saved') ? (
          <LargeDocument large={large} received={content.progress().received} readOnly={readOnly} />
        ) : null}
        {body.kind === 'loading' && (large.step === 'none' || large.step === 'saving') ? (
          <LoadingStrip key={attempt} content={content} working={body.working} onCancel={cancel} />
        ) : null}
        {body.kind === 'refused' ? (
          <div className="reader-message">
            <Alert words={refusalWords(body.sentence)} />
          </div>
        ) : null}
        {body.kind === 'problem' ? (
          <div className="reader-message">
            <Alert words={problemWords(body)}>
              {body.error === undefined || canTryAgain(body.error) ? (
                <Button variant="primary" disabled={readOnly} onClick={tryAgain}>
                  {t('ui.tryAgain')}
                </Button>
              ) : null}
              {body.error?.kind === 'notFound' ? (
                <Button disabled={readOnly} onClick={props.onReloadList}>
                  {t('reader.reloadList')}
                </Button>
              ) : null}
              {body.error === undefined ? (
                <Button disabled={readOnly} onClick={() => void save.start()}>
                  {t('reader.saveOriginal')}
                </Button>
              ) : null}
              {document.renditions.map((rendition, index) =>
                rendition === shown ? null : (
                  <Button key={index} disabled={readOnly} onClick={() => onRendition(index)}>
                    {t('reader.otherFormat', { format: formatWord(rendition) })}
                  </Button>
                ),
              )}
            </Alert>
          </div>
        ) : null}
        {body.kind === 'refused' ||
        (body.kind === 'problem' && body.error !== undefined) ||
        large.step === 'saving' ||
        large.step === 'saved' ? null : (
          <RendererHost
            key={`${content.key} ${attempt}`}
            content={large.content}
            document={document}
            patient={patient}
            settings={settings}
            report={report}
            handle={handle}
          />
        )}
      </div>
      {links.asked === undefined ? null : (
        <LinkDialog key={links.asked} href={links.asked} onClose={links.close} />
      )}
    </main>
  );
}

/** The content of a rendition; a new attempt asks the store anew. A generated summary stays to the end. */
function useOpenContent(
  contents: ContentStore,
  shown: Rendition,
  document: ClinicalDocument,
  attempt: number,
) {
  const pinned = document.resourceType === 'GeneratedSummary';
  return useMemo(
    () => contents.open(shown.attachment, { pinned }),
    // A retry is a new attempt with the same attachment.
    // oxlint-disable-next-line react/exhaustive-deps
    [contents, shown, pinned, attempt],
  );
}

/** What the renderer told while `of` was shown; another one starts from nothing. */
function useView(
  of: object,
  id: DocumentId,
  onRefused: DocumentViewProps['onRefused'],
  onLink: (href: string) => void,
) {
  const [kept, setKept] = useState<{ readonly of: object; readonly view: ViewState }>();
  const change = useCallback(
    (next: (view: ViewState) => ViewState) =>
      setKept((old) => ({ of, view: next(old?.of === of ? old.view : initialView) })),
    [of],
  );
  const report = useCallback(
    (event: RendererEvent) => {
      if (event.kind === 'link') {
        onLink(event.href);
        return;
      }
      change((view) => afterEvent(view, event));
      if (event.kind === 'refused') onRefused(id, event.sentence);
    },
    [change, id, onRefused, onLink],
  );
  const handle = useCallback(
    (capabilities: RendererCapabilities | undefined) =>
      change((view) => withCapabilities(view, capabilities)),
    [change],
  );
  return { view: kept?.of === of ? kept.view : initialView, report, handle };
}
