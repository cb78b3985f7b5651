/** Issuers that take each other's launches: the first that fits is used, as in find-issuer.ts. */
import { isTenant } from '../../src/config/config-addresses.ts';
import type { Config, IssuerConfig } from '../../src/config/config.ts';
import { issuersToSignIn } from '../../src/config/find-issuer.ts';
import { error, warning, type Finding } from './finding.ts';

/** One address that an issuer answers to; `tenants` of a pattern, where they are listed. */
interface Claim {
  readonly path: string;
  readonly address: string;
  readonly tenants: readonly string[] | undefined;
  readonly launch: IssuerConfig['launch'];
}

/** @param config as the parser gave it, so that slashes at the end no longer differ */
export function clashFindings(config: Config): readonly Finding[] {
  const claims = config.issuers.flatMap(claimsOf);
  const findings: Finding[] = [];
  for (const [index, later] of claims.entries()) {
    for (const earlier of claims.slice(0, index)) {
      const launches = later.launch.filter((way) => earlier.launch.includes(way));
      if (launches.length > 0) findings.push(...clashOf(earlier, later, launches));
    }
  }
  return [...findings, ...nameFindings(config)];
}

function claimsOf(issuer: IssuerConfig, index: number): readonly Claim[] {
  const { iss, issPattern, tenants, launch } = issuer;
  return [
    ...(iss === undefined
      ? []
      : [{ launch, path: `issuers[${index}].iss`, address: iss, tenants: undefined }]),
    ...(issPattern === undefined
      ? []
      : [{ launch, path: `issuers[${index}].issPattern`, address: issPattern, tenants }]),
  ];
}

function clashOf(
  earlier: Claim,
  later: Claim,
  launches: IssuerConfig['launch'],
): readonly Finding[] {
  const ways = launches.map((way) => (way === 'ehr' ? 'EHR' : 'standalone')).join(' and ');
  switch (overlapOf(earlier, later)) {
    case 'covered':
      return [
        error(
          later.path,
          earlier.address === later.address
            ? `is ${earlier.path} again, which takes all its ${ways} launches; keep one, or give them different launch values.`
            : `is never reached: ${earlier.path} comes first and takes its ${ways} launches; put the narrower one first.`,
        ),
      ];
    case 'some':
      return [
        warning(
          later.path,
          `shares addresses with ${earlier.path}, which takes their ${ways} launches because it comes first; list different tenants.`,
        ),
      ];
    case 'caseOnly':
      return [
        warning(
          later.path,
          `differs from ${earlier.path} in capital letters only; addresses are compared as text, so one of them is most likely a slip.`,
        ),
      ];
    case 'none':
      return [];
  }
}

/** How much of `later` is taken by `earlier`. A narrow one before a wide one is how exceptions are written. */
function overlapOf(earlier: Claim, later: Claim): 'covered' | 'some' | 'caseOnly' | 'none' {
  const first = earlier.address.split('/');
  const second = later.address.split('/');
  if (first.length !== second.length) return 'none';
  let isCovered = true;
  for (const [index, part] of first.entries()) {
    const other = second[index] ?? '';
    const taken = partOverlap(part, earlier.tenants, other, later.tenants);
    if (taken === 'none') {
      const sameButCase =
        earlier.address !== later.address &&
        earlier.address.toLowerCase() === later.address.toLowerCase();
      return sameButCase ? 'caseOnly' : 'none';
    }
    if (taken === 'some') isCovered = false;
  }
  if (isCovered) return 'covered';
  return later.address.includes('{tenant}') && earlier.address.includes('{tenant}')
    ? 'some'
    : 'none';
}

function partOverlap(
  part: string,
  tenants: readonly string[] | undefined,
  other: string,
  otherTenants: readonly string[] | undefined,
): 'covered' | 'some' | 'none' {
  const mayBe = (value: string, listed: readonly string[] | undefined): boolean =>
    isTenant(value) && (listed === undefined || listed.includes(value));
  const isOpen = part === '{tenant}';
  const isOtherOpen = other === '{tenant}';
  if (!isOpen && !isOtherOpen) return part === other ? 'covered' : 'none';
  if (!isOtherOpen) return mayBe(other, tenants) ? 'covered' : 'none';
  if (!isOpen) return mayBe(part, otherTenants) ? 'some' : 'none';
  if (tenants === undefined) return 'covered';
  if (otherTenants === undefined) return 'some';
  const shared = otherTenants.filter((tenant) => tenants.includes(tenant));
  if (shared.length === 0) return 'none';
  return shared.length === otherTenants.length ? 'covered' : 'some';
}

function nameFindings(config: Config): readonly Finding[] {
  const names = issuersToSignIn(config).map(({ name }) => name);
  const repeated = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  return [...repeated].map((name) =>
    warning(
      'issuers',
      `offers "${name}" more than once on the front page; give each its own name.`,
    ),
  );
}
