import { describe, expect, it } from 'vitest';
import { parseConfig } from './parse-config.ts';

const issuer = { iss: 'https://fhir.example.org/r4', name: 'Example', clientId: 'abc' };

describe('parseConfig', () => {
  it('fills in every default', () => {
    expect(parseConfig({ issuers: [issuer] })).toEqual({
      ok: true,
      value: {
        version: 1,
        issuers: [
          {
            ...issuer,
            launch: ['ehr', 'standalone'],
            pkce: 'always',
            authOrigins: ['https://fhir.example.org'],
            styleOrigins: [],
            resourcePrefixes: [],
            mpages: false,
          },
        ],
        frameAncestors: [],
        demo: false,
        locale: 'en',
        texts: {},
        idleLockMinutes: 0,
        graceMinutes: { ehr: 15, standalone: 2 },
      },
    });
  });

  it('keeps every value that is given', () => {
    const full = {
      version: 1,
      issuers: [
        {
          ...issuer,
          issPattern: 'https://fhir.example.org/r4/{tenant}/fhir',
          tenants: ['a-1'],
          launch: ['ehr'],
          scopes: 'patient/*.read',
          pkce: 'required',
          authOrigins: ['https://auth.example.org'],
          styleOrigins: ['https://style.example.org'],
          resourcePrefixes: [{ url: 'https://files.example.org/docs/', sendToken: true }],
          mpages: true,
        },
      ],
      frameAncestors: ['https://ehr.example.org', 'https://*.example.net'],
      demo: 'demo/',
      locale: 'de-CH',
      texts: { 'app.title': 'Our documents' },
      idleLockMinutes: 10,
      graceMinutes: { ehr: 5, standalone: 0 },
    };
    expect(parseConfig(full)).toEqual({ ok: true, value: full });
  });

  it.each([
    { title: 'no object', input: [], key: 'config.json', kind: 'wrongType' },
    { title: 'another version', input: { version: 2 }, key: 'version', kind: 'wrongValue' },
    { title: 'an unknown key', input: { isuers: [] }, key: 'isuers', kind: 'unknownKey' },
    {
      title: 'issuers that are no list',
      input: { issuers: {} },
      key: 'issuers',
      kind: 'wrongType',
    },
    {
      title: 'an issuer that is no object',
      input: { issuers: ['x'] },
      key: 'issuers[0]',
      kind: 'wrongType',
    },
    { title: 'a missing name', issuer: { name: undefined }, key: 'name', kind: 'missing' },
    {
      title: 'a missing clientId',
      issuer: { clientId: undefined },
      key: 'clientId',
      kind: 'missing',
    },
    {
      title: 'neither iss nor issPattern',
      issuer: { iss: undefined },
      key: 'iss',
      kind: 'missing',
    },
    {
      title: 'an http base',
      issuer: { iss: 'http://fhir.example.org/r4' },
      key: 'iss',
      kind: 'wrongValue',
    },
    {
      title: 'a base with a query',
      issuer: { iss: 'https://h/r4?x=1' },
      key: 'iss',
      kind: 'wrongValue',
    },
    {
      title: 'a base with userinfo',
      issuer: { iss: 'https://a@h/r4' },
      key: 'iss',
      kind: 'wrongValue',
    },
    {
      title: 'a base with dot segments',
      issuer: { iss: 'https://h/a/../r4' },
      key: 'iss',
      kind: 'wrongValue',
    },
    {
      title: 'a tenant in the host',
      issuer: { issPattern: 'https://{tenant}/r4' },
      key: 'issPattern',
      kind: 'wrongValue',
    },
    {
      title: 'a tenant that is only a part of a segment',
      issuer: { issPattern: 'https://fhir.example.org/r4-{tenant}' },
      key: 'issPattern',
      kind: 'wrongValue',
    },
    {
      title: 'a pattern of another origin than iss',
      issuer: { issPattern: 'https://other.example.org/{tenant}' },
      key: 'issPattern',
      kind: 'wrongValue',
    },
    {
      title: 'a bad tenant',
      issuer: { tenants: ['ok', 'a/b'] },
      key: 'tenants[1]',
      kind: 'wrongValue',
    },
    {
      title: 'an unknown launch',
      issuer: { launch: ['portal', 'ehr'] },
      key: 'launch[0]',
      kind: 'wrongValue',
    },
    { title: 'an unknown pkce', issuer: { pkce: 'never' }, key: 'pkce', kind: 'wrongValue' },
    {
      title: 'an authorization origin with a path',
      issuer: { authOrigins: ['https://a.example.org', 'https://b.example.org/auth'] },
      key: 'authOrigins[1]',
      kind: 'wrongValue',
    },
    {
      title: 'a base of any host',
      issuer: { iss: 'https://*.example.org/r4' },
      key: 'iss',
      kind: 'wrongValue',
    },
    {
      title: 'a base that ends a directive',
      issuer: { iss: 'https://h/r4;script-src' },
      key: 'iss',
      kind: 'wrongValue',
    },
    {
      title: 'an origin of any host',
      issuer: { authOrigins: ['https://*.example.org'] },
      key: 'authOrigins[0]',
      kind: 'wrongValue',
    },
    {
      title: 'an origin that ends a directive',
      issuer: { authOrigins: ['https://a;script-src'] },
      key: 'authOrigins[0]',
      kind: 'wrongValue',
    },
    {
      title: 'a prefix with a second source',
      issuer: { resourcePrefixes: [{ url: "https://h/'self'/" }] },
      key: 'resourcePrefixes[0].url',
      kind: 'wrongValue',
    },
    {
      title: 'every host of a top level as frame ancestor',
      input: { frameAncestors: ['https://*.org'] },
      key: 'frameAncestors[0]',
      kind: 'wrongValue',
    },
    {
      title: 'a prefix without trailing slash',
      issuer: { resourcePrefixes: [{ url: 'https://files.example.org/docs' }] },
      key: 'resourcePrefixes[0].url',
      kind: 'wrongValue',
    },
    {
      title: 'sendToken as text',
      issuer: { resourcePrefixes: [{ url: 'https://files.example.org/', sendToken: 'yes' }] },
      key: 'resourcePrefixes[0].sendToken',
      kind: 'wrongType',
    },
    {
      title: 'an unknown key of an issuer',
      issuer: { secret: 'x' },
      key: 'secret',
      kind: 'unknownKey',
    },
    {
      title: 'a frame ancestor of http',
      input: { frameAncestors: ['http://e.org'] },
      key: 'frameAncestors[0]',
      kind: 'wrongValue',
    },
    {
      title: 'a script as demo',
      input: { demo: 'javascript:alert(1)' },
      key: 'demo',
      kind: 'wrongValue',
    },
    {
      title: 'a locale that is none',
      input: { locale: 'e_n_!' },
      key: 'locale',
      kind: 'wrongValue',
    },
    {
      title: 'a text that is no string',
      input: { texts: { a: 1 } },
      key: 'texts',
      kind: 'wrongType',
    },
    {
      title: 'negative minutes',
      input: { idleLockMinutes: -1 },
      key: 'idleLockMinutes',
      kind: 'wrongValue',
    },
    {
      title: 'an unknown grace',
      input: { graceMinutes: { portal: 1 } },
      key: 'graceMinutes.portal',
      kind: 'unknownKey',
    },
  ])('names the key of $title', ({ input, issuer: change, key, kind }) => {
    const json = input ?? { issuers: [{ ...issuer, ...change }] };
    const path = change === undefined ? key : `issuers[0].${key}`;
    expect(parseConfig(json)).toMatchObject({
      ok: false,
      error: { kind: 'invalid', problems: [{ key: path, problem: { kind } }] },
    });
  });

  it('tells all problems at once', () => {
    const result = parseConfig({ issuers: [{}], locale: 1, extra: true });
    expect(
      result.ok
        ? []
        : result.error.kind === 'invalid' && result.error.problems.map(({ key }) => key),
    ).toEqual(['issuers[0].iss', 'issuers[0].name', 'issuers[0].clientId', 'locale', 'extra']);
  });

  it('lets plain http through on loopback only', () => {
    expect(parseConfig({ issuers: [{ ...issuer, iss: 'http://127.0.0.1:4000/r4' }] }).ok).toBe(
      true,
    );
    expect(
      parseConfig({ issuers: [{ ...issuer, iss: 'http://127.0.0.1.example.org/r4' }] }).ok,
    ).toBe(false);
  });
});
