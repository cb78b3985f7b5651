import { securityHeaders, type ResponseKind } from '../src/config/security-headers.ts';
import type { Config } from '../src/config/config.ts';

/** Which files get which headers, as the servers' languages say it; the last match wins. */
const places: readonly {
  readonly kind: ResponseKind;
  readonly about: string;
  readonly nginx: string;
  readonly apache: string;
  readonly caddy: string;
  readonly iis: string;
}[] = [
  {
    kind: 'document',
    about: 'the page',
    nginx: '= /index.html',
    apache: '^index\\.html$',
    caddy: '/ /index.html',
    iis: 'index.html',
  },
  {
    kind: 'config',
    about: 'its configuration',
    nginx: '= /config.json',
    apache: '^config\\.json$',
    caddy: '/config.json',
    iis: 'config.json',
  },
  {
    kind: 'asset',
    about: 'built files',
    nginx: '^~ /assets/',
    apache: '\\.(js|css|svg|wasm)$',
    caddy: '/assets/*',
    iis: 'assets',
  },
  {
    kind: 'worker',
    about: 'worker scripts',
    nginx: '~ ^/assets/[^/]*[.-]worker[.-]',
    apache: '[.-]worker[.-].*\\.m?js$',
    caddy: '/assets/*worker*',
    iis: 'assets',
  },
];

export const serverNames = ['nginx', 'apache', 'caddy', 'iis'] as const;
export type ServerName = (typeof serverNames)[number];

/** A fragment of a server's configuration that sends the app's headers, for the app at the root of its host. */
export function serverExample(server: ServerName, config: Config): string {
  switch (server) {
    case 'nginx':
      return places
        .map(({ kind, about, nginx }) =>
          block(
            `# ${about}\nlocation ${nginx} {`,
            lines(config, kind).map(([name, value]) => `  add_header ${name} "${value}" always;`),
            kind === 'asset' || kind === 'worker' ? '}' : '  access_log off;\n}',
          ),
        )
        .join('\n');
    case 'apache':
      return places
        .map(({ kind, about, apache }) =>
          block(
            `# ${about}\n<FilesMatch "${apache}">`,
            lines(config, kind).map(([name, value]) => `  Header always set ${name} "${value}"`),
            '</FilesMatch>',
          ),
        )
        .join('\n');
    case 'caddy':
      return places
        .map(({ kind, about, caddy }) =>
          block(
            `# ${about}\n@${kind} path ${caddy}\nheader @${kind} {`,
            lines(config, kind).map(([name, value]) => `  ${name} "${value}"`),
            '}',
          ),
        )
        .join('\n');
    case 'iis':
      return places
        .filter(({ kind }) => kind !== 'worker')
        .map(({ kind, about, iis }) =>
          block(
            `<!-- ${about} -->\n<location path="${iis}">\n  <system.webServer><httpProtocol><customHeaders>`,
            lines(config, kind).map(
              ([name, value]) =>
                `    <add name="${name}" value="${value.replaceAll('"', '&quot;')}" />`,
            ),
            '  </customHeaders></httpProtocol></system.webServer>\n</location>',
          ),
        )
        .join('\n');
  }
}

const lines = (config: Config, kind: ResponseKind): readonly (readonly [string, string])[] =>
  Object.entries(securityHeaders(config, kind));

const block = (head: string, body: readonly string[], foot: string): string =>
  [head, ...body, foot, ''].join('\n');
