import { describe, expect, it } from 'vitest';
import type { Config } from './config.ts';
import { findIssuer, issuersToSignIn } from './find-issuer.ts';
import { parseConfig } from './parse-config.ts';

function configOf(issuers: readonly object[]): Config {
  const result = parseConfig({ issuers });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const config = configOf([
  { name: 'One', clientId: 'one', iss: 'https://one.example.org/r4/' },
  { name: 'Any', clientId: 'any', issPattern: 'https://any.example.org/r4/{tenant}/fhir' },
  {
    name: 'Two',
    clientId: 'two',
    issPattern: 'https://two.example.org/r4/{tenant}',
    tenants: ['a', 'b'],
  },
  { name: 'Clinic', clientId: 'clinic', iss: 'https://clinic.example.org', launch: ['ehr'] },
]);

describe('findIssuer', () => {
  it.each([
    { title: 'an exact base', iss: 'https://one.example.org/r4', name: 'One' },
    { title: 'a base with a trailing slash', iss: 'https://one.example.org/r4/', name: 'One' },
    { title: 'any tenant of a pattern', iss: 'https://any.example.org/r4/x-1/fhir', name: 'Any' },
    { title: 'a listed tenant', iss: 'https://two.example.org/r4/b', name: 'Two' },
    { title: 'a tenant not listed', iss: 'https://two.example.org/r4/c', name: undefined },
    { title: 'a longer path', iss: 'https://one.example.org/r4/x', name: undefined },
    { title: 'another scheme', iss: 'http://one.example.org/r4', name: undefined },
    {
      title: 'another host with the base as prefix',
      iss: 'https://one.example.org.evil.test/r4',
      name: undefined,
    },
    {
      title: 'two segments as tenant',
      iss: 'https://any.example.org/r4/a/b/fhir',
      name: undefined,
    },
    {
      title: 'an encoded slash as tenant',
      iss: 'https://any.example.org/r4/a%2Fb/fhir',
      name: undefined,
    },
    { title: 'dots as tenant', iss: 'https://any.example.org/r4/../fhir', name: undefined },
    { title: 'an empty tenant', iss: 'https://any.example.org/r4//fhir', name: undefined },
    {
      title: 'overlapping ends of the pattern',
      iss: 'https://any.example.org/r4/fhir',
      name: undefined,
    },
    { title: 'nothing', iss: '', name: undefined },
  ])('answers $name for $title', ({ iss, name }) => {
    expect(findIssuer(config, iss, 'ehr')?.issuer.name).toBe(name);
  });

  it('tells two clients of one server apart by the kind of launch', () => {
    const iss = 'https://fhir.example.org';
    const both = configOf([
      { name: 'For clinicians', clientId: 'c', iss, launch: ['ehr'] },
      { name: 'For patients', clientId: 'p', iss, launch: ['standalone'] },
    ]);
    expect(findIssuer(both, iss, 'standalone')?.issuer.clientId).toBe('p');
    expect(findIssuer(config, 'https://clinic.example.org', 'standalone')).toBeUndefined();
  });
});

describe('issuersToSignIn', () => {
  it('offers bases and listed tenants, never a pattern that stands open', () => {
    expect(issuersToSignIn(config)).toEqual([
      { name: 'One', iss: 'https://one.example.org/r4' },
      { name: 'Two (a)', iss: 'https://two.example.org/r4/a' },
      { name: 'Two (b)', iss: 'https://two.example.org/r4/b' },
    ]);
  });
});
