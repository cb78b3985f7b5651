/** The pages of an open PDF in a scroller: viewer components joined, our words on them. */
import { t } from '../../messages/messages.ts';
import type { Observable } from '../../shared/observable.ts';
import { createStore } from '../../shared/observable.ts';
import type { FindCapability, ZoomCapability } from '../renderer.ts';
import { engineData, type PDFDocumentProxy, type PdfEngine } from './pdf-engine.ts';
import { createPdfFind } from './pdf-find.ts';

export interface PdfPosition {
  readonly page: number;
  readonly pages: number;
}

export interface PdfView {
  readonly position: Observable<PdfPosition>;
  readonly find: FindCapability;
  readonly zoom: ZoomCapability;
  /** Scrolls to the top of a page, once sizes of all pages are known. */
  goToPage(page: number): void;
  /** Follows a destination of the outline or a named one. */
  goToDestination(destination: string | readonly unknown[]): void;
  /** True with the first page painted; false when the document's first page cannot be had. */
  readonly firstPage: Promise<boolean>;
}

export interface PdfViewOptions {
  readonly engine: PdfEngine;
  readonly pdf: PDFDocumentProxy;
  /** Absolutely positioned, holds one empty `div.pdfViewer`. */
  readonly container: HTMLDivElement;
  readonly onPageFailed: (page: number) => void;
  readonly onImageFailed: () => void;
  readonly signal: AbortSignal;
}

/** Shows `pdf` in `container` until `signal` ends it. */
export function showPdf(options: PdfViewOptions): PdfView {
  const { engine, pdf, container, signal } = options;
  const { EventBus, PDFLinkService, PDFFindController, PDFViewer, LinkTarget, GenericL10n } =
    engine.components;
  /** The components' own words stay out: pages are named from the catalogue below. */
  class NoWords extends GenericL10n {
    override get(): Promise<string> {
      return Promise.resolve('');
    }
    override translate(): Promise<void> {
      return Promise.resolve();
    }
    override translateOnce(): Promise<void> {
      return Promise.resolve();
    }
    override pause(): void {}
    override resume(): void {}
  }
  const eventBus = new EventBus();
  const linkService = new PDFLinkService({
    eventBus,
    externalLinkTarget: LinkTarget.BLANK,
    externalLinkRel: 'noopener noreferrer nofollow',
  });
  const findController = new PDFFindController({ eventBus, linkService });
  const viewer = new PDFViewer({
    container,
    eventBus,
    linkService,
    findController,
    l10n: new NoWords('en-us'),
    // Drawn, not filled in: a record is read.
    annotationMode: engine.core.AnnotationMode.ENABLE,
    // -1: no editing of any kind, its toolbars and managers included.
    annotationEditorMode: engine.core.AnnotationEditorType.DISABLE,
    imageResourcesPath: engineData('images'),
    enableAutoLinking: false,
    enableSelectionRendering: false,
    removePageBorders: true,
  });
  linkService.setViewer(viewer);

  const position = createStore<PdfPosition>({ page: 1, pages: pdf.numPages });
  eventBus.on('pagechanging', ({ pageNumber }: { pageNumber: number }) =>
    position.set({ page: pageNumber, pages: pdf.numPages }),
  );
  eventBus.on('pagesinit', () => {
    viewer.currentScaleValue = 'auto';
    namePages(container);
  });
  const failed = (page: number): void => {
    markFailedPage(container, page);
    options.onPageFailed(page);
  };
  const firstPage = new Promise<boolean>((resolve) => {
    pdf.getPage(1).catch(() => resolve(false));
    eventBus.on(
      'pagerendered',
      ({ pageNumber, error }: { pageNumber: number; error?: unknown }) => {
        resolve(true);
        if (error) failed(pageNumber);
        else if (hasFailedImage(viewer.getPageView(pageNumber - 1))) options.onImageFailed();
      },
    );
  });
  viewer.setDocument(pdf);
  linkService.setDocument(pdf, null);
  void tellMissingPages(viewer.firstPagePromise, pdf, failed, signal);
  const zoom = createPdfZoom(viewer, eventBus);
  const stopFitting = fitOnResize(container, viewer);
  signal.addEventListener('abort', () => {
    stopFitting();
    // The typings leave out that null closes a document.
    viewer.setDocument(null as unknown as PDFDocumentProxy);
    linkService.setDocument(null as unknown as PDFDocumentProxy, null);
  });

  // Sizes of pages not yet seen are guesses: a jump before they are known lands elsewhere.
  const goToPage = (page: number): void => {
    void viewer.pagesPromise?.then(() => {
      if (!signal.aborted) viewer.currentPageNumber = Math.min(Math.max(1, page), pdf.numPages);
    });
  };
  return {
    position,
    find: createPdfFind(eventBus, findController, () => pdf.numPages, signal),
    zoom,
    goToPage,
    goToDestination: (destination) =>
      void viewer.pagesPromise?.then(() =>
        linkService.goToDestination(
          typeof destination === 'string' ? destination : [...destination],
        ),
      ),
    firstPage,
  };
}

type Viewer = InstanceType<PdfEngine['components']['PDFViewer']>;
type Bus = InstanceType<PdfEngine['components']['EventBus']>;

function namePages(container: HTMLElement): void {
  for (const page of container.querySelectorAll<HTMLElement>('.page[data-page-number]')) {
    const number = page.dataset['pageNumber'] ?? '';
    page.setAttribute('aria-label', t('renderers.pdf.page', { page: number }));
  }
}

/** An empty sheet would look like an empty page of the document: it says that it is not. */
function markFailedPage(container: HTMLElement, page: number): void {
  const sheet = container.querySelector(`.page[data-page-number="${page}"]`);
  if (!sheet || sheet.querySelector('.pdf-page-failed')) return;
  const words = document.createElement('p');
  words.className = 'pdf-page-failed';
  words.textContent = t('renderers.pdf.pageFailed', { page });
  sheet.append(words);
}

/** An image that could not be decoded is an object without data; its page is painted without it. */
function hasFailedImage(view: unknown): boolean {
  if (typeof view !== 'object' || view === null || !('pdfPage' in view)) return false;
  const page = view.pdfPage;
  if (typeof page !== 'object' || page === null || !('objs' in page)) return false;
  const objects = page.objs;
  if (typeof objects !== 'object' || objects === null || !(Symbol.iterator in objects))
    return false;
  for (const entry of objects as Iterable<unknown>)
    if (Array.isArray(entry) && String(entry[0]).startsWith('img_') && entry[1] === null)
      return true;
  return false;
}

/** Few enough pages to ask for each: one that cannot be had is never rendered and never fails aloud. */
const askedOneByOne = 250;

async function tellMissingPages(
  first: Promise<unknown> | null,
  pdf: PDFDocumentProxy,
  failed: (page: number) => void,
  signal: AbortSignal,
): Promise<void> {
  await first?.catch(() => undefined);
  for (let page = 1; page <= Math.min(pdf.numPages, askedOneByOne); page += 1) {
    if (signal.aborted) return;
    await pdf.getPage(page).catch(() => signal.aborted || failed(page));
  }
}

function createPdfZoom(viewer: Viewer, eventBus: Bus): ZoomCapability {
  return {
    level: () => viewer.currentScale,
    set(level) {
      if (level === 'fit') viewer.currentScaleValue = 'page-width';
      else viewer.currentScale = Math.min(10, Math.max(0.1, level));
    },
    subscribe(listener) {
      eventBus.on('scalechanging', listener);
      return () => eventBus.off('scalechanging', listener);
    },
  };
}

/** A fitted page stays fitted when the pane changes its width. */
function fitOnResize(container: HTMLElement, viewer: Viewer): () => void {
  const observer = new ResizeObserver(() => {
    const fitted = viewer.currentScaleValue;
    if (Number.isNaN(Number(fitted)) && viewer.pagesCount > 0 && container.clientWidth > 0)
      viewer.currentScaleValue = fitted;
  });
  observer.observe(container);
  return () => observer.disconnect();
}
