import { describe, expect, it } from 'vitest';
import { readIdToken } from './id-token.ts';

const receivedAt = Date.parse('2026-01-01T00:00:00Z');
const expected = { issuer: 'https://auth.example.org', clientId: 'client', receivedAt };
const claims = { iss: expected.issuer, aud: 'client', sub: 'u-1', exp: receivedAt / 1000 + 60 };

const tokenOf = (payload: unknown) =>
  `e30.${Buffer.from(typeof payload === 'string' ? payload : JSON.stringify(payload)).toString('base64url')}.x`;

describe('readIdToken', () => {
  it.each([
    { title: 'a subject alone', claims, user: { sub: 'u-1' } },
    {
      title: 'a name outside Latin-1',
      claims: { ...claims, name: 'Łucja Müller 李' },
      user: { sub: 'u-1', name: 'Łucja Müller 李' },
    },
    {
      title: 'a name in parts',
      claims: { ...claims, given_name: 'Ada', family_name: 'Byron' },
      user: { sub: 'u-1', name: 'Ada Byron' },
    },
    {
      title: 'fhirUser',
      claims: { ...claims, fhirUser: 'Practitioner/1' },
      user: { sub: 'u-1', fhirUser: 'Practitioner/1' },
    },
    {
      title: 'an audience among several',
      claims: { ...claims, aud: ['other', 'client'] },
      user: { sub: 'u-1' },
    },
    {
      title: 'an expiry within the clocks’ difference',
      claims: { ...claims, exp: receivedAt / 1000 - 200 },
      user: { sub: 'u-1' },
    },
  ])('reads $title', ({ claims, user }) => {
    expect(readIdToken(tokenOf(claims), expected)).toEqual(user);
  });

  it.each([
    { title: 'another issuer', token: tokenOf({ ...claims, iss: 'https://evil.test' }) },
    { title: 'another audience', token: tokenOf({ ...claims, aud: 'other' }) },
    { title: 'one long expired', token: tokenOf({ ...claims, exp: receivedAt / 1000 - 3600 }) },
    { title: 'no expiry', token: tokenOf({ ...claims, exp: undefined }) },
    { title: 'no subject', token: tokenOf({ ...claims, sub: '' }) },
    { title: 'broken JSON', token: tokenOf('{') },
    { title: 'broken base64', token: 'a.*.c' },
    { title: 'no token at all', token: 'opaque' },
  ])('names nobody for $title', ({ token }) => {
    expect(readIdToken(token, expected)).toBeUndefined();
  });
});
