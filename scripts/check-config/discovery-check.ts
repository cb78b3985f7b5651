/** Asks each configured FHIR server, without a token, whether the app could start there. */
import type { Config, IssuerConfig } from '../../src/config/config.ts';
import {
  fhirVersionOf,
  parseSmartConfiguration,
  smartConfigurationFromMetadata,
} from '../../src/session/smart-configuration.ts';
import { parseJson } from '../../src/shared/json.ts';
import { ask, statusSentence, type Answer } from './ask.ts';
import { error, warning, type Finding } from './finding.ts';
import { capabilityFindings, endpointFindings, pkceFindings } from './smart-rules.ts';

/** The page's origin as servers see it; where no site is named, any other one shows what they allow. */
export interface Visitor {
  readonly origin: string;
  readonly patience: number;
}

export async function discoveryFindings(
  config: Config,
  visitor: Visitor,
): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  for (const [index, issuer] of config.issuers.entries()) {
    const path = `issuers[${index}]`;
    const bases = basesOf(issuer);
    if (bases.length === 0) {
      found.push(
        warning(
          `${path}.issPattern`,
          'was not asked: no tenant is named, so there is no address to ask.',
        ),
      );
    }
    for (const base of bases) found.push(...(await serverFindings(base, issuer, path, visitor)));
  }
  return found;
}

function basesOf({ iss, issPattern, tenants = [] }: IssuerConfig): readonly string[] {
  const named =
    issPattern === undefined ? [] : tenants.map((tenant) => issPattern.replace('{tenant}', tenant));
  return [...new Set(iss === undefined ? named : [iss, ...named])];
}

async function serverFindings(
  base: string,
  issuer: IssuerConfig,
  path: string,
  visitor: Visitor,
): Promise<readonly Finding[]> {
  const wellKnownUrl = `${base}/.well-known/smart-configuration`;
  const metadataUrl = `${base}/metadata`;
  const wellKnown = await readJson(wellKnownUrl, visitor);
  const metadata = await readJson(metadataUrl, visitor);
  const preflight = await preflightFindings(`${base}/DocumentReference`, visitor);
  const found: Finding[] = [
    ...metadata.findings,
    ...(metadata.json === undefined ? [] : versionFindings(metadata.json, metadataUrl)),
    ...preflight,
  ];
  const modern = parseSmartConfiguration(wellKnown.json);
  if (modern === undefined) {
    const reason = wellKnown.findings[0]?.sentence ?? 'names no authorization and token endpoint.';
    found.push(warning(wellKnownUrl, `is not of use, so that metadata counts: it ${reason}`));
  } else found.push(...wellKnown.findings);
  const smart = modern ?? smartConfigurationFromMetadata(metadata.json);
  if (smart === undefined) {
    return [
      ...found,
      error(base, 'tells nowhere how to authorize: neither discovery names both endpoints.'),
    ];
  }
  return [
    ...found,
    ...endpointFindings(smart, issuer, path),
    ...pkceFindings(smart, issuer, path),
    ...(modern === undefined ? [] : capabilityFindings(smart, issuer, wellKnownUrl)),
  ];
}

async function readJson(
  url: string,
  { origin, patience }: Visitor,
): Promise<{ readonly json?: unknown; readonly findings: readonly Finding[] }> {
  const headers = { Accept: 'application/json', Origin: origin };
  const answer = await ask(url, { headers, patience });
  if (!answer.ok) return { findings: [error(url, answer.error)] };
  const wrongStatus = statusSentence(answer.value);
  if (wrongStatus !== undefined) return { findings: [error(url, wrongStatus)] };
  const findings = corsFindings(answer.value, url, origin);
  const json = parseJson(answer.value.text);
  return json === undefined
    ? { findings: [...findings, error(url, 'answers with something that is not JSON.')] }
    : { json, findings };
}

function corsFindings({ headers }: Answer, url: string, origin: string): readonly Finding[] {
  const allowed = headers.get('access-control-allow-origin');
  if (allowed === '*' || allowed === origin) return [];
  return [
    error(
      url,
      `does not let a page of ${origin} read it (Access-Control-Allow-Origin is ${allowed ?? 'missing'}); the server's people must allow the app's origin.`,
    ),
  ];
}

/** Every FHIR request carries a token, so that browsers ask first whether they may. */
async function preflightFindings(
  url: string,
  { origin, patience }: Visitor,
): Promise<readonly Finding[]> {
  const answer = await ask(url, {
    method: 'OPTIONS',
    headers: {
      Origin: origin,
      'Access-Control-Request-Method': 'GET',
      'Access-Control-Request-Headers': 'authorization',
    },
    patience,
  });
  if (!answer.ok) return [];
  const { status, headers } = answer.value;
  const allowed = headers.get('access-control-allow-headers')?.toLowerCase() ?? '';
  const isAllowed = allowed.split(',').some((name) => name.trim() === 'authorization');
  if (status >= 200 && status < 300 && isAllowed) return corsFindings(answer.value, url, origin);
  return [
    error(
      url,
      `does not allow the Authorization header to pages (preflight: status ${status}); without it no browser sends a token.`,
    ),
  ];
}

function versionFindings(metadata: unknown, url: string): readonly Finding[] {
  const version = fhirVersionOf(metadata);
  if (version === undefined)
    return [error(url, 'does not say which FHIR version the server speaks.')];
  return version.startsWith('1.0') || version.startsWith('4.')
    ? []
    : [error(url, `says FHIR ${version}; the app reads DSTU2 (1.0) and R4 (4).`)];
}
