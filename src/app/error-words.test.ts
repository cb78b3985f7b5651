import { describe, expect, it } from 'vitest';
import type { ConfigError } from '../config/config.ts';
import type { LaunchError } from '../session/session-state.ts';
import { configErrorWords } from './config-error-words.ts';
import { launchErrorWords } from './launch-error-words.ts';

const launchErrors: readonly LaunchError[] = [
  { kind: 'repeatedParameter', name: 'iss' },
  { kind: 'issuerNotConfigured', host: 'fhir.example.org' },
  { kind: 'discoveryFailed', host: 'fhir.example.org', status: 500, cause: 'status' },
  { kind: 'endpointOutsideConfiguration', origin: 'https://x.example', configKey: 'authOrigins' },
  { kind: 'connectionBlocked', host: 'fhir.example.org' },
  { kind: 'pkceNotSupported' },
  { kind: 'authorizationRefused', error: 'invalid_scope' },
  { kind: 'authorizationRefused', error: 'access_denied' },
  { kind: 'issuerMismatch' },
  { kind: 'unknownState' },
  { kind: 'alreadyUsed' },
  { kind: 'exchangeFailed', status: 400, error: 'invalid_grant' },
  { kind: 'noPatient' },
  { kind: 'noAccessToken' },
  { kind: 'idTokenRefused', problem: 'audience' },
  { kind: 'fhirVersionUnsupported', version: '3.0.2' },
  { kind: 'storageRefused' },
  { kind: 'offline' },
];

describe('words for a launch that failed', () => {
  it.each(launchErrors)('say what happened and what to do: $kind', (error) => {
    const words = launchErrorWords(error);
    expect(words.what).toMatch(/^[A-Z].*\.$/);
    expect(words.todo).toMatch(/^[A-Z].*\.$/);
    expect(words.details?.[0]).toBe(`launch: ${error.kind}`);
  });

  it.each<{ readonly title: string; readonly error: LaunchError; readonly line: string }>([
    {
      title: 'a refused authorization',
      error: {
        kind: 'authorizationRefused',
        error: 'invalid_request',
        description: 'Patient/12724066 (MRN-0041872, born 1948-07-07) is not yours',
      },
      line: 'error: invalid_request: Patient/{id} ({number}, born {date}) is not yours',
    },
    {
      title: 'a denied access',
      error: { kind: 'authorizationRefused', error: 'access_denied', description: 'user 8811204' },
      line: 'error: access_denied: user {number}',
    },
    {
      title: 'a refused exchange',
      error: {
        kind: 'exchangeFailed',
        error: 'invalid_grant',
        description: 'see https://login.example.org/log?user=mary',
      },
      line: 'error: invalid_grant: see https://login.example.org/log',
    },
  ])('leave out of the details whom the server names: $title', ({ error, line }) => {
    expect(launchErrorWords(error).details).toEqual([`launch: ${error.kind}`, line]);
  });

  it('offer the page that the server names for its error', () => {
    const uri = 'https://login.example.org/errors/1';
    expect(launchErrorWords({ kind: 'authorizationRefused', error: 'x', uri }).more).toBe(uri);
    expect(launchErrorWords({ kind: 'authorizationRefused', error: 'x' }).more).toBeUndefined();
  });
});

describe('words for a configuration that cannot be used', () => {
  const errors: readonly ConfigError[] = [
    { kind: 'unreachable', status: 404 },
    { kind: 'notJson' },
    {
      kind: 'invalid',
      problems: [
        { key: 'issuers[0].clientId', problem: { kind: 'missing' } },
        { key: 'colour', problem: { kind: 'unknownKey' } },
        { key: 'demo', problem: { kind: 'wrongType', expected: 'an address or false' } },
        { key: 'version', problem: { kind: 'wrongValue', expected: '1' } },
      ],
    },
  ];

  it.each(errors)('say what happened: $kind', (error) => {
    expect(configErrorWords(error).what).toMatch(/^The configuration .*\.$/);
  });

  it('name each wrong key', () => {
    const [, , invalid] = errors;
    expect(invalid && configErrorWords(invalid).problems).toEqual([
      'issuers[0].clientId is missing.',
      'colour is not a known key.',
      'demo must be an address or false.',
      'version is not allowed; expected: 1.',
    ]);
  });
});
