import { error, warning, type Finding } from './finding.ts';

/** What the app reads, with what is lost without it. */
const needed: Readonly<Record<string, string>> = {
  Patient: 'the patient on screen cannot be compared with a document',
  DiagnosticReport: 'reports are not listed',
  DocumentReference: 'documents are not listed',
  Binary: 'no report or document can be opened',
};
const readTypes = [...Object.keys(needed), 'Encounter'];
const contextScopes = ['openid', 'fhirUser', 'profile', 'online_access'];
const resourceScope = /^(patient|user|system)\/([A-Za-z]+|\*)\.([a-z*]+)(\?.*)?$/;

/** What is wrong with `scopes`, which replace those that the app chooses. */
export function scopeFindings(scopes: string, path: string): readonly Finding[] {
  if (scopes.includes(',')) {
    return [error(path, 'has commas; scopes are separated by spaces (RFC 6749 section 3.3).')];
  }
  const asked = scopes.split(/\s+/).filter((scope) => scope !== '');
  return [...asked.flatMap((scope) => oneFinding(scope, path)), ...missingFindings(asked, path)];
}

function oneFinding(scope: string, path: string): readonly Finding[] {
  if (contextScopes.includes(scope)) return [];
  if (scope === 'launch' || scope.startsWith('launch/')) {
    return scope === 'launch/encounter'
      ? []
      : [
          warning(
            path,
            `names ${scope}, which the app adds by itself as the launch needs it; take it out.`,
          ),
        ];
  }
  if (scope === 'offline_access') {
    return [
      warning(
        path,
        'asks for offline_access, a token that outlives the session; the app needs online_access at most.',
      ),
    ];
  }
  const [, level, type = '', rights = ''] = resourceScope.exec(scope) ?? [];
  if (level === undefined) return [warning(path, `names "${scope}", which is no SMART scope.`)];
  if (level === 'system') {
    return [error(path, `asks for ${scope}, which is for servers without a user; use patient/.`)];
  }
  if (rights !== 'read' && !/^r?s?$/.test(rights)) {
    return [
      error(
        path,
        `asks for ${scope}, which is more than reading; the app writes nothing: end it in .read or .rs.`,
      ),
    ];
  }
  if (level === 'user') {
    return [
      warning(
        path,
        `asks for ${scope}: all that the user may see, while the app shows one patient; use patient/.`,
      ),
    ];
  }
  if (type === '*') {
    return [
      warning(
        path,
        `asks for ${scope}: every kind of data, and some servers refuse wildcards; name ${readTypes.join(', ')}.`,
      ),
    ];
  }
  return readTypes.includes(type)
    ? []
    : [warning(path, `asks for ${scope}, which the app never reads; take it out.`)];
}

function missingFindings(asked: readonly string[], path: string): readonly Finding[] {
  const types = asked.map((scope) => resourceScope.exec(scope)?.[2]);
  if (types.includes('*')) return [];
  return Object.entries(needed)
    .filter(([type]) => !types.includes(type))
    .map(([type, loss]) =>
      warning(path, `does not ask for patient/${type}.read: ${loss}; add it, or leave scopes out.`),
    );
}
