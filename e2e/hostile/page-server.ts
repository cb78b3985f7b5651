/** Builds the bare page and serves it: open, under the app's own header set, and with a raw document inside. */
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { build, type Plugin } from 'vite';
import { listenOnLoopback } from '../../sandbox/adapters/listen.ts';
import { compileMessages } from '../../scripts/vite/compile-messages.ts';
import { parseConfig } from '../../src/config/parse-config.ts';
import { securityHeaders } from '../../src/config/security-headers.ts';
import { barePage, bareSheet } from './page/bare-page.ts';

/** A document as its own server would send it. */
export interface RawDocument {
  readonly bytes: Buffer;
  /** Given with a document that is no part of a page. */
  readonly type?: string;
}

export interface PageServer {
  /** No CSP, no frame: the sanitizer alone, and controls. */
  readonly bare: string;
  /** The app's header set; its sanitizer lets everything through. */
  readonly caged: string;
  /** The page with the raw document inside; with none if there is no id. */
  control(id: string): string;
  readonly origin: string;
  close(): Promise<void>;
}

/** @param raw the document of an id, for controls */
export async function startPageServer(raw: (id: string) => RawDocument | undefined): Promise<PageServer> {
  const scripts = new Map<string, Promise<string>>();
  const script = (path: string): Promise<string> => {
    const made = scripts.get(path) ?? bundle(path === '/caged.js');
    scripts.set(path, made);
    return made;
  };
  const config = parseConfig({ version: 1, issuers: [] });
  if (!config.ok) throw new Error(JSON.stringify(config.error));
  const cage = securityHeaders(config.value, 'document');

  const answer = async (path: string): Promise<{ type: string; body: string | Buffer; headers?: Record<string, string> } | undefined> => {
    const html = 'text/html; charset=utf-8';
    if (path === '/bare') return { type: html, body: barePage('', '/page.js') };
    if (path === '/caged') return { type: html, body: barePage('', '/caged.js'), headers: cage };
    if (path === '/bare.css') return { type: 'text/css', body: bareSheet };
    if (path === '/page.js' || path === '/caged.js') return { type: 'text/javascript', body: await script(path) };
    if (path === '/nothing.js') return { type: 'text/javascript', body: '' };
    if (path === '/control/') return { type: html, body: barePage('', '/nothing.js') };
    const document = path.startsWith('/control/') ? raw(path.slice('/control/'.length)) : undefined;
    if (document?.type !== undefined) return { type: document.type, body: document.bytes };
    return document && { type: html, body: barePage(document.bytes.toString(), '/nothing.js') };
  }; // prettier-ignore

  const { port, close } = await listenOnLoopback(
    () =>
      createServer((request, response) => {
        const { pathname, searchParams } = new URL(request.url ?? '/', 'http://page.invalid');
        if (pathname === '/settled') {
          setTimeout(() => response.end(), Number(searchParams.get('after') ?? 0));
          return;
        }
        void answer(pathname).then((found) => {
          const headers = { ...found?.headers, 'Content-Type': found?.type ?? 'text/plain' };
          // Without a body a browser puts a page of its own in the place, which comes late.
          response.writeHead(found ? 200 : 404, headers).end(found?.body ?? 'Nothing here.');
        });
      }),
    4970,
  );
  const origin = `http://127.0.0.1:${port}`;
  const control = (id: string): string => `${origin}/control/${id}`;
  return { bare: `${origin}/bare`, caged: `${origin}/caged`, control, origin, close };
} // prettier-ignore

/** The page's script as one file, kept in memory; `withoutSanitizer` puts the raw one in the place of the app's. */
async function bundle(withoutSanitizer: boolean): Promise<string> {
  const replace: Plugin = {
    name: 'dossier:without-sanitizer',
    enforce: 'pre',
    resolveId: (source) =>
      source.endsWith('/sanitize-html.ts')
        ? resolve('e2e/hostile/page/raw-instead.ts')
        : undefined,
  }; // prettier-ignore
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [...(withoutSanitizer ? [replace] : []), compileMessages()],
    worker: { format: 'es' },
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      rollupOptions: {
        input: resolve('e2e/hostile/page/main.ts'),
        output: { codeSplitting: false },
      },
    },
  });
  const outputs = Array.isArray(built) ? built.flatMap(({ output }) => output) : [];
  const single = 'output' in built ? built.output : outputs;
  const [entry] = single;
  if (entry?.type !== 'chunk') throw new Error('The page has no script.');
  return entry.code;
}
