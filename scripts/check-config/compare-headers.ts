import { securityHeaders, type ResponseKind } from '../../src/config/security-headers.ts';
import type { Config } from '../../src/config/config.ts';
import { error, warning, type Finding } from './finding.ts';

const policy = 'Content-Security-Policy';

/** What a served file's headers have other than `npm run headers` prints for this configuration. */
export function headerFindings(
  served: Headers,
  config: Config,
  kind: ResponseKind,
  path: string,
): readonly Finding[] {
  const findings = Object.entries(securityHeaders(config, kind)).flatMap(([name, expected]) => {
    const value = served.get(name);
    if (value === expected) return [];
    if (value === null) return [error(path, `is served without ${name}; send: ${expected}`)];
    const difference =
      name === policy ? policyDifference(value, expected) : `it is "${value}"; send: ${expected}`;
    return [error(path, `is served with another ${name}: ${difference}`)];
  });
  const frameOptions = served.get('x-frame-options');
  if (frameOptions !== null) {
    findings.push(
      error(
        path,
        `is served with X-Frame-Options: ${frameOptions}, which may keep the EHR from framing the app; take it out, frame-ancestors says who may.`,
      ),
    );
  }
  if (served.has('content-security-policy-report-only')) {
    findings.push(
      warning(
        path,
        'is served with Content-Security-Policy-Report-Only, which protects nothing and may send addresses with patient ids to somebody; take it out.',
      ),
    );
  }
  return findings;
}

/** By directive, for a policy is too long to be compared by eye. */
function policyDifference(value: string, expected: string): string {
  const served = directivesOf(value);
  const wanted = directivesOf(expected);
  const differences = [
    ...[...wanted].flatMap(([name, sources]) => {
      const found = served.get(name);
      if (found === undefined) return [`${name} is missing`];
      return found === sources ? [] : [`${name} is "${found}" in place of "${sources}"`];
    }),
    ...[...served.keys()].filter((name) => !wanted.has(name)).map((name) => `${name} is too much`),
  ];
  if (differences.length > 0) return `${differences.join('; ')}.`;
  return 'it is written otherwise (order, spaces, or sent twice); send it as npm run headers prints it.';
}

function directivesOf(value: string): ReadonlyMap<string, string> {
  return new Map(
    value
      .split(';')
      .map((directive) => directive.trim())
      .filter((directive) => directive !== '')
      .map((directive) => {
        const [name = '', ...sources] = directive.split(/\s+/);
        return [name.toLowerCase(), sources.join(' ')] as const;
      }),
  );
}

/** The media type without parameters must be the one that browsers demand for this use. */
export function mediaTypeFindings(
  served: Headers,
  expected: string,
  path: string,
): readonly Finding[] {
  const written = served.get('content-type');
  const type = written?.split(';', 1)[0]?.trim().toLowerCase();
  if (type === expected) return [];
  return [
    error(
      path,
      `is served as ${written ?? 'no type at all'}; with nosniff browsers take it as ${expected} only.`,
    ),
  ];
}
