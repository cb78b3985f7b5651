/** What the parser lets through in one issuer and is still wrong, or hardly meant. */
import type { IssuerConfig } from '../../src/config/config.ts';
import { writingFindings } from './address-rules.ts';
import { error, warning, type Finding } from './finding.ts';
import { scopeFindings } from './scope-rules.ts';

/** @param written the issuer as config.json has it: the parser has already forgiven a slash in `issuer` */
export function issuerFindings(
  issuer: IssuerConfig,
  path: string,
  written: Readonly<Record<string, unknown>>,
): readonly Finding[] {
  return [
    ...clientFindings(issuer, path),
    ...writingFindings(written, path),
    ...tenantFindings(issuer, path),
    ...launchFindings(issuer, path),
    ...mpagesFindings(issuer, path),
    ...serverFindings(issuer, path),
    ...(issuer.scopes === undefined ? [] : scopeFindings(issuer.scopes, `${path}.scopes`)),
  ];
}

function clientFindings({ clientId }: IssuerConfig, path: string): readonly Finding[] {
  if (/^(?:x+|\W+|todo|(?:<|your)[\s\S]*|client[-_ ]?id)$/i.test(clientId)) {
    return [
      error(
        `${path}.clientId`,
        `"${clientId}" stands where a client id belongs; write the one that the server gave at registration.`,
      ),
    ];
  }
  return clientId === clientId.trim()
    ? []
    : [error(`${path}.clientId`, 'has a space before or after it; servers compare it as written.')];
}

function tenantFindings(issuer: IssuerConfig, path: string): readonly Finding[] {
  const { issPattern, tenants, launch } = issuer;
  if (issPattern === undefined) {
    return tenants === undefined
      ? []
      : [warning(`${path}.tenants`, 'has no effect without issPattern; add one, or take it out.')];
  }
  const findings: Finding[] = [];
  if (tenants === undefined) {
    findings.push(
      warning(
        `${path}.issPattern`,
        'lets every tenant of this host start the app; list those that are yours in tenants.',
      ),
    );
    if (issuer.iss === undefined && !launch.includes('ehr')) {
      findings.push(
        warning(
          `${path}.tenants`,
          'is missing, so that the front page has nobody to offer; list the tenants that people sign in to.',
        ),
      );
    }
  } else if (tenants.length === 0) {
    findings.push(
      error(
        `${path}.tenants`,
        'is empty: no address fits issPattern; list the tenants or leave the key out.',
      ),
    );
  }
  const repeated = tenants?.find((tenant, index) => tenants.indexOf(tenant) !== index);
  if (repeated !== undefined) {
    findings.push(warning(`${path}.tenants`, `names "${repeated}" twice; once is enough.`));
  }
  return findings;
}

function mpagesFindings({ mpages, launch }: IssuerConfig, path: string): readonly Finding[] {
  if (!mpages || launch.includes('ehr')) return [];
  return [
    warning(
      `${path}.mpages`,
      'has no effect: an MPage launches from a chart; add "ehr" to launch.',
    ),
  ];
}

/** Oracle Health keeps patients on hosts of their own (`fhir-myrecord…`), where no chart launches anything. */
function launchFindings(issuer: IssuerConfig, path: string): readonly Finding[] {
  const host = hostOf(issuer);
  const findings: Finding[] = [];
  if (host.startsWith('fhir-myrecord') && !issuer.launch.includes('standalone')) {
    findings.push(
      warning(
        `${path}.launch`,
        `allows launches from a chart only, but ${host} serves patients, who sign in by themselves; add "standalone".`,
      ),
    );
  }
  if (issuer.pkce === 'ifAdvertised') {
    findings.push(
      warning(
        `${path}.pkce`,
        'is "ifAdvertised": a server that says nothing of PKCE gets none; "always" sends it, and servers that know nothing of it ignore it.',
      ),
    );
  }
  return findings;
}

function serverFindings(issuer: IssuerConfig, path: string): readonly Finding[] {
  const findings: Finding[] = [];
  if (issuer.authOrigins.length === 0) {
    findings.push(
      error(
        `${path}.authOrigins`,
        'is empty: nobody may be asked for a token; list the authorization server, or leave the key out if it is on the FHIR host.',
      ),
    );
  }
  const own = [originOf(issuer), ...issuer.authOrigins];
  for (const [index, prefix] of issuer.resourcePrefixes.entries()) {
    const at = `${path}.resourcePrefixes[${index}]`;
    const url = new URL(prefix.url);
    if (issuer.iss !== undefined && prefix.url.startsWith(`${issuer.iss}/`)) {
      findings.push(warning(`${at}.url`, 'lies below iss, which is open already; take it out.'));
    } else if (prefix.sendToken && !own.includes(url.origin)) {
      findings.push(
        warning(
          `${at}.sendToken`,
          `sends the patient's token to ${url.host}, which is neither the FHIR nor the authorization server; keep it only if that host belongs to the same EHR.`,
        ),
      );
    }
    if (prefix.sendToken && url.pathname === '/') {
      findings.push(
        warning(
          `${at}.url`,
          'opens the whole host to the token; name the folder that documents lie in.',
        ),
      );
    }
  }
  return findings;
}

const originOf = ({ iss, issPattern = '' }: IssuerConfig): string =>
  new URL(iss ?? issPattern.replace('{tenant}', 'tenant')).origin;

const hostOf = (issuer: IssuerConfig): string => new URL(originOf(issuer)).host;
