/** A server that nobody may ask: it remembers each request, by the id of the case whose address was asked. */
import { createServer } from 'node:http';
import { listenOnLoopback } from '../../sandbox/adapters/listen.ts';
import { pwn } from './hostile-case.ts';

export interface Hit {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly authorization: boolean;
  readonly referer: string | undefined;
}

export interface Sink {
  /** Without trailing slash; the id of a case follows. */
  readonly url: string;
  readonly hits: readonly Hit[];
  of(id: string): readonly Hit[];
  close(): Promise<void>;
}

/** One pixel. */
const pixel = Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64');

/** What is answered lets the attack go on: scripts run, sheets ask for more, everything may be read across origins. */
const answers: Readonly<Record<string, (id: string) => readonly [type: string, body: string | Buffer]>> = {
  js: (id) => ['text/javascript', pwn(id)],
  css: () => ['text/css', 'body{background:url(from-sheet.gif)}'],
  html: (id) => ['text/html', `<script>${pwn(id)}</script>`],
  svg: (id) => ['image/svg+xml', `<svg xmlns="http://www.w3.org/2000/svg" id="x"><script>${pwn(id)}</script></svg>`],
  json: () => ['application/json', '{}'],
}; // prettier-ignore

export async function startSink(): Promise<Sink> {
  const hits: Hit[] = [];
  const { port, close } = await listenOnLoopback(
    () =>
      createServer((request, response) => {
        const path = request.url ?? '/';
        const id = path.split(/[/?#\\]/)[1] ?? '';
        const { authorization, referer } = request.headers;
        const method = request.method ?? '';
        hits.push({ id, method, path, authorization: authorization !== undefined, referer });
        const extension = /\.(\w+)(\?|$)/.exec(path)?.[1] ?? '';
        const [type, body] = answers[extension]?.(id) ?? (['image/gif', pixel] as const);
        response.writeHead(200, {
          'Content-Type': type,
          'Access-Control-Allow-Origin': '*',
          'Cache-Control': 'no-store',
        });
        response.end(body);
      }),
    4950,
  );
  return {
    url: `http://127.0.0.1:${port}`,
    hits,
    of: (id) => hits.filter((hit) => hit.id === id),
    close,
  };
}
