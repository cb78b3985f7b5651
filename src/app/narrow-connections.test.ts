import { describe, expect, it } from 'vitest';
import { connectionPolicy } from './narrow-connections.ts';

const servers = {
  iss: 'https://fhir.example.org/r4/tenant',
  authOrigins: ['https://login.example.org'],
  styleOrigins: [],
  resourcePrefixes: [],
};

describe('connectionPolicy', () => {
  it('allows the app, the FHIR base by path and the authorization server by origin', () => {
    expect(connectionPolicy(servers)).toBe(
      "connect-src 'self' https://fhir.example.org/r4/tenant/ https://login.example.org",
    );
  });

  it('names a server once and keeps listed prefixes', () => {
    const prefix = { url: 'https://files.example.org/docs/', sendToken: false };
    expect(
      connectionPolicy({
        ...servers,
        styleOrigins: ['https://login.example.org'],
        resourcePrefixes: [prefix],
      }),
    ).toBe(
      "connect-src 'self' https://fhir.example.org/r4/tenant/ https://login.example.org https://files.example.org/docs/",
    );
  });

  it('lets no address add a directive', () => {
    const iss = 'https://fhir.example.org/r4/a;connect-src *,b';
    expect(connectionPolicy({ ...servers, iss })).not.toMatch(/[;,]/);
  });
});
