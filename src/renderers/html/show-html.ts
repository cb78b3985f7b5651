/** Puts a sanitized report into its caged frame: frame, listeners, styles, nodes, height, in this order. */
import { t } from '../../messages/messages.ts';
import { createDomFind } from '../dom-find.ts';
import { createZoom } from '../create-zoom.ts';
import type { DarkPaperCapability, RendererProps } from '../renderer.ts';
import { applyStyle, readInlineStyle, rebuildSheet } from './author-styles.ts';
import { chooseDarkPaper, darkPaper } from './dark-paper.ts';
import { fitHeight } from './fit-height.ts';
import {
  darkSheet,
  frameSandbox,
  guardSheet,
  paperSheet,
  trustedFrameDocument,
} from './frame-document.ts';
import { guardFrame } from './guard-frame.ts';
import { moveInSlices } from './move-in-slices.ts';
import { printHtml } from './print-html.ts';
import { safeHtmlCopy } from './safe-copy.ts';
import { sanitizeHtml, type RemovedCounts, type SanitizedHtml } from './sanitize-html.ts';

export interface HtmlView extends Pick<RendererProps, 'report' | 'handle'> {
  readonly html: string;
  readonly title: string;
  /** The lines at the head of each printed page. */
  readonly printHeader?: readonly string[];
  /** Called once all is there, with the frame's body. */
  readonly onShown?: (body: HTMLElement) => void;
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
  const realm = inside?.defaultView;
  if (!inside || !realm) {
    view.report({ kind: 'problem', sentence: { key: 'renderers.notReadable' } });
    return;
  }
  guardFrame(inside, view.report, signal);
  if (view.html.length > announcedAbove) {
    // The sanitizer is one call: what the reader says while waiting is painted before it starts.
    const size = `${(view.html.length / 1024 / 1024).toFixed(1)} MB`;
    view.report({ kind: 'working', sentence: { key: 'renderers.html.working', values: { size } } });
    await painted();
    if (signal.aborted) return;
  }
  const sanitized = sanitizeHtml(view.html);
  // The call stands alone: what follows is a task of its own.
  await nextTurn();
  if (signal.aborted) return;
  applyAuthorLooks(inside, realm, sanitized);
  const measure = fitHeight(frame, inside, signal);
  await moveInSlices(sanitized.fragment, inside.body, sanitized.inlineStyles, signal);
  if (signal.aborted) return;
  measure();
  reportRemoved(sanitized.removed, view.report);
  view.handle({
    find: createDomFind(() => inside.body),
    zoom: createZoom((level) => inside.body.style.setProperty('zoom', String(level))),
    darkPaper: offerDarkPaper(inside, realm, signal),
    print: () => printHtml(frame, view.printHeader ?? [], view.report),
    safeHtml: () => Promise.resolve(safeHtmlCopy(inside, t('renderers.untitled'))),
    text: () => Promise.resolve(inside.body.innerText),
  });
  view.report({ kind: 'ready' });
  view.onShown?.(inside.body);
}

/** Characters above which the reader says that the page will stand still. */
const announcedAbove = 1024 * 1024;

/** Two frames: React puts the words into the page in the first, the browser has drawn them by the second. */
async function painted(): Promise<void> {
  for (let frame = 0; frame < 2; frame += 1)
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** The window of the frame: sheets must be of its own realm. */
type Realm = Window & typeof globalThis;

/** Paper first, then the author, then what no author may undo. */
function applyAuthorLooks(inside: Document, realm: Realm, { sheets, body }: SanitizedHtml): void {
  const author = sheets.map(rebuildSheet).filter((text) => text !== '');
  inside.adoptedStyleSheets = [paperSheet, ...author, guardSheet].map((text) =>
    sheetOf(realm, text),
  );
  if (body.className) inside.body.className = body.className;
  if (body.id) inside.body.id = body.id;
  if (body.background) inside.body.setAttribute('bgcolor', body.background);
  if (body.text) inside.body.setAttribute('text', body.text);
  if (body.direction) inside.body.dir = body.direction;
  // Important declarations of a style attribute would outweigh the guard.
  if (body.style)
    applyStyle(inside.body, readInlineStyle(body.style).replaceAll(' !important', ''));
}

function sheetOf(realm: Realm, text: string): CSSStyleSheet {
  const sheet = new realm.CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

function offerDarkPaper(inside: Document, realm: Realm, signal: AbortSignal): DarkPaperCapability {
  const dark = sheetOf(realm, darkSheet);
  const apply = (): void => {
    const others = inside.adoptedStyleSheets.filter((sheet) => sheet !== dark);
    inside.adoptedStyleSheets = darkPaper.get() ? [...others, dark] : others;
  };
  apply();
  signal.addEventListener('abort', darkPaper.subscribe(apply));
  return { isOn: darkPaper.get, set: chooseDarkPaper, subscribe: darkPaper.subscribe };
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
