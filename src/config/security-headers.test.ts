import { describe, expect, it } from 'vitest';
import type { IssuerConfig } from './config.ts';
import { mpagesOrigins } from './mpages-origins.ts';
import { connectOrigins, securityHeaders } from './security-headers.ts';

const issuer: IssuerConfig = {
  name: 'Example Hospital',
  clientId: 'x',
  issPattern: 'https://fhir.example.org/dstu2/{tenant}',
  launch: ['ehr'],
  pkce: 'required',
  authOrigins: ['https://authorization.example.org'],
  styleOrigins: [],
  resourcePrefixes: [{ url: 'https://files.example.org/docs/', sendToken: false }],
  mpages: false,
};
const config = { issuers: [issuer], frameAncestors: ['https://ehr.example.org'] };

const directive = (policy: string | undefined, name: string): string | undefined =>
  policy?.split('; ').find((line) => line.startsWith(`${name} `));

describe('the response headers', () => {
  it('let the page contact itself and the configured servers, nothing else', () => {
    const policy = securityHeaders(config, 'document')['Content-Security-Policy'];
    expect(directive(policy, 'connect-src')).toBe(
      "connect-src 'self' https://authorization.example.org https://fhir.example.org https://files.example.org",
    );
    expect(directive(policy, 'default-src')).toBe("default-src 'none'");
  });

  it('let only the configured EHRs frame the page', () => {
    const policy = securityHeaders(config, 'document')['Content-Security-Policy'];
    expect(directive(policy, 'frame-ancestors')).toBe(
      "frame-ancestors 'self' https://ehr.example.org",
    );
  });

  it('let the pages around MPages frame it where an issuer has them', () => {
    const mpages = { ...config, issuers: [issuer, { ...issuer, mpages: true }] };
    const policy = securityHeaders(mpages, 'document')['Content-Security-Policy'];
    expect(directive(policy, 'frame-ancestors')).toBe(
      ["frame-ancestors 'self' https://ehr.example.org", ...mpagesOrigins].join(' '),
    );
  });

  it('never allow inline code or inline styles, and demand Trusted Types', () => {
    for (const kind of ['document', 'worker', 'asset', 'config'] as const) {
      const policy = securityHeaders(config, kind)['Content-Security-Policy'] ?? '';
      expect(policy).not.toContain("'unsafe-inline'");
      expect(policy).not.toContain("'unsafe-eval'");
    }
    const policy = securityHeaders(config, 'document')['Content-Security-Policy'];
    expect(directive(policy, 'require-trusted-types-for')).toBe(
      "require-trusted-types-for 'script'",
    );
    expect(directive(policy, 'trusted-types')).toBe(
      'trusted-types dossier-worker dossier-frame dompurify',
    );
  });

  it('differ by exactly one nonce on the development server', () => {
    const shipped = securityHeaders(config, 'document')['Content-Security-Policy'] ?? '';
    const development = securityHeaders(config, 'document', 'abc')['Content-Security-Policy'] ?? '';
    expect(development.replaceAll(" 'nonce-abc'", '')).toBe(shipped);
  });

  it('keep pages and configuration out of every cache', () => {
    expect(securityHeaders(config, 'document')['Cache-Control']).toBe('no-store');
    expect(securityHeaders(config, 'config')['Cache-Control']).toBe('no-store');
    expect(securityHeaders(config, 'asset')['Cache-Control']).toContain('immutable');
  });

  it('name each origin once', () => {
    expect(connectOrigins([issuer, issuer])).toHaveLength(3);
  });
});
