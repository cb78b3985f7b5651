/** Compares what a site really sends with what this configuration demands of it. */
import { isDeepStrictEqual } from 'node:util';
import type { Config } from '../../src/config/config.ts';
import type { ResponseKind } from '../../src/config/security-headers.ts';
import { parseJson } from '../../src/shared/json.ts';
import { hasTrustedScheme, parseAddress } from '../../src/shared/web-address.ts';
import { findWorker, scriptsOf } from './app-files.ts';
import { ask, statusSentence } from './ask.ts';
import { headerFindings, mediaTypeFindings } from './compare-headers.ts';
import { error, warning, type Finding } from './finding.ts';

const mediaTypes: Readonly<Record<ResponseKind, string>> = {
  document: 'text/html',
  config: 'application/json',
  worker: 'text/javascript',
  asset: 'text/javascript',
};

/** The folder that `index.html` lies in, with its slash; or what is wrong with the address. */
export function siteAddress(written: string): {
  readonly site?: string;
  readonly findings: readonly Finding[];
} {
  const url = parseAddress(written);
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    return {
      findings: [error('--site', `"${written}" is no web address; write https://host/path/.`)],
    };
  }
  const site = new URL('.', url).href;
  const findings: Finding[] = [];
  if (!hasTrustedScheme(url)) {
    findings.push(
      error('--site', 'is http: codes and tokens would pass in clear; serve the app over https.'),
    );
  }
  if (written.replace(/index\.html$/, '') !== site) {
    findings.push(
      warning(
        '--site',
        `is read as ${site}; register that as launch and redirect address, slash and all.`,
      ),
    );
  }
  return { site, findings };
}

/** @param given the text of the configuration that the site should serve */
export async function servedFindings(
  site: string,
  config: Config,
  given: string,
  patience: number,
): Promise<readonly Finding[]> {
  const page = await ask(site, { patience });
  if (!page.ok) return [error(site, page.error)];
  const scripts = page.value.status === 200 ? scriptsOf(page.value.text, site) : [];
  const [script] = scripts;
  const worker = await findWorker(scripts, site, patience);
  const files: readonly (readonly [string, ResponseKind])[] = [
    ['', 'document'],
    ['index.html', 'document'],
    // A launch comes with a query, and so does the way back.
    ['?state=check-config', 'document'],
    ['config.json', 'config'],
    ...(script === undefined ? [] : [[script.slice(site.length), 'asset'] as const]),
    ...(worker === undefined ? [] : [[worker.slice(site.length), 'worker'] as const]),
  ];
  const found: Finding[] = [];
  for (const [name, kind] of files) {
    found.push(...(await fileFindings(site, name, kind, mediaTypes[kind], config, patience)));
  }
  const decoder = 'pdfjs/wasm/openjpeg.wasm';
  found.push(...(await fileFindings(site, decoder, 'asset', 'application/wasm', config, patience)));
  found.push(...missingFindings(site, script, worker));
  return [...found, ...(await sameConfiguration(site, given, patience))];
}

async function fileFindings(
  site: string,
  name: string,
  kind: ResponseKind,
  mediaType: string,
  config: Config,
  patience: number,
): Promise<readonly Finding[]> {
  const url = `${site}${name}`;
  const answer = await ask(url, { patience });
  if (!answer.ok) return [error(url, answer.error)];
  const wrongStatus = statusSentence(answer.value);
  if (wrongStatus !== undefined) return [error(url, wrongStatus)];
  const { headers } = answer.value;
  return [
    ...headerFindings(headers, config, kind, url),
    ...mediaTypeFindings(headers, mediaType, url),
  ];
}

function missingFindings(
  site: string,
  script: string | undefined,
  worker: string | undefined,
): readonly Finding[] {
  if (script === undefined) {
    return [
      error(
        site,
        'is a page without a script of its own; put what npm run build writes to dist/ there.',
      ),
    ];
  }
  return worker === undefined
    ? [
        warning(
          site,
          'has no worker that could be found, so the headers of worker scripts were not looked at.',
        ),
      ]
    : [];
}

async function sameConfiguration(
  site: string,
  given: string,
  patience: number,
): Promise<readonly Finding[]> {
  const url = `${site}config.json`;
  const answer = await ask(url, { patience });
  if (!answer.ok || answer.value.status !== 200) return [];
  const served = parseJson(answer.value.text.replace(/^\uFEFF/, ''));
  return isDeepStrictEqual(served, parseJson(given.replace(/^\uFEFF/, '')))
    ? []
    : [
        error(
          url,
          'says something else than the configuration that was checked; copy that one there.',
        ),
      ];
}
