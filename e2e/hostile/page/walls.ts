/** The two walls of HTML documents, each for itself, and neither, in a bare page. */
import {
  applyStyle,
  readInlineStyle,
  rebuildSheet,
} from '../../../src/renderers/html/author-styles.ts';
import { decodeHtml } from '../../../src/renderers/html/decode-html.ts';
import { frameDocument, frameSandbox } from '../../../src/renderers/html/frame-document.ts';
import { guardFrame } from '../../../src/renderers/html/guard-frame.ts';
import { moveInSlices } from '../../../src/renderers/html/move-in-slices.ts';
// In the page of the frame alone this is `raw-instead.ts`, for the app's own modules as well.
import { sanitizeHtml } from '../../../src/renderers/html/sanitize-html.ts';
import { showHtml } from '../../../src/renderers/html/show-html.ts';
import { reviveScripts, trustAll } from './parse-raw.ts';

/** Ways to show the bytes of a document in a page. */
export type Way = 'sanitized' | 'caged' | 'cagedString' | 'open' | 'openFrame';

let leaving = new AbortController();

const report = (): HTMLElement => document.querySelector<HTMLElement>('#report') ?? document.body;

/** Takes the last document away and shows this one; resolves when it is there. */
export async function show(way: Way, base64: string): Promise<void> {
  clear();
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  await ways[way](decodeHtml(bytes).text, report(), leaving.signal);
}

export function clear(): void {
  leaving.abort();
  leaving = new AbortController();
  const fresh = document.createElement('div');
  fresh.id = 'report';
  report().replaceWith(fresh);
  document.adoptedStyleSheets = [];
  Reflect.deleteProperty(globalThis, '__pwned');
}

const ways: Readonly<
  Record<Way, (html: string, host: HTMLElement, signal: AbortSignal) => Promise<void> | void>
> = {
  /** Wall one alone: in the page's own document. Sheets keep to the document, as in its own frame. */
  async sanitized(html, host, signal) {
    const { fragment, sheets, inlineStyles, body } = sanitizeHtml(html);
    document.adoptedStyleSheets = sheets.map((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`@scope (#report) {\n${rebuildSheet(text)}}`);
      return sheet;
    });
    if (body.className) host.className = body.className;
    if (body.style) applyStyle(host, readInlineStyle(body.style));
    await moveInSlices(fragment, host, inlineStyles, signal);
  },

  /** Wall two alone: the app's own way into its frame, with nodes nobody looked at. */
  caged: (html, host, signal) =>
    new Promise((resolve, reject) => {
      const hear: Parameters<typeof showHtml>[1]['report'] = (event) => {
        if (event.kind === 'ready') resolve();
        if (event.kind === 'problem') reject(new Error(event.sentence.key));
      };
      const view = {
        html,
        title: 'Report',
        printHeader: [],
        report: hear,
        handle: () => undefined,
      };
      showHtml(host, view, signal);
    }),

  /** The same frame with the markup in its own text, so that it is parsed there; the app has no such way. */
  cagedString: (html, host, signal) =>
    filled(
      host,
      frameDocument.replace('</body>', () => `${html}</body>`),
      (frame) => {
        frame.setAttribute('sandbox', frameSandbox);
        const guard = (): void => {
          if (frame.contentDocument) guardFrame(frame.contentDocument, () => undefined, signal);
        };
        frame.addEventListener('load', guard, { once: true });
      },
    ),

  /** No wall. */
  open(html, host) {
    host.innerHTML = html;
    reviveScripts(host);
  },

  /** A frame without sandbox and CSP. */
  openFrame: (html, host) => filled(host, html, () => undefined),
};

function filled(
  host: HTMLElement,
  text: string,
  prepare: (frame: HTMLIFrameElement) => void,
): Promise<void> {
  const frame = document.createElement('iframe');
  frame.title = 'Report';
  prepare(frame);
  frame.srcdoc = trustAll(text);
  return new Promise((resolve) => {
    frame.addEventListener('load', () => resolve(), { once: true });
    host.append(frame);
  });
}
