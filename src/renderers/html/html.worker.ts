/** Worker entry: a document's bytes in, what may be shown of it out. One worker for one document. */
import type { HtmlWorkerRequest } from './html-worker-protocol.ts';
import { createHtmlReader } from './read-html.ts';

const take = createHtmlReader((answer) => postMessage(answer));

addEventListener('message', (message: MessageEvent<HtmlWorkerRequest>) => take(message.data));
