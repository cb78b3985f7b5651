import { describe, expect, it } from 'vitest';
import { chooseScopes } from './choose-scopes.ts';
import { grantedScopes, readableTypes } from './granted-scopes.ts';
import type { SmartConfiguration } from './smart-configuration.ts';

const smart: SmartConfiguration = {
  authorizationEndpoint: 'https://auth.example.org/authorize',
  tokenEndpoint: 'https://auth.example.org/token',
  capabilities: [],
  codeChallengeMethods: [],
  namesIssuer: false,
};

describe('chooseScopes', () => {
  it.each([
    {
      title: 'v1 where the server says nothing',
      change: {},
      has: 'patient/Binary.read',
      lacks: 'online_access',
    },
    {
      title: 'v1 where both are offered',
      change: { capabilities: ['permission-v1', 'permission-v2'] },
      has: 'patient/Binary.read',
      lacks: 'patient/Binary.rs',
    },
    {
      title: 'v2 where only that is offered',
      change: { capabilities: ['permission-v2'] },
      has: 'patient/DocumentReference.rs',
      lacks: 'patient/Binary.read',
    },
    {
      title: 'online access by capability',
      change: { capabilities: ['permission-online'] },
      has: 'online_access',
      lacks: 'offline_access',
    },
    {
      title: 'online access by scope',
      change: { scopesSupported: ['openid', 'fhirUser', 'online_access', 'offline_access'] },
      has: 'online_access',
      lacks: 'offline_access',
    },
    {
      title: 'profile where fhirUser is unknown',
      change: { scopesSupported: ['openid', 'profile'] },
      has: 'profile',
      lacks: 'fhirUser',
    },
    {
      title: 'no identity where none is offered',
      change: { scopesSupported: ['launch'] },
      has: 'launch',
      lacks: 'openid',
    },
  ])('asks for $title', ({ change, has, lacks }) => {
    const scopes = chooseScopes({ ...smart, ...change }, 'ehr').split(' ');
    expect(scopes).toContain(has);
    expect(scopes).not.toContain(lacks);
  });

  it('asks for the launch scope that fits, also beside scopes of the configuration', () => {
    expect(chooseScopes(smart, 'standalone')).toMatch(/^launch\/patient /);
    expect(chooseScopes(smart, 'standalone', 'launch  user/Binary.read')).toBe(
      'launch/patient user/Binary.read',
    );
    expect(chooseScopes(smart, 'ehr', 'user/Binary.read launch/patient')).toBe(
      'launch user/Binary.read',
    );
  });
});

describe('readableTypes', () => {
  it.each([
    { title: 'v1', scopes: 'patient/Patient.read user/Binary.*', expected: ['Patient', 'Binary'] },
    {
      title: 'v2',
      scopes: 'patient/Binary.rs patient/DocumentReference.cruds',
      expected: ['Binary', 'DocumentReference'],
    },
    {
      title: 'v2 with a query',
      scopes: 'patient/DocumentReference.rs?category=a|b',
      expected: ['DocumentReference'],
    },
    {
      title: 'a search that may not be made',
      scopes: 'patient/DocumentReference.r patient/Binary.r',
      expected: ['Binary'],
    },
    {
      title: 'a wildcard',
      scopes: 'patient/*.read',
      expected: ['Patient', 'Encounter', 'DiagnosticReport', 'DocumentReference', 'Binary'],
    },
    { title: 'writing only', scopes: 'patient/Binary.write patient/Patient.cud', expected: [] },
    { title: 'another context', scopes: 'system/Binary.read launch/patient openid', expected: [] },
    { title: 'nothing', scopes: '', expected: [] },
  ])('reads $title', ({ scopes, expected }) => {
    expect(readableTypes(grantedScopes(scopes, 'unused'))).toEqual(expected);
  });

  it('takes a missing scope for all that was asked, and a list for its items', () => {
    expect(grantedScopes(undefined, 'a b')).toEqual(['a', 'b']);
    expect(grantedScopes(['a', 1, 'b'], 'c')).toEqual(['a', 'b']);
  });
});
