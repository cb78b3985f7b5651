/** The page's side of the HTML worker: one document, read and later compared with what is shown of it. */
// Vite makes this address.
import htmlWorkerUrl from './html.worker.ts?worker&url';
import { createTrustedWorker } from '../trusted-worker.ts';
import type { Loss } from './compare-words.ts';
import type { HtmlWorkerAnswer, HtmlWorkerRequest } from './html-worker-protocol.ts';

export type HtmlReading = Extract<HtmlWorkerAnswer, { kind: 'markup' | 'text' }>;

export interface OpenHtml {
  /** Rejects where the worker fails or takes longer than a reader would wait. */
  read(bytes: Uint8Array, charset: string | undefined, essence: string): Promise<HtmlReading>;
  /**
   * What of the source is not among what is shown; undefined where nothing is missing. `letters` and `words` give
   * the text on screen, the second only asked where the first differs.
   */
  compare(letters: () => string, words: () => Promise<string>): Promise<Loss | undefined>;
}

/** For reading 200 MB of text, and for the words of markup that drives a parser into depth. */
const longestWait = 30_000;

/** Starts the worker of one document; `signal` ends it. */
export function openHtml(signal: AbortSignal): OpenHtml {
  const worker = createTrustedWorker(htmlWorkerUrl);
  signal.addEventListener('abort', () => worker.terminate());
  const ask = (request: HtmlWorkerRequest): Promise<HtmlWorkerAnswer> =>
    new Promise((resolve, reject) => {
      const settled = new AbortController();
      const fail = (why: string): void => {
        settled.abort();
        worker.terminate();
        reject(new Error(why));
      };
      const timer = setTimeout(() => fail('The HTML worker did not answer'), longestWait);
      const heard = { once: true, signal: settled.signal };
      worker.addEventListener(
        'message',
        (message: MessageEvent<HtmlWorkerAnswer>) => {
          settled.abort();
          resolve(message.data);
        },
        heard,
      );
      worker.addEventListener('error', () => fail('The HTML worker failed'), heard);
      // Whoever left waits for nothing.
      signal.addEventListener('abort', () => settled.abort(), heard);
      settled.signal.addEventListener('abort', () => clearTimeout(timer));
      worker.postMessage(request);
    });
  return {
    async read(bytes, charset, essence) {
      const answer = await ask({
        kind: 'read',
        bytes,
        essence,
        ...(charset === undefined ? {} : { charset }),
      });
      if (answer.kind === 'markup' || answer.kind === 'text') return answer;
      throw new Error('The HTML worker answered something else');
    },
    async compare(letters, words) {
      const first = await ask({ kind: 'letters', shown: letters() });
      if (first.kind === 'letters' && first.same) return undefined;
      const answer = await ask({ kind: 'words', shown: await words() });
      return answer.kind === 'loss' ? answer.loss : undefined;
    },
  };
}
