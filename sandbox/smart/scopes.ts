/** Which scopes the authorization server knows, and in what words a person is asked for them. */
import type { SessionOptions } from '../session.ts';

const contextScopes = [
  'openid',
  'fhirUser',
  'profile',
  'launch',
  'launch/patient',
  'launch/encounter',
];

export const grantableTypes = [
  'Patient',
  'Encounter',
  'DiagnosticReport',
  'DocumentReference',
  'Binary',
  'Practitioner',
  'RelatedPerson',
] as const;

const typeWords: Readonly<Record<(typeof grantableTypes)[number], string>> = {
  Patient: 'Name, birth date and identifiers',
  Encounter: 'Visits',
  DiagnosticReport: 'Reports',
  DocumentReference: 'Documents',
  Binary: 'What stands in reports and documents',
  Practitioner: 'Names of clinicians',
  RelatedPerson: 'People who act for the patient',
};

const resourceScope = /^(?:patient|user)\/([A-Za-z]+)\.(read|c?r?u?d?s?)$/;

/** The scope syntaxes this server takes. */
export function permissionVersions(options: SessionOptions): readonly ('v1' | 'v2')[] {
  if (options.scopes === 'v1') return ['v1'];
  return options.scopes === 'v2' ? ['v1', 'v2'] : ['v2'];
}

/** Everything discovery lists in `scopes_supported`. */
export function supportedScopes(options: SessionOptions): readonly string[] {
  const suffixes = permissionVersions(options).map((version) => (version === 'v1' ? 'read' : 'rs'));
  return [
    ...contextScopes,
    'online_access',
    ...['patient', 'user'].flatMap((level) =>
      grantableTypes.flatMap((type) => suffixes.map((suffix) => `${level}/${type}.${suffix}`)),
    ),
  ];
}

/** Whether the server knows the scope. Wildcards, writes and `offline_access` it does not. */
export function isKnownScope(scope: string, options: SessionOptions): boolean {
  if (scope === 'online_access' || contextScopes.includes(scope)) return true;
  const [, type, permission] = resourceScope.exec(scope) ?? [];
  if (!grantableTypes.some((known) => known === type)) return false;
  const versions = permissionVersions(options);
  if (permission === 'read') return versions.includes('v1');
  return (
    versions.includes('v2') && (permission === 'r' || permission === 's' || permission === 'rs')
  );
}

/** What the consent page says of a scope; undefined for scopes it does not ask about. */
export function scopeInWords(scope: string): string | undefined {
  if (scope === 'online_access') return 'All this for as long as you stay signed in';
  const type = grantableTypes.find((known) => known === resourceScope.exec(scope)?.[1]);
  return type === undefined ? undefined : typeWords[type];
}
