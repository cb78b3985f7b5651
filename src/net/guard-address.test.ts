import { describe, expect, it } from 'vitest';
import { guardAddress } from './guard-address.ts';

const base = 'https://fhir.example.org/r4/tenant';
const prefixes = [base, 'https://files.example.org/docs/'];

describe('guardAddress', () => {
  it.each([
    { title: 'the base itself', url: base },
    { title: 'below the base', url: `${base}/Binary/1` },
    {
      title: 'an operation with a query',
      url: `${base}/Binary/$autogen-ccd-if?patient=1&start=2014-09-24T00:00:00.000Z`,
    },
    { title: 'dots in the query', url: `${base}/Binary?x=../..` },
    { title: 'an id with dots', url: `${base}/Binary/TR-1..2.3` },
    {
      title: 'the default port written out',
      url: 'https://fhir.example.org:443/r4/tenant/Binary/1',
    },
    { title: 'an upper-case scheme and host', url: 'HTTPS://FHIR.example.org/r4/tenant/Binary/1' },
    { title: 'a listed prefix', url: 'https://files.example.org/docs/1.pdf' },
  ])('lets $title through', ({ url }) => {
    expect(guardAddress(url, prefixes).ok).toBe(true);
  });

  it.each([
    {
      title: 'another host',
      url: 'https://evil.test/r4/tenant/Binary/1',
      reason: 'outside',
      host: 'evil.test',
    },
    {
      title: 'another port',
      url: 'https://fhir.example.org:8443/r4/tenant/Binary/1',
      reason: 'outside',
      host: 'fhir.example.org:8443',
    },
    {
      title: 'the host as a prefix',
      url: 'https://fhir.example.org.evil.test/r4/tenant/x',
      reason: 'outside',
      host: 'fhir.example.org.evil.test',
    },
    {
      title: 'a trailing dot in the host',
      url: 'https://fhir.example.org./r4/tenant/x',
      reason: 'outside',
      host: 'fhir.example.org.',
    },
    {
      title: 'the path as a prefix',
      url: 'https://fhir.example.org/r4/tenant-2/Binary/1',
      reason: 'outside',
      host: 'fhir.example.org',
    },
    {
      title: 'another tenant',
      url: 'https://fhir.example.org/r4/other/Binary/1',
      reason: 'outside',
      host: 'fhir.example.org',
    },
    {
      title: 'a prefix without its slash',
      url: 'https://files.example.org/docs-private/1',
      reason: 'outside',
      host: 'files.example.org',
    },
    {
      title: 'the base as a user name',
      url: 'https://fhir.example.org@evil.test/r4/tenant/x',
      reason: 'userinfo',
      host: 'evil.test',
    },
    {
      title: 'a user at the right host',
      url: 'https://user:pw@fhir.example.org/r4/tenant/x',
      reason: 'userinfo',
      host: 'fhir.example.org',
    },
    {
      title: 'an empty user',
      url: 'https://@fhir.example.org/r4/tenant/x',
      reason: 'userinfo',
      host: 'fhir.example.org',
    },
    {
      title: 'dot segments',
      url: `${base}/../../logout`,
      reason: 'dotSegments',
      host: 'fhir.example.org',
    },
    {
      title: 'dot segments that stay inside',
      url: `${base}/a/../Binary/1`,
      reason: 'dotSegments',
      host: 'fhir.example.org',
    },
    {
      title: 'encoded dots',
      url: `${base}/%2e%2E/other/x`,
      reason: 'dotSegments',
      host: 'fhir.example.org',
    },
    {
      title: 'half-encoded dots',
      url: `${base}/.%2e/other/x`,
      reason: 'dotSegments',
      host: 'fhir.example.org',
    },
    {
      title: 'an encoded slash after dots',
      url: `${base}/..%2fother/x`,
      reason: 'dotSegments',
      host: 'fhir.example.org',
    },
    {
      title: 'twice encoded dots',
      url: `${base}/%252e%252e/other/x`,
      reason: 'dotSegments',
      host: 'fhir.example.org',
    },
    {
      title: 'dots before a path parameter',
      url: `${base}/..;/other/x`,
      reason: 'dotSegments',
      host: 'fhir.example.org',
    },
    {
      title: 'a slash in an encoded segment that climbs',
      url: `${base}/Binary%2f..%2f..%2fother`,
      reason: 'dotSegments',
      host: 'fhir.example.org',
    },
    {
      title: 'an encoded backslash that climbs',
      url: `${base}/Binary%5c..%5c..%5cother`,
      reason: 'dotSegments',
      host: 'fhir.example.org',
    },
    {
      title: 'an encoded slash in place of the base’s own',
      url: 'https://fhir.example.org/r4%2ftenant/Binary/1',
      reason: 'outside',
      host: 'fhir.example.org',
    },
    {
      title: 'a host of letters that look alike',
      url: 'https://fhir.ex\u0430mple.org/r4/tenant/x',
      reason: 'outside',
      host: 'fhir.xn--exmple-4nf.org',
    },
    {
      title: 'a host of full-width letters with another ending',
      url: 'https://fhir.example.org\uff0eevil.test/r4/tenant/x',
      reason: 'outside',
      host: 'fhir.example.org.evil.test',
    },
    {
      title: 'the base in the fragment of another',
      url: `https://evil.test/#${base}/x`,
      reason: 'outside',
      host: 'evil.test',
    },
    {
      title: 'the base in the query of another',
      url: `https://evil.test/?${base}/x`,
      reason: 'outside',
      host: 'evil.test',
    },
    {
      title: 'the port of http spelled out',
      url: 'https://fhir.example.org:80/r4/tenant/x',
      reason: 'outside',
      host: 'fhir.example.org:80',
    },
    {
      title: 'a subdomain',
      url: 'https://x.fhir.example.org/r4/tenant/x',
      reason: 'outside',
      host: 'x.fhir.example.org',
    },
    {
      title: 'a path in other letters',
      url: 'https://fhir.example.org/R4/tenant/x',
      reason: 'outside',
      host: 'fhir.example.org',
    },
    {
      title: 'a backslash before a user',
      url: 'https://evil.test\\@fhir.example.org/r4/tenant/x',
      reason: 'unreadable',
      host: 'evil.test',
    },
    {
      title: 'a line break inside',
      url: `${base}/Bin\nary/1`,
      reason: 'unreadable',
      host: 'fhir.example.org',
    },
    {
      title: 'a line break in the scheme',
      url: 'java\nscript:alert(1)',
      reason: 'scheme',
      host: '',
    },
    {
      title: 'a web socket',
      url: 'wss://fhir.example.org/r4/tenant/x',
      reason: 'scheme',
      host: 'fhir.example.org',
    },
    {
      title: 'http',
      url: 'http://fhir.example.org/r4/tenant/Binary/1',
      reason: 'scheme',
      host: 'fhir.example.org',
    },
    { title: 'a script', url: 'javascript:alert(1)', reason: 'scheme', host: '' },
    { title: 'a data address', url: 'data:text/html,x', reason: 'scheme', host: '' },
    { title: 'a blob', url: 'blob:https://fhir.example.org/x', reason: 'scheme', host: '' },
    { title: 'a file', url: 'file:///etc/passwd', reason: 'scheme', host: '' },
    { title: 'a relative address', url: 'Binary/1', reason: 'unreadable', host: '' },
    {
      title: 'a protocol-relative address',
      url: '//fhir.example.org/r4/tenant/x',
      reason: 'unreadable',
      host: '',
    },
    {
      title: 'backslashes',
      url: 'https:\\\\fhir.example.org\\r4\\tenant\\x',
      reason: 'unreadable',
      host: 'fhir.example.org',
    },
    {
      title: 'one slash',
      url: 'https:/fhir.example.org/r4/tenant/x',
      reason: 'unreadable',
      host: 'fhir.example.org',
    },
    {
      title: 'a tab inside',
      url: `${base}/Bin\tary/1`,
      reason: 'unreadable',
      host: 'fhir.example.org',
    },
    { title: 'nothing', url: '', reason: 'unreadable', host: '' },
    {
      title: 'a scheme that only begins like http',
      url: 'httpfoo/1',
      reason: 'unreadable',
      host: '',
    },
  ])('refuses $title', ({ url, reason, host }) => {
    expect(guardAddress(url, prefixes)).toEqual({
      ok: false,
      error: { kind: 'refusedAddress', reason, host },
    });
  });

  it('lets plain http through on loopback only', () => {
    expect(guardAddress('http://127.0.0.1:4000/r4/x', ['http://127.0.0.1:4000/r4']).ok).toBe(true);
    expect(guardAddress('http://192.168.0.1/r4/x', ['http://192.168.0.1/r4'])).toMatchObject({
      error: { reason: 'scheme' },
    });
  });
});
