/** Hears what a page does that no document may make it do; what bears no case's id is put to the current one. */
import type { Page } from '@playwright/test';
import type { Sink } from './sink.ts';

export interface Watch {
  /** The case that is open: events without an id are its. */
  current: string;
  /** What happened for a case so far, in words: script, request and navigation harms. */
  of(id: string): { script: string[]; request: string[]; navigation: string[] };
}

/**
 * @param sink whose hits are requests by what they ask for
 * @param allowed origins that the page may ask: its own servers
 */
export function watchPage(page: Page, sink: Sink, allowed: readonly string[]): Watch {
  const events: { id: string; harm: 'script' | 'request' | 'navigation'; what: string }[] = [];
  const from = sink.hits.length;
  const tell = (harm: (typeof events)[number]['harm'], what: string, id = watch.current): void =>
    void events.push({ id, harm, what });

  page.context().on('console', (message) => {
    const id = /^\/pwned-([\w-]+)-\/$/.exec(message.text())?.[1];
    if (id !== undefined) tell('script', `console: ${message.text()}`, id);
  });
  page.context().on('dialog', (dialog) => {
    tell('script', `${dialog.type()}: ${dialog.message()}`);
    void dialog.dismiss().catch(() => undefined);
  });
  page.context().on('page', (popup) => {
    tell('navigation', `window: ${popup.url()}`);
    void popup.close().catch(() => undefined);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (/^(data|blob|about):/.test(url) || allowed.some((one) => url.startsWith(`${one}/`))) return;
    // What CSP stops is told as a request as well, and as one that failed for that reason.
    const id = watch.current;
    void request
      .response()
      .then((response) => response && tell('request', `${request.method()} ${url}`, id))
      .catch(() => undefined);
  });
  page.on('framenavigated', (frame) => {
    const url = frame.url();
    if (url === 'about:srcdoc' || url === 'about:blank') return;
    // A frame of the document itself that was refused; the document's own frame would be lost by that.
    const isInner = frame.parentFrame()?.parentFrame() !== null && frame.parentFrame() !== null;
    if (isInner && url === 'chrome-error://chromewebdata/') return;
    if (frame.parentFrame() !== null || !allowed.some((one) => url.startsWith(`${one}/`)))
      tell('navigation', `${frame.parentFrame() === null ? 'page' : 'frame'}: ${url}`);
  });
  page.on('download', (download) => {
    tell('navigation', `download: ${download.url()}`);
    void download.cancel().catch(() => undefined);
  });

  const watch: Watch = {
    current: '',
    of: (id) => {
      const told = (harm: string): string[] =>
        events.filter((event) => event.id === id && event.harm === harm).map(({ what }) => what);
      const hits = sink.hits.slice(from).filter((hit) => hit.id === id);
      return {
        script: told('script'),
        request: [...told('request'), ...hits.map(({ method, path }) => `sink: ${method} ${path}`)],
        navigation: told('navigation'),
      };
    },
  };
  return watch;
}
