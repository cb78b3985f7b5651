/** Addresses that the parser takes, and that will not be recognised. */
import { parseAddress, withoutTrailingSlash } from '../../src/shared/web-address.ts';
import { error, warning, type Finding } from './finding.ts';

/** EHRs' `iss` is compared as text, so an address must be written as it is sent. */
export function writingFindings(
  written: Readonly<Record<string, unknown>>,
  path: string,
): readonly Finding[] {
  return ['iss', 'issPattern'].flatMap((key) => {
    const value = written[key];
    return typeof value === 'string' ? oneWritingFindings(value, `${path}.${key}`) : [];
  });
}

function oneWritingFindings(value: string, path: string): readonly Finding[] {
  const base = withoutTrailingSlash(value);
  if (path.endsWith('.iss') && value.includes('{tenant}')) {
    return [error(path, 'has {tenant}, which is read in issPattern only; move the address there.')];
  }
  const end = /\/(?:metadata|\.well-known(?:\/.*)?|authorize|token)$/.exec(base)?.[0];
  if (end !== undefined) {
    return [
      error(path, `ends in "${end}", which lies below the FHIR base; write the base without it.`),
    ];
  }
  const url = base.includes('{tenant}') ? undefined : parseAddress(base);
  const usual = url === undefined ? base : withoutTrailingSlash(url.href);
  const findings: Finding[] = [];
  if (base !== value) {
    findings.push(
      warning(
        path,
        `ends in a slash, which the app takes off; write ${base} to see what it compares.`,
      ),
    );
  }
  if (base !== usual) {
    findings.push(
      warning(path, `is compared as text with what the EHR sends, which is most likely ${usual}.`),
    );
  }
  if (/[^:]\/\//.test(base)) {
    findings.push(
      warning(
        path,
        'has two slashes in a row; the EHR must send them so, for it is compared as text.',
      ),
    );
  }
  return findings;
}
