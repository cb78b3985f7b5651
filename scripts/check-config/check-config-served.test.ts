import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listenOnLoopback } from '../../sandbox/adapters/listen.ts';
import { startApp, type RunningApp } from '../app-server.ts';
import { checkAll } from './check-all.ts';
import { lineOf } from './finding.ts';
import { siteAddress } from './served-site.ts';

const written = {
  version: 1,
  issuers: [{ name: 'Example', clientId: 'a1b2', iss: 'https://fhir.example.org/r4/1' }],
  frameAncestors: ['https://ehr.example.org'],
};

/** A built app in small: a page, its script, the script that script names, the worker that one names. */
const files: Readonly<Record<string, string>> = {
  'index.html':
    '<!doctype html><script type="module" crossorigin src="./assets/index-1.js"></script>',
  'assets/index-1.js': 'import("./trusted-worker-1.js")',
  'assets/trusted-worker-1.js': 'new URL(`cda.worker-1.js`, import.meta.url)',
  'assets/cda.worker-1.js': '',
  'pdfjs/wasm/openjpeg.wasm': '',
};

/** What a proxy in front of the app does to the answer for one file. */
interface Change {
  readonly file: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly status?: number;
  readonly body?: string;
  readonly silent?: boolean;
}

describe('the headers that a site really sends', () => {
  let folder: string;
  let app: RunningApp;
  let changed: { readonly port: number; close(): Promise<void> };
  let change: Change | undefined;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dossier-site-'));
    await mkdir(join(folder, 'assets'));
    await mkdir(join(folder, 'pdfjs/wasm'), { recursive: true });
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    app = await startApp({ folder, path: '/viewer/', config: () => written }, 5210);
    changed = await listenOnLoopback(proxy, 5220);
  });
  afterAll(async () => {
    await Promise.all([app.close(), changed.close()]);
    await rm(folder, { recursive: true });
  });

  function proxy(): Server {
    return createServer((request, response) => {
      void (async () => {
        const path = request.url ?? '/';
        const own = change?.file === path.replace('/viewer/', '') ? change : undefined;
        if (own?.silent === true) return;
        const answer = await fetch(new URL(path, app.url));
        const headers = new Headers(answer.headers);
        for (const [name, value] of Object.entries(own?.headers ?? {})) {
          if (value === undefined) headers.delete(name);
          else headers.set(name, value);
        }
        const body = own?.body ?? Buffer.from(await answer.arrayBuffer());
        headers.delete('transfer-encoding');
        headers.set('content-length', `${Buffer.byteLength(body)}`);
        response.writeHead(own?.status ?? answer.status, Object.fromEntries(headers)).end(body);
      })();
    });
  }

  const site = (): string => `http://127.0.0.1:${changed.port}/viewer/`;

  async function linesAfter(next: Change | undefined, patience = 5000): Promise<readonly string[]> {
    change = next;
    const { findings } = await checkAll({ site: site(), discover: false, patience });
    return findings.map(lineOf).map((line) => line.replaceAll(site(), '/'));
  }

  it('are right as the app’s own server sends them', async () => {
    const { source, findings } = await checkAll({ site: app.url, discover: false, patience: 5000 });
    expect(source).toBe(`${app.url}config.json`);
    expect(findings).toEqual([]);
    expect(await linesAfter(undefined)).toEqual([]);
  });

  const csp = 'content-security-policy';
  const worker = 'assets/cda.worker-1.js';

  it.each<{ readonly title: string; readonly input: Change; readonly expected: string }>([
    {
      title: 'no policy',
      input: { file: 'index.html', headers: { [csp]: undefined } },
      expected: 'error  /index.html  is served without Content-Security-Policy; send: default-src ',
    },
    {
      title: 'a policy with another source',
      input: { file: '', headers: { [csp]: "script-src 'self' 'unsafe-inline'" } },
      expected:
        "error  /  is served with another Content-Security-Policy: default-src is missing; script-src is \"'self' 'unsafe-inline'\" in place of \"'self' 'wasm-unsafe-eval'\"; worker-src is missing;",
    },
    {
      title: 'a policy with a directive of its own',
      input: {
        file: worker,
        headers: {
          [csp]:
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; font-src 'self'; report-uri /r",
        },
      },
      expected:
        'error  /assets/cda.worker-1.js  is served with another Content-Security-Policy: report-uri is too much.',
    },
    {
      title: 'the same policy in other spaces',
      input: {
        file: worker,
        headers: {
          [csp]:
            "default-src 'none';script-src 'self' 'wasm-unsafe-eval';connect-src 'self';font-src 'self'",
        },
      },
      expected:
        'error  /assets/cda.worker-1.js  is served with another Content-Security-Policy: it is written otherwise',
    },
    {
      title: 'the page’s policy for a worker',
      input: { file: worker, headers: { [csp]: "default-src 'none'" } },
      expected:
        'error  /assets/cda.worker-1.js  is served with another Content-Security-Policy: script-src is missing;',
    },
    {
      title: 'no referrer policy',
      input: { file: 'index.html', headers: { 'referrer-policy': undefined } },
      expected: 'error  /index.html  is served without Referrer-Policy; send: no-referrer',
    },
    {
      title: 'another referrer policy, when a launch comes',
      input: { file: '?state=check-config', headers: { 'referrer-policy': 'origin' } },
      expected:
        'error  /?state=check-config  is served with another Referrer-Policy: it is "origin"; send: no-referrer',
    },
    {
      title: 'no nosniff',
      input: { file: 'assets/index-1.js', headers: { 'x-content-type-options': undefined } },
      expected:
        'error  /assets/index-1.js  is served without X-Content-Type-Options; send: nosniff',
    },
    {
      title: 'no permissions policy',
      input: { file: 'config.json', headers: { 'permissions-policy': undefined } },
      expected: 'error  /config.json  is served without Permissions-Policy; send: accelerometer=()',
    },
    {
      title: 'a configuration that is kept',
      input: { file: 'config.json', headers: { 'cache-control': 'max-age=3600' } },
      expected:
        'error  /config.json  is served with another Cache-Control: it is "max-age=3600"; send: no-store',
    },
    {
      title: 'built files that are not kept',
      input: { file: 'assets/index-1.js', headers: { 'cache-control': undefined } },
      expected:
        'error  /assets/index-1.js  is served without Cache-Control; send: public, max-age=31536000, immutable',
    },
    {
      title: 'a frame that is forbidden twice',
      input: { file: 'index.html', headers: { 'x-frame-options': 'SAMEORIGIN' } },
      expected: 'error  /index.html  is served with X-Frame-Options: SAMEORIGIN, which may keep',
    },
    {
      title: 'a policy that only reports',
      input: {
        file: 'index.html',
        headers: { 'content-security-policy-report-only': "default-src 'none'" },
      },
      expected: 'warning  /index.html  is served with Content-Security-Policy-Report-Only,',
    },
    {
      title: 'a script as text',
      input: { file: 'assets/index-1.js', headers: { 'content-type': 'text/plain' } },
      expected:
        'error  /assets/index-1.js  is served as text/plain; with nosniff browsers take it as text/javascript only.',
    },
    {
      title: 'a worker without a type',
      input: { file: worker, headers: { 'content-type': undefined } },
      expected: 'error  /assets/cda.worker-1.js  is served as no type at all;',
    },
    {
      title: 'a decoder of no known type',
      input: {
        file: 'pdfjs/wasm/openjpeg.wasm',
        headers: { 'content-type': 'application/octet-stream' },
      },
      expected: 'error  /pdfjs/wasm/openjpeg.wasm  is served as application/octet-stream;',
    },
    {
      title: 'a file that was not copied',
      input: { file: 'pdfjs/wasm/openjpeg.wasm', status: 404 },
      expected: 'error  /pdfjs/wasm/openjpeg.wasm  answers with status 404 in place of 200.',
    },
    {
      title: 'a redirect',
      input: { file: 'index.html', status: 301, headers: { location: '/viewer/' } },
      expected: 'error  /index.html  answers with a redirect to /viewer/, which the app does not',
    },
    {
      title: 'a page that is not the app',
      input: { file: '', body: '<!doctype html><p>It works!' },
      expected: 'error  /  is a page without a script of its own; put what npm run build writes',
    },
    {
      title: 'scripts that lead to no worker',
      input: { file: 'assets/trusted-worker-1.js', body: '' },
      expected: 'warning  /  has no worker that could be found,',
    },
    {
      title: 'a configuration that cannot be had',
      input: { file: 'config.json', status: 403 },
      expected: 'error  /config.json  answers with status 403 in place of 200.',
    },
  ])('are told where they differ: $title', async ({ input, expected }) => {
    expect((await linesAfter(input)).map((line) => line.slice(0, expected.length))).toEqual([
      expected,
    ]);
  });

  it('are told of a server that never answers', async () => {
    expect(await linesAfter({ file: 'config.json', silent: true }, 200)).toEqual([
      `error  /config.json  127.0.0.1:${changed.port} did not answer within 0.2 s.`,
    ]);
  });

  it('are those of the configuration that is given, and the site must serve that one', async () => {
    change = undefined;
    const given = join(folder, 'other.json');
    await writeFile(
      given,
      JSON.stringify({ ...written, frameAncestors: ['https://new.example.org'] }),
    );
    const { findings } = await checkAll({
      config: given,
      site: site(),
      discover: false,
      patience: 5000,
    });
    const told = findings.map(({ path, sentence }) => `${path.replace(site(), '/')} ${sentence}`);
    expect(told).toContainEqual(
      '/ is served with another Content-Security-Policy: frame-ancestors is "\'self\' https://ehr.example.org" in place of "\'self\' https://new.example.org".',
    );
    expect(told.at(-1)).toBe(
      '/config.json says something else than the configuration that was checked; copy that one there.',
    );
  });

  it.each([
    {
      title: 'no address',
      input: 'viewer',
      expected: 'error  --site  "viewer" is no web address;',
    },
    {
      title: 'no slash at the end',
      input: 'https://app.invalid/viewer',
      expected: 'warning  --site  is read as https://app.invalid/; register that',
    },
    {
      title: 'a launch',
      input: 'https://app.invalid/viewer/?iss=x',
      expected: 'warning  --site  is read as https://app.invalid/viewer/; register that',
    },
    {
      title: 'http',
      input: 'http://app.invalid/viewer/',
      expected: 'error  --site  is http: codes and tokens would pass in clear;',
    },
  ])('are not asked for silently at another address: $title', ({ input, expected }) => {
    const lines = siteAddress(input).findings.map(lineOf);
    expect(lines.map((line) => line.slice(0, expected.length))).toEqual([expected]);
  });

  it('need a server that listens', async () => {
    const gone = await listenOnLoopback(() => createServer(), 5290);
    await gone.close();
    const { findings } = await checkAll({
      site: `http://127.0.0.1:${gone.port}/`,
      discover: false,
      patience: 5000,
    });
    expect(findings.map(({ sentence }) => sentence)).toEqual([
      `127.0.0.1:${gone.port} does not listen at this port.`,
    ]);
  });

  it('come after a configuration that can be read at all', async () => {
    const { findings } = await checkAll({
      config: join(folder, 'nowhere.json'),
      discover: false,
      patience: 5000,
    });
    expect(findings.map(({ sentence }) => sentence)).toEqual([
      'cannot be read; is the path right, seen from the folder that the command runs in?',
    ]);
  });
});
