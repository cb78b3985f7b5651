import { readFile } from 'node:fs/promises';
import { err, ok, type Result } from '../../src/shared/result.ts';
import { ask, statusSentence } from './ask.ts';
import { checkConfiguration } from './check-configuration.ts';
import { discoveryFindings } from './discovery-check.ts';
import { error, type Finding } from './finding.ts';
import { servedFindings, siteAddress } from './served-site.ts';

export interface CheckOptions {
  /** A file or a web address; default: the site's own, or `public/config.json` where no site is named. */
  readonly config?: string | undefined;
  /** The address of a site that serves the app. */
  readonly site?: string | undefined;
  /** Also ask the FHIR servers. */
  readonly discover: boolean;
  /** How long a server may take to answer, in milliseconds. */
  readonly patience: number;
}

/** Reads the configuration and checks it; then, as asked for, the site that serves it and the FHIR servers. */
export async function checkAll(
  options: CheckOptions,
): Promise<{ readonly source: string; readonly findings: readonly Finding[] }> {
  const { discover, patience } = options;
  const address = options.site === undefined ? undefined : siteAddress(options.site);
  const site = address?.site;
  const own = site === undefined ? 'public/config.json' : `${site}config.json`;
  const source = options.config ?? own;
  const found: Finding[] = [...(address?.findings ?? [])];
  const text = await read(source, patience);
  if (!text.ok) return { source, findings: [...found, error(source, text.error)] };
  const { config, findings } = checkConfiguration(text.value);
  found.push(...findings);
  if (config === undefined) return { source, findings: found };
  if (site !== undefined) found.push(...(await servedFindings(site, config, text.value, patience)));
  if (discover) {
    const origin = site === undefined ? 'https://app.example.org' : new URL(site).origin;
    found.push(...(await discoveryFindings(config, { origin, patience })));
  }
  return { source, findings: found };
}

async function read(source: string, patience: number): Promise<Result<string, string>> {
  if (/^https?:\/\//i.test(source)) {
    const answer = await ask(source, { patience });
    if (!answer.ok) return answer;
    const wrongStatus = statusSentence(answer.value);
    return wrongStatus === undefined ? ok(answer.value.text) : err(wrongStatus);
  }
  try {
    return ok(await readFile(source, 'utf8'));
  } catch {
    return err('cannot be read; is the path right, seen from the folder that the command runs in?');
  }
}
