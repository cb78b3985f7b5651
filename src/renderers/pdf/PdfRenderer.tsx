/* oxlint-disable jsx-a11y/no-noninteractive-tabindex --
   pdf.js demands a div for its scroller, and the keyboard must reach it. */
/**
 * Shows a PDF page by page with pdf.js and its viewer components inside our own controls. Runs no
 * script of the document and lets nobody fill in its forms.
 */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { t } from '../../messages/messages.ts';
import type { Content } from '../../model/content.ts';
import { printHeader } from '../print-header.ts';
import { readBytes } from '../read-bytes.ts';
import type { RendererProps } from '../renderer.ts';
import { openPdf, type PasswordQuestion } from './open-pdf.ts';
import { PasswordForm } from './PasswordForm.tsx';
import { startPatience } from './patience.ts';
import { loadPdfEngine, startPdfWorker, type PDFDocumentProxy } from './pdf-engine.ts';
import { readAttachmentNames, readOutline, type OutlineEntry } from './pdf-outline.ts';
import { pdfText } from './pdf-text.ts';
import { PdfControls } from './PdfControls.tsx';
import { PdfOutline } from './PdfOutline.tsx';
import { printPdf } from './print-pdf.ts';
import { showPdf, type PdfView } from './show-pdf.ts';
import './pdf.css';
import './pdf-form.css';

type Stage =
  | { readonly kind: 'loading' }
  | { readonly kind: 'password'; readonly question: PasswordQuestion }
  | {
      readonly kind: 'open';
      readonly view: PdfView;
      readonly outline: readonly OutlineEntry[];
    };

export function Renderer({ content, document, patient, report, handle }: RendererProps) {
  const [stage, setStage] = useState<Stage>({ kind: 'loading' });
  const container = useRef<HTMLDivElement>(null);

  const show = useEffectEvent(
    async (source: Content, pages: HTMLDivElement, signal: AbortSignal): Promise<void> => {
      // Engine and worker start while the bytes are still on their way.
      const engine = loadPdfEngine().catch(() => undefined);
      const worker = startPdfWorker();
      signal.addEventListener('abort', () => worker.end());
      const bytes = await readBytes(source, report, signal);
      if (!bytes) return;
      if (!bytes.ok) {
        report({ kind: 'problem', sentence: { key: 'renderers.notFetched' }, error: bytes.error });
        return;
      }
      const loaded = await engine;
      if (signal.aborted) return;
      if (!loaded) {
        report({ kind: 'problem', sentence: { key: 'renderers.pdf.engine' } });
        return;
      }
      const patience = startPatience(document.id);
      signal.addEventListener('abort', patience.stop);
      const giveUp = (): void => {
        worker.end();
        handle(undefined);
        setStage({ kind: 'loading' });
        const values = { seconds: patience.seconds };
        report({ kind: 'problem', sentence: { key: 'renderers.pdf.slow', values } });
      };
      const opening = openPdf(loaded, worker, bytes.value, (question) => {
        patience.stop();
        if (signal.aborted) return;
        setStage({ kind: 'password', question });
        // Nothing is being waited for but the reader's answer.
        report({ kind: 'ready' });
      });
      const pdf = await Promise.race([opening, patience.over]);
      if (signal.aborted) return;
      if (pdf === 'over') {
        giveUp();
        return;
      }
      if (!pdf.ok) {
        patience.stop();
        setStage({ kind: 'loading' });
        report({ kind: 'problem', sentence: pdf.error });
        return;
      }
      const problems = pageProblems(report);
      worker.onImageLeftOut(problems.onImageFailed);
      const view = showPdf({
        engine: loaded,
        pdf: pdf.value,
        container: pages,
        signal,
        ...problems,
      });
      setStage({ kind: 'open', view, outline: [] });
      handle({
        find: view.find,
        zoom: view.zoom,
        text: () => pdfText(pdf.value),
        print: () => {
          const header = printHeader(document, patient);
          void printPdf(pdf.value, { header, pageName, report, signal });
        },
      });
      const painted = await Promise.race([view.firstPage, patience.over]);
      if (signal.aborted) return;
      if (painted === 'over') {
        giveUp();
        return;
      }
      patience.stop();
      if (!painted) {
        handle(undefined);
        setStage({ kind: 'loading' });
        report({ kind: 'problem', sentence: { key: 'renderers.pdf.damaged' } });
        return;
      }
      report({ kind: 'ready' });
      const outline = await readOutline(pdf.value);
      await tellAttachments(pdf.value, report);
      if (!signal.aborted) setStage({ kind: 'open', view, outline });
    },
  );

  const withdraw = useEffectEvent(() => handle(undefined));
  const tellBroken = useEffectEvent((signal: AbortSignal) => {
    if (!signal.aborted) report({ kind: 'problem', sentence: { key: 'renderers.pdf.engine' } });
  });
  useEffect(() => {
    const pages = container.current;
    if (!pages) return undefined;
    const controller = new AbortController();
    show(content, pages, controller.signal).catch(() => tellBroken(controller.signal));
    return () => {
      controller.abort();
      content.cancel();
      withdraw();
    };
  }, [content]);

  return (
    <div className="pdf-view" data-stage={stage.kind}>
      {stage.kind === 'password' ? <PasswordForm question={stage.question} /> : null}
      {stage.kind === 'open' ? <PdfControls view={stage.view} /> : null}
      {stage.kind === 'open' && stage.outline.length > 0 ? (
        <PdfOutline entries={stage.outline} goTo={stage.view.goToDestination} />
      ) : null}
      <div className="pdf-stage">
        <div
          className="pdf-scroller"
          ref={container}
          role="group"
          aria-label={t('renderers.pdf.pages')}
          tabIndex={0}
        >
          <div className="pdfViewer" />
        </div>
      </div>
    </div>
  );
}

const pageName = (page: number): string => t('renderers.pdf.page', { page });

/** Pages that fail are gathered into one notice; broken images into another. */
function pageProblems(report: RendererProps['report']) {
  const failed = new Set<number>();
  return {
    onPageFailed(page: number): void {
      failed.add(page);
      const pages = [...failed].sort((a, b) => a - b).join(', ');
      const values = { count: failed.size, pages };
      report({
        kind: 'notice',
        id: 'pdf.pagesFailed',
        sentence: { key: 'renderers.pdf.pagesFailed', values },
      });
    },
    onImageFailed: (): void =>
      report({
        kind: 'notice',
        id: 'pdf.imagesFailed',
        sentence: { key: 'renderers.pdf.imagesFailed' },
      }),
  };
}

async function tellAttachments(
  pdf: PDFDocumentProxy,
  report: RendererProps['report'],
): Promise<void> {
  const names = await readAttachmentNames(pdf);
  if (names.length === 0) return;
  const values = { count: names.length, names: names.join(', ') };
  report({
    kind: 'notice',
    id: 'pdf.attachments',
    sentence: { key: 'renderers.pdf.attachments', values },
  });
}
