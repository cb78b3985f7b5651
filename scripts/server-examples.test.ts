import { describe, expect, it } from 'vitest';
import { parseConfig } from '../src/config/parse-config.ts';
import { securityHeaders } from '../src/config/security-headers.ts';
import { kindOf } from './app-server.ts';
import { serverExample, serverNames, type ServerName } from './server-examples.ts';

const parsed = parseConfig({
  version: 1,
  issuers: [
    {
      name: 'Example',
      clientId: 'x',
      issPattern: 'https://fhir.example.org/r4/{tenant}',
      authOrigins: ['https://authorization.example.org'],
      resourcePrefixes: [{ url: 'https://files.example.org/docs/', sendToken: false }],
    },
  ],
  frameAncestors: ['https://ehr.example.org'],
});
if (!parsed.ok) throw new Error('the configuration of this test is wrong');
const config = parsed.value;

/** One place of a server's configuration, as the server would read it. */
interface Place {
  readonly path: RegExp;
  readonly not: readonly RegExp[];
  readonly headers: Readonly<Record<string, string>>;
}

const all = (text: string, pattern: RegExp): readonly RegExpMatchArray[] => [
  ...text.matchAll(pattern),
];

const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

const pairs = (text: string, pattern: RegExp): Record<string, string> =>
  Object.fromEntries(all(text, pattern).map(([, name = '', value = '']) => [name, value]));

const blocks = (text: string, block: RegExp, header: RegExp): readonly Place[] =>
  all(text, block).map(([, path = '', body = '']) => ({
    path: new RegExp(path),
    not: [],
    headers: pairs(body, header),
  }));

/** Each language read back by its own rules; the servers' order of looking is kept, first come first. */
const readers: Readonly<Record<ServerName, (text: string) => readonly Place[]>> = {
  nginx: (text) =>
    blocks(
      text,
      /^ {2}location ~ "(.+)" \{\n([\s\S]*?)^ {2}\}/gm,
      /^ +add_header (\S+) "([^"]*)" always;$/gm,
    ),
  apache: (text) =>
    blocks(
      text,
      /^<LocationMatch "(.+)">\n([\s\S]*?)^<\/LocationMatch>/gm,
      /^ +Header always set (\S+) "([^"]*)"$/gm,
    ).toReversed(),
  caddy: (text) =>
    blocks(
      text,
      /path_regexp "(.+)"\n +handle @\w+ \{\n +header \{\n([\s\S]*?)^ {4}\}/gm,
      /^ +(\S+) "([^"]*)"$/gm,
    ),
  iis: (text) =>
    all(text, /<rule name="\w+: ([\w-]+)">([\s\S]*?)<\/rule>/g).map(([, name = '', rule = '']) => ({
      path: new RegExp(
        unescaped(/pattern="([^"]*)" \/>\n/.exec(rule.split('<conditions>')[1] ?? '')?.[1] ?? ''),
      ),
      not: all(rule, /pattern="([^"]*)" negate="true"/g).map(
        ([, path = '']) => new RegExp(unescaped(path)),
      ),
      headers: { [name]: unescaped(/action type="Rewrite" value="([^"]*)"/.exec(rule)?.[1] ?? '') },
    })),
};

/** What a server of this configuration sends for a path. IIS runs every rule that fits, the others the first. */
function sent(server: ServerName, path: string): Readonly<Record<string, string>> {
  const fitting = readers[server](serverExample(server, config)).filter(
    (place) => place.path.test(path) && !place.not.some((other) => other.test(path)),
  );
  return server === 'iis'
    ? Object.assign({}, ...fitting.map(({ headers }) => headers))
    : (fitting[0]?.headers ?? {});
}

const paths = [
  '/',
  '/index.html',
  '/config.json',
  '/assets/index-BBzTjjQ9.js',
  '/assets/index-DwtG0FKL.css',
  '/assets/cda.worker-DmFqGUDm.js',
  '/assets/pdf.worker.min-B5Yc7dP4.mjs',
  '/icon.svg',
  '/pdfjs/wasm/openjpeg.wasm',
  '/pdfjs/cmaps/LICENSE',
];

describe('the examples for web servers', () => {
  for (const server of serverNames) {
    it.each(paths)(`for ${server}, read back, send the app's own headers for %s`, (path) => {
      const kind = kindOf(path.slice(1) || 'index.html');
      expect(sent(server, path)).toEqual(securityHeaders(config, kind));
    });
  }

  it.each([
    {
      server: 'nginx',
      logs: /"\$request_method \$uri"/,
      query: /\$(?:request|request_uri|args|query_string)\b/,
    },
    { server: 'apache', logs: /LogFormat "%h %t \\"%m %U\\"/, query: /%[rq]\b|combined|common/ },
    {
      server: 'caddy',
      logs: /request>uri regexp "\[\?\]\.\*" ""/,
      query: /format (?:json|console)/,
    },
    { server: 'iis', logs: /leave out the field URI Query/, query: /logExtFileFlags/ },
  ] as const)(
    'for $server keep the query, and the launch code in it, out of the log',
    ({ server, logs, query }) => {
      const example = serverExample(server, config);
      expect(example).toMatch(logs);
      expect(example).not.toMatch(query);
    },
  );
});
