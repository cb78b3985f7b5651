/**
 * The app's response headers in the languages of four web servers, for the app at the root of its host. Each
 * says for each kind of file the whole set; a test reads all of it back. None logs query strings: a launch has
 * its one-time code in one.
 */
import { securityHeaders, type ResponseKind } from '../src/config/security-headers.ts';
import type { Config } from '../src/config/config.ts';

export const serverNames = ['nginx', 'apache', 'caddy', 'iis'] as const;
export type ServerName = (typeof serverNames)[number];

interface Place {
  readonly kind: ResponseKind;
  readonly about: string;
  /** A regular expression over the path, its leading slash included. */
  readonly path: string;
}

/** In the order in which a server must look: the first that fits. */
const places: readonly Place[] = [
  { kind: 'config', about: 'its configuration', path: String.raw`^/config\.json$` },
  { kind: 'worker', about: 'worker scripts', path: String.raw`[.-]worker[.-][^/]*\.m?js$` },
  { kind: 'document', about: 'the page', path: String.raw`(^/|\.html)$` },
  { kind: 'asset', about: 'built files, named by what they hold', path: '^/' },
];

/** A fragment of a server's configuration. */
export function serverExample(server: ServerName, config: Config): string {
  switch (server) {
    case 'nginx':
      return nginx(config);
    case 'apache':
      return apache(config);
    case 'caddy':
      return caddy(config);
    case 'iis':
      return iis(config);
  }
}

const headersOf = (config: Config, kind: ResponseKind): readonly (readonly [string, string])[] =>
  Object.entries(securityHeaders(config, kind));

const indented = (text: string, by: string): string => text.replaceAll(/^(?=.)/gm, by);

function nginx(config: Config): string {
  const locations = places.map(({ kind, about, path }) => {
    const headers = headersOf(config, kind)
      .map(([name, value]) => `  add_header ${name} "${value}" always;`)
      .join('\n');
    return `# ${about}\nlocation ~ "${path}" {\n${headers}\n}`;
  });
  return `# In http { }: the path without its query.
log_format without_query '$remote_addr [$time_iso8601] "$request_method $uri" $status $body_bytes_sent';

server {
  access_log /var/log/nginx/dossier.log without_query;
  index index.html;
  types {
    text/html html;
    text/css css;
    text/javascript js mjs;
    application/json json;
    application/wasm wasm;
    image/svg+xml svg;
  }

${indented(locations.join('\n\n'), '  ')}
}
`;
}

/** What comes last wins: `Header set` replaces what was set before. */
function apache(config: Config): string {
  const matches = places.toReversed().map(({ kind, about, path }) => {
    const headers = headersOf(config, kind)
      .map(([name, value]) => `  Header always set ${name} "${value}"`)
      .join('\n');
    return `# ${about}\n<LocationMatch "${path}">\n${headers}\n</LocationMatch>`;
  });
  return `# The path without its query.
LogFormat "%h %t \\"%m %U\\" %>s %B" without_query
CustomLog "logs/dossier.log" without_query
DirectoryIndex index.html
AddType text/javascript .js .mjs
AddType application/wasm .wasm

${matches.join('\n\n')}
`;
}

function caddy(config: Config): string {
  const handles = places.map(({ kind, about, path }) => {
    const headers = headersOf(config, kind)
      .map(([name, value]) => `    ${name} "${value}"`)
      .join('\n');
    return `# ${about}\n@${kind} path_regexp "${path}"\nhandle @${kind} {\n  header {\n${headers}\n  }\n  file_server\n}`;
  });
  return `app.example.org {
  root * /srv/dossier
  log {
    # The query is cut off.
    format filter {
      request>uri regexp "[?].*" ""
    }
  }

${indented(handles.join('\n\n'), '  ')}
}
`;
}

function iis(config: Config): string {
  const rules = places.flatMap(({ kind, about, path }, at) => {
    const conditions = [
      `<add input="{URL}" pattern="${attribute(path)}" />`,
      ...places
        .slice(0, at)
        .map(
          (earlier) => `<add input="{URL}" pattern="${attribute(earlier.path)}" negate="true" />`,
        ),
    ].join('\n    ');
    return headersOf(config, kind).map(
      ([name, value]) => `<!-- ${about} -->
<rule name="${kind}: ${name}">
  <match serverVariable="RESPONSE_${name.replaceAll('-', '_')}" pattern=".*" />
  <conditions>
    ${conditions}
  </conditions>
  <action type="Rewrite" value="${attribute(value)}" />
</rule>`,
    );
  });
  return `<!-- web.config; needs the URL Rewrite module. In the site's logging, leave out the field URI Query (cs-uri-query). -->
<configuration>
  <system.webServer>
    <defaultDocument><files><clear /><add value="index.html" /></files></defaultDocument>
    <staticContent>
      <remove fileExtension=".mjs" /><mimeMap fileExtension=".mjs" mimeType="text/javascript" />
      <remove fileExtension=".wasm" /><mimeMap fileExtension=".wasm" mimeType="application/wasm" />
    </staticContent>
    <rewrite>
      <outboundRules>
${indented(rules.join('\n'), '        ')}
      </outboundRules>
    </rewrite>
  </system.webServer>
</configuration>
`;
}

const attribute = (value: string): string =>
  value
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
