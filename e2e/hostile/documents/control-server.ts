/** An open page to be unprotected in, and the documents of the cases as files that a browser may open itself. */
import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { listenOnLoopback } from '../../../sandbox/adapters/listen.ts';
import { barePage, bareSheet } from '../page/bare-page.ts';
import { bodyOf, type DocumentCase } from './document-case.ts';

export interface ControlServer {
  readonly origin: string;
  /** Our controls around an empty report, without CSP. */
  readonly page: string;
  /** The case's own bytes, with its `Content-Type`. */
  file(id: string): string;
  /** A FHIR base of the case, on a server that answers everybody and remembers who told it a token. */
  base(id: string): string;
  /** Paths at which the case's token was told, outside of its base. */
  told(id: string): readonly string[];
  close(): Promise<void>;
}

const engine = join(import.meta.dirname, '../../../node_modules/pdfjs-dist');
const types: Readonly<Record<string, string>> = {
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
};

export async function startControlServer(cases: readonly DocumentCase[], sinkUrl: string): Promise<ControlServer> {
  const heard: { readonly id: string; readonly path: string }[] = [];
  const { port, close } = await listenOnLoopback(
    () =>
      createServer((request, response) => {
        const { pathname, searchParams } = new URL(request.url ?? '/', 'http://control.invalid');
        const send = (type: string, body: string | Uint8Array): unknown =>
          response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(body);
        const one = cases.find(({ id }) => pathname === `/file/${id}`);
        if (pathname.startsWith('/fhir/')) {
          const [, , id = ''] = pathname.split('/');
          if (request.headers.authorization !== undefined) heard.push({ id, path: pathname });
          const next = searchParams.get('to');
          const allowed = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': 'authorization', 'Content-Type': 'application/json' };
          response.writeHead(next === null ? 200 : 302, { ...allowed, ...(next !== null && { Location: next }) }).end('{}');
        } else if (one !== undefined)
          void bodyOf(one, sinkUrl).then((bytes) => send(one.servedAs ?? one.contentType, bytes));
        else if (pathname === '/page') send('text/html; charset=utf-8', barePage('', '/nothing.js'));
        else if (pathname === '/bare.css') send('text/css', bareSheet);
        else if (pathname === '/nothing.js') send('text/javascript', '');
        else if (/^\/pdfjs\/[\w./-]+$/.test(pathname) && !pathname.includes('..') && existsSync(join(engine, pathname.slice(7)))) {
          response.writeHead(200, { 'Content-Type': types[extname(pathname)] ?? 'application/octet-stream' });
          createReadStream(join(engine, pathname.slice(7))).pipe(response);
        } else response.writeHead(404).end();
      }),
    4990,
  );
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    page: `${origin}/page`,
    file: (id) => `${origin}/file/${id}`,
    base: (id) => `${origin}/fhir/${id}/r4/T`,
    told: (id) => heard.filter((one) => one.id === id && !one.path.startsWith(`/fhir/${id}/r4/T/`)).map(({ path }) => path),
    close,
  };
} // prettier-ignore
