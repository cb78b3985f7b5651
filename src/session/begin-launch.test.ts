import { describe, expect, it } from 'vitest';
import { createSession } from './session.ts';
import type { Page } from './page.ts';
import {
  configFor,
  configOf,
  HOME,
  launched,
  metadataWithEndpoints,
  openTab,
  reached,
  redirected,
  startServer,
} from './test-launches.ts';
import type { Asked } from './test-launches.ts';

describe('a launch', () => {
  it('asks for what it needs, with PKCE, a long random state and the exact redirect URI', async () => {
    const { server, authorization, state, tab } = await launched();
    expect(Object.fromEntries(authorization.searchParams)).toMatchObject({
      persona: 'provider',
      response_type: 'code',
      client_id: 'client',
      launch: 'abc',
      aud: server.iss,
      redirect_uri: HOME,
      code_challenge_method: 'S256',
      scope:
        'launch openid fhirUser online_access patient/Patient.read patient/Encounter.read patient/DiagnosticReport.read patient/DocumentReference.read patient/Binary.read',
    });
    expect(state).toMatch(/^[0-9a-f]{32}$/);
    expect([...tab.values.keys()]).toEqual([state]);
  });

  it('reads nothing else from the address', async () => {
    const server = await startServer();
    const tab = openTab();
    const query = `?iss=${server.iss}&launch=abc&clientId=evil&patientId=evil&fhirServiceUrl=https://evil.test`;
    const authorization = await redirected(tab.open(query, configFor(server.iss)), tab);
    expect(authorization.searchParams.get('client_id')).toBe('client');
    expect(JSON.stringify([...tab.values])).not.toContain('evil');
  });

  it('refuses an issuer that is not configured before any request', async () => {
    const server = await startServer();
    const session = openTab().open(`?iss=${server.origin}/other&launch=1`, configFor(server.iss));
    expect(await reached(session, 'failed')).toEqual({
      kind: 'failed',
      error: { kind: 'issuerNotConfigured', host: new URL(server.origin).host },
    });
    expect(server.asked).toEqual([]);
  });

  it.each([
    {
      title: 'an endpoint of another origin',
      answers: {
        '/r4/.well-known/smart-configuration': (_: Asked, origin: string) => ({
          json: {
            authorization_endpoint: 'https://evil.test/a',
            token_endpoint: `${origin}/token`,
          },
        }),
      },
      error: {
        kind: 'endpointOutsideConfiguration',
        origin: 'https://evil.test',
        configKey: 'issuers[0].authOrigins',
      },
    },
    {
      title: 'a server without endpoints',
      answers: { '/r4/.well-known/smart-configuration': () => ({ status: 404, json: {} }) },
      error: { kind: 'discoveryFailed', cause: 'noEndpoints' },
    },
    {
      title: 'a server that gives no metadata',
      answers: { '/r4/metadata': () => ({ status: 404, json: {} }) },
      error: { kind: 'discoveryFailed', cause: 'status', status: 404 },
    },
    {
      title: 'a FHIR version that is not read',
      answers: { '/r4/metadata': () => ({ json: { fhirVersion: '3.0.2' } }) },
      error: { kind: 'fhirVersionUnsupported', version: '3.0.2' },
    },
  ])('refuses $title', async ({ answers, error }) => {
    const server = await startServer(answers);
    const tab = openTab();
    const session = tab.open(`?iss=${server.iss}`, configFor(server.iss));
    expect(await reached(session, 'failed')).toMatchObject({ error });
    expect(tab.left).toEqual([]);
    expect(tab.values.size).toBe(0);
  });

  it('demands S256 where the configuration requires it', async () => {
    const metadata = (_: Asked, origin: string) => ({ json: metadataWithEndpoints(origin) });
    const server = await startServer({
      '/r4/.well-known/smart-configuration': () => ({ status: 404, json: {} }),
      '/r4/metadata': metadata,
    });
    const session = openTab().open(
      `?iss=${server.iss}`,
      configFor(server.iss, { pkce: 'required' }),
    );
    expect(await reached(session, 'failed')).toMatchObject({ error: { kind: 'pkceNotSupported' } });
  });

  it('finds the endpoints in metadata and still sends a challenge', async () => {
    const server = await startServer({
      '/r4/.well-known/smart-configuration': () => ({ status: 404, json: {} }),
      '/r4/metadata': (_, origin) => ({ json: metadataWithEndpoints(origin) }),
    });
    const tab = openTab();
    const authorization = await redirected(
      tab.open(`?iss=${server.iss}`, configFor(server.iss)),
      tab,
    );
    expect(authorization.searchParams.get('code_challenge')).toMatch(/^[\w-]{43}$/);
    expect(authorization.searchParams.get('scope')).toMatch(/^launch\/patient /);
    expect(authorization.searchParams.has('launch')).toBe(false);
  });

  it('says so where storage is refused', async () => {
    const page: Page = {
      address: () => new URL(`${HOME}?iss=https://fhir.example.org/r4`),
      home: HOME,
      storage: () => {
        throw new DOMException('refused', 'SecurityError');
      },
      rewriteAddress: () => undefined,
      replaceBy: () => undefined,
      goTo: () => undefined,
      reload: () => undefined,
      isOnline: () => true,
      noteLaunch: () => undefined,
      earlierLaunches: () => [],
      onRestored: () => undefined,
      onLeft: () => undefined,
    };
    const session = createSession(configOf(configFor('https://fhir.example.org/r4')), page);
    expect(await reached(session, 'failed')).toEqual({
      kind: 'failed',
      error: { kind: 'storageRefused' },
    });
  });
});
