import { describe, expect, it } from 'vitest';
import { readIdToken } from './id-token.ts';

const receivedAt = Date.parse('2026-01-01T00:00:00Z');
const seconds = receivedAt / 1000;
const expected = { issuer: 'https://auth.example.org', clientId: 'client', receivedAt };
const claims = {
  iss: expected.issuer,
  aud: 'client',
  sub: 'u-1',
  iat: seconds - 1,
  exp: seconds + 60,
};

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
      title: 'a name whose encoding holds both letters that base64url has of its own',
      claims: { ...claims, name: '~~~???ÿÿÿ' },
      user: { sub: 'u-1', name: '~~~???ÿÿÿ' },
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
      title: 'the profile of servers older than fhirUser',
      claims: { ...claims, profile: 'Practitioner/1' },
      user: { sub: 'u-1', fhirUser: 'Practitioner/1' },
    },
    {
      title: 'an audience among several',
      claims: { ...claims, aud: ['other', 'client'], azp: 'client' },
      user: { sub: 'u-1' },
    },
    {
      title: 'an expiry within the clocks’ difference',
      claims: { ...claims, exp: seconds - 299 },
      user: { sub: 'u-1' },
    },
    {
      title: 'an issue within the clocks’ difference',
      claims: { ...claims, iat: seconds + 299 },
      user: { sub: 'u-1' },
    },
    {
      title: 'a token that does not say when it was issued',
      claims: { ...claims, iat: undefined },
      user: { sub: 'u-1' },
    },
  ])('reads $title', ({ claims, user }) => {
    expect(readIdToken(tokenOf(claims), expected)).toEqual({ ok: true, value: user });
  });

  it('reads any issuer where discovery named none', () => {
    const { issuer: _, ...anyIssuer } = expected;
    expect(readIdToken(tokenOf(claims), anyIssuer)).toMatchObject({ value: { sub: 'u-1' } });
  });

  it.each([
    {
      title: 'another issuer',
      error: 'issuer',
      token: tokenOf({ ...claims, iss: 'https://x.test' }),
    },
    {
      title: 'its issuer with a slash more',
      error: 'issuer',
      token: tokenOf({ ...claims, iss: `${expected.issuer}/` }),
    },
    { title: 'no issuer', error: 'issuer', token: tokenOf({ ...claims, iss: undefined }) },
    { title: 'another audience', error: 'audience', token: tokenOf({ ...claims, aud: 'other' }) },
    {
      title: 'an audience that only begins like ours',
      error: 'audience',
      token: tokenOf({ ...claims, aud: 'client2' }),
    },
    { title: 'other audiences', error: 'audience', token: tokenOf({ ...claims, aud: ['a', 'b'] }) },
    { title: 'no audience', error: 'audience', token: tokenOf({ ...claims, aud: undefined }) },
    {
      title: 'our audience, issued to another',
      error: 'audience',
      token: tokenOf({ ...claims, aud: ['other', 'client'], azp: 'other' }),
    },
    { title: 'no subject', error: 'subject', token: tokenOf({ ...claims, sub: '' }) },
    { title: 'a subject that is no text', error: 'subject', token: tokenOf({ ...claims, sub: 7 }) },
    { title: 'one long expired', error: 'time', token: tokenOf({ ...claims, exp: seconds - 301 }) },
    { title: 'no expiry', error: 'time', token: tokenOf({ ...claims, exp: undefined }) },
    {
      title: 'one of the future',
      error: 'time',
      token: tokenOf({ ...claims, iat: seconds + 301 }),
    },
    { title: 'a time in words', error: 'time', token: tokenOf({ ...claims, iat: 'now' }) },
    { title: 'broken JSON', error: 'unreadable', token: tokenOf('{') },
    { title: 'a list', error: 'unreadable', token: tokenOf([]) },
    { title: 'broken base64', error: 'unreadable', token: 'a.*.c' },
    {
      title: 'bytes that are no UTF-8',
      error: 'unreadable',
      token: `e30.${btoa('{"sub":"\xff"}')}.x`,
    },
    { title: 'no token at all', error: 'unreadable', token: 'opaque' },
  ])('refuses $title', ({ token, error }) => {
    expect(readIdToken(token, expected)).toEqual({ ok: false, error });
  });
});
