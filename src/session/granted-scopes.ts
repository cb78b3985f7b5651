const ALL_TYPES = ['Patient', 'Encounter', 'DiagnosticReport', 'DocumentReference', 'Binary'];
/** Found by searching; the others are read by their address. */
const SEARCHED_TYPES = ['DiagnosticReport', 'DocumentReference'];

const RESOURCE_SCOPE = /^(?:patient|user)\/(\*|[A-Za-z]+)\.(\*|[a-z]+)(?:\?.*)?$/;

/** The scopes of a token answer; a missing `scope` means that all were granted (RFC 6749 section 5.1). */
export function grantedScopes(scope: unknown, requested: string): readonly string[] {
  if (Array.isArray(scope)) return scope.filter((item) => typeof item === 'string');
  return (typeof scope === 'string' ? scope : requested).split(/\s+/).filter((item) => item !== '');
}

/**
 * Resource types that the scopes let the app read, v1 (`.read`, `.*`) and v2 (`.rs`, `.cruds`), with or
 * without a query that narrows them.
 */
export function readableTypes(scopes: readonly string[]): readonly string[] {
  const types = new Set<string>();
  for (const scope of scopes) {
    const [, named, verb] = RESOURCE_SCOPE.exec(scope) ?? [];
    if (named === undefined || verb === undefined) continue;
    for (const type of named === '*' ? ALL_TYPES : [named]) {
      if (allows(verb, SEARCHED_TYPES.includes(type) ? 's' : 'r')) types.add(type);
    }
  }
  return [...types];
}

function allows(verb: string, needed: 'r' | 's'): boolean {
  if (verb === '*' || verb === 'read') return true;
  return /^c?r?u?d?s?$/.test(verb) && verb.includes(needed);
}
