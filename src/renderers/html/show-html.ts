/** Puts a sanitized report into its caged frame: frame, listeners, styles, nodes, height, in this order. */
import { createDomFind } from '../dom-find.ts';
import { createZoom } from '../create-zoom.ts';
import type { RendererProps } from '../renderer.ts';
import { rebuildSheet, applyStyle, readInlineStyle } from './author-styles.ts';
import { fitHeight } from './fit-height.ts';
import { frameSandbox, guardSheet, paperSheet, trustedFrameDocument } from './frame-document.ts';
import { guardFrame } from './guard-frame.ts';
import { moveInSlices } from './move-in-slices.ts';
import { sanitizeHtml, type RemovedCounts, type SanitizedHtml } from './sanitize-html.ts';

export interface HtmlView extends Pick<RendererProps, 'report' | 'handle'> {
  readonly html: string;
  readonly title: string;
}

/** Shows `view.html` in a new frame inside `host`; `signal` removes it. */
export function showHtml(host: HTMLElement, view: HtmlView, signal: AbortSignal): void {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', frameSandbox);
  frame.title = view.title;
  frame.className = 'html-frame';
  frame.srcdoc = trustedFrameDocument();
  const fill = (): void =>
    void fillFrame(frame, view, signal).catch(() => {
      if (!signal.aborted)
        view.report({ kind: 'problem', sentence: { key: 'renderers.notReadable' } });
    });
  frame.addEventListener('load', fill, { once: true, signal });
  host.append(frame);
  signal.addEventListener('abort', () => {
    view.handle(undefined);
    frame.remove();
  });
}

async function fillFrame(
  frame: HTMLIFrameElement,
  view: HtmlView,
  signal: AbortSignal,
): Promise<void> {
  const inside = frame.contentDocument;
  if (!inside) {
    view.report({ kind: 'problem', sentence: { key: 'renderers.notReadable' } });
    return;
  }
  guardFrame(inside, view.report, signal);
  // The sanitizer is one call: what the reader says while waiting is painted before it starts.
  if (view.html.length > announcedAbove) await nextPaint();
  if (signal.aborted) return;
  const sanitized = sanitizeHtml(view.html);
  applyAuthorLooks(inside, sanitized);
  const measure = fitHeight(frame, inside, signal);
  await moveInSlices(sanitized.fragment, inside.body, sanitized.inlineStyles, signal);
  if (signal.aborted) return;
  measure();
  reportRemoved(sanitized.removed, view.report);
  view.handle({
    find: createDomFind(() => inside.body),
    zoom: createZoom((level) => inside.body.style.setProperty('zoom', String(level))),
    print: () => frame.contentWindow?.print(),
    text: () => Promise.resolve(inside.body.innerText),
  });
  view.report({ kind: 'ready' });
}

/** Characters above which sanitizing takes long enough to be noticed. */
const announcedAbove = 256 * 1024;

const nextPaint = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));

/** Paper first, then the author, then what no author may undo. Sheets are of the frame's own realm. */
function applyAuthorLooks(inside: Document, { sheets, body }: SanitizedHtml): void {
  const view = inside.defaultView;
  if (!view) return;
  const author = sheets.map(rebuildSheet).filter((text) => text !== '');
  inside.adoptedStyleSheets = [paperSheet, ...author, guardSheet].map((text) => {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  if (body.className) inside.body.className = body.className;
  if (body.background) inside.body.setAttribute('bgcolor', body.background);
  if (body.style) applyStyle(inside.body, readInlineStyle(body.style));
}

/** Scripts go without a word; what a reader would miss is counted. */
function reportRemoved(removed: RemovedCounts, report: HtmlView['report']): void {
  const say = (id: string, key: Parameters<typeof notice>[1], count: number): void => {
    if (count > 0) report(notice(id, key, count));
  };
  say('remoteImages', 'renderers.html.remoteImages', removed.remoteImages);
  say('media', 'renderers.html.media', removed.media);
  say('embedded', 'renderers.html.embedded', removed.embedded);
  say('drawings', 'renderers.html.drawings', removed.drawings);
}

type CountedKey = `renderers.html.${'remoteImages' | 'media' | 'embedded' | 'drawings'}`;

const notice = (id: string, key: CountedKey, count: number) =>
  ({ kind: 'notice', id: `html.${id}`, sentence: { key, values: { count } } }) as const;
