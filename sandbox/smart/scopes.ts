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
  Patient: 'Your name, birth date and identifiers',
  Encounter: 'Your visits',
  DiagnosticReport: 'Your reports',
  DocumentReference: 'Your documents',
  Binary: 'The contents of reports and documents',
  Practitioner: 'Names of your clinicians',
  RelatedPerson: 'People who act for you',
};

const resourceScope = /^(?:patient|user)\/([A-Za-z]+)\.(read|c?r?u?d?s?)$/;

/** Everything discovery lists in `scopes_supported`. */
export function supportedScopes(options: SessionOptions): readonly string[] {
  const suffixes = options.scopes === 'v2' ? ['read', 'rs'] : ['read'];
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
  if (permission === 'read') return true;
  return (
    options.scopes === 'v2' && (permission === 'r' || permission === 's' || permission === 'rs')
  );
}

/** What the consent page says of a scope; undefined for scopes it does not ask about. */
export function scopeInWords(scope: string): string | undefined {
  if (scope === 'online_access') return 'Stay signed in while you use the app';
  const type = grantableTypes.find((known) => known === resourceScope.exec(scope)?.[1]);
  return type === undefined ? undefined : typeWords[type];
}
