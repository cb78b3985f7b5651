/** Serves the built app with the headers that every deployment must send. Nothing but the app is here. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { listenOnLoopback } from '../sandbox/adapters/listen.ts';
import { parseConfig } from '../src/config/parse-config.ts';
import { securityHeaders, type ResponseKind } from '../src/config/security-headers.ts';

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

export interface AppServerOptions {
  /** The folder of the built app. */
  readonly folder: string;
  /** Where the app lies: `/` or a sub-path with a slash at both ends. */
  readonly path: string;
  /** What config.json says, once that is known. */
  readonly config: () => unknown;
}

export interface RunningApp {
  /** Where the app lies, with trailing slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the built app on loopback, on the first free port from `port` on. */
export async function startApp(options: AppServerOptions, port: number): Promise<RunningApp> {
  const listening = await listenOnLoopback(() => createAppServer(options), port);
  return { url: `http://127.0.0.1:${listening.port}${options.path}`, close: listening.close };
}

function createAppServer({ folder, path, config }: AppServerOptions): Server {
  return createServer((request, response) => {
    void (async () => {
      const { pathname } = new URL(request.url ?? '/', 'http://app.invalid');
      if (!pathname.startsWith(path) || (request.method !== 'GET' && request.method !== 'HEAD')) {
        response.writeHead(404).end();
        return;
      }
      const name = pathname.slice(path.length) || 'index.html';
      const parsed = parseConfig(config());
      if (!parsed.ok) {
        response.writeHead(503).end(`config.json is wrong: ${JSON.stringify(parsed.error)}`);
        return;
      }
      const headers = securityHeaders(parsed.value, kindOf(name));
      if (name === 'config.json') {
        response.writeHead(200, { ...headers, 'Content-Type': 'application/json; charset=utf-8' });
        response.end(JSON.stringify(config(), undefined, 2));
        return;
      }
      const file = join(folder, normalize(decodeURIComponent(name)));
      const found = file.startsWith(folder + sep)
        ? await stat(file).catch(() => undefined)
        : undefined;
      if (!found?.isFile()) {
        response.writeHead(404, { 'X-Content-Type-Options': 'nosniff' }).end();
        return;
      }
      response.writeHead(200, {
        ...headers,
        'Content-Type': mediaTypes[extname(file)] ?? 'application/octet-stream',
        'Content-Length': found.size,
      });
      if (request.method === 'HEAD') response.end();
      else createReadStream(file).pipe(response);
    })();
  });
}

/** What a file is, by its name within the app: built file names carry a hash, workers are known by theirs. */
export function kindOf(name: string): ResponseKind {
  if (name === 'config.json') return 'config';
  if (name.endsWith('.html')) return 'document';
  return /[.-]worker[.-].*\.m?js$/.test(name) ? 'worker' : 'asset';
}
