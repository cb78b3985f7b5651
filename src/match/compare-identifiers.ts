import type { PatientIdentifier } from '../model/patient-context.ts';

/** Names that FHIR and CDA give the same assigning authority. */
const SAME_AUTHORITY: ReadonlyMap<string, string> = new Map([
  ['http://hl7.org/fhir/sid/us-ssn', '2.16.840.1.113883.4.1'],
]);

/**
 * `differ`: an authority known to both sides gave different ids, and neither a second id of that authority nor
 * a link explains it. `none`: no authority in common.
 */
export function compareIdentifiers(
  a: readonly PatientIdentifier[],
  b: readonly PatientIdentifier[],
  linked: readonly string[],
): 'equal' | 'differ' | 'none' {
  const left = byAuthority(a);
  const right = byAuthority(b);
  const links = new Set(linked.map(normalValue));
  let equal = false;
  for (const [authority, ids] of left) {
    const others = right.get(authority);
    if (others === undefined) continue;
    if ([...ids].some((id) => others.has(id))) equal = true;
    else if (![...ids].some((id) => links.has(id))) return 'differ';
  }
  return equal ? 'equal' : 'none';
}

function byAuthority(identifiers: readonly PatientIdentifier[]): Map<string, Set<string>> {
  const map = new Map<string, Set<string>>();
  for (const { system, value } of identifiers) {
    const authority = normalAuthority(system);
    const id = normalValue(value);
    if (authority === undefined || id === '') continue;
    const ids = map.get(authority) ?? new Set();
    map.set(authority, ids.add(id));
  }
  return map;
}

function normalAuthority(system: string | undefined): string | undefined {
  const name = system
    ?.trim()
    .toLowerCase()
    .replace(/^urn:(oid|uuid):/, '');
  return name === undefined || name === '' ? undefined : (SAME_AUTHORITY.get(name) ?? name);
}

const normalValue = (value: string): string => value.toLowerCase().replace(/[\s-]/g, '');
