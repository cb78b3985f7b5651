import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Config } from '../config/config.ts';
import { parseConfig } from '../config/parse-config.ts';
import type { Page } from './page.ts';
import { createSession } from './session.ts';
import type { Session } from './session.ts';
import type { SessionState } from './session-state.ts';

const HOME = 'https://app.example.org/viewer/';
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

interface Asked {
  readonly method: string | undefined;
  readonly path: string;
  readonly form: URLSearchParams;
}

type Answers = Record<string, (asked: Asked, origin: string) => { status?: number; json: unknown }>;

/** One server that is FHIR base and authorization server at once; `answers` replaces single paths. */
async function startServer(answers: Answers = {}) {
  const asked: Asked[] = [];
  const ordinary: Answers = {
    '/r4/.well-known/smart-configuration': (_, origin) => ({
      json: {
        issuer: `${origin}/issuer`,
        authorization_endpoint: `${origin}/authorize?persona=provider`,
        token_endpoint: `${origin}/token`,
        revocation_endpoint: `${origin}/revoke`,
        capabilities: ['permission-v1', 'permission-online'],
        code_challenge_methods_supported: ['S256'],
      },
    }),
    '/r4/metadata': () => ({ json: { resourceType: 'CapabilityStatement', fhirVersion: '4.0.1' } }),
    '/token': ({ form }) => ({
      json: {
        access_token: form.get('grant_type') === 'refresh_token' ? 'access-2' : 'access-1',
        refresh_token: form.get('grant_type') === 'refresh_token' ? undefined : 'refresh-1',
        token_type: 'Bearer',
        expires_in: 570,
        scope: 'launch patient/Binary.read patient/DocumentReference.read',
        patient: 'p-1',
        encounter: 'e-1',
        need_patient_banner: false,
      },
    }),
    '/revoke': () => ({ json: {} }),
  };
  const server = createServer((request, response) => void answer(request, response));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${address.port}`;
  return {
    origin,
    iss: `${origin}/r4`,
    asked,
    of: (path: string) => asked.filter((one) => one.path === path),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const path = request.url ?? '';
    const one = {
      method: request.method,
      path,
      form: new URLSearchParams(Buffer.concat(chunks).toString()),
    };
    asked.push(one);
    const found = (answers[path] ?? ordinary[path])?.(one, origin) ?? { status: 404, json: {} };
    response.writeHead(found.status ?? 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(found.json));
  }
}

/** One tab: its storage and address outlive the documents opened in it. */
function openTab() {
  const values = new Map<string, string>();
  const tab = {
    values,
    address: HOME,
    left: [] as string[],
    open(query: string, config: object, now?: () => number): Session {
      tab.address = `${HOME}${query}`;
      return createSession(configOf(config), page, now);
    },
  };
  const page: Page = {
    address: () => new URL(tab.address),
    home: HOME,
    storage: () => ({
      get length() {
        return values.size;
      },
      key: (index) => [...values.keys()][index] ?? null,
      getItem: (key) => values.get(key) ?? null,
      setItem: (key, value) => void values.set(key, value),
      removeItem: (key) => void values.delete(key),
    }),
    rewriteAddress: (address) => {
      tab.address = address;
    },
    replaceBy: (address) => void tab.left.push(address),
    goTo: (address) => void tab.left.push(address),
    reload: () => undefined,
    onRestored: () => undefined,
  };
  return tab;
}

function configOf(json: object): Config {
  const parsed = parseConfig(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

const configFor = (iss: string, issuer: object = {}) => ({
  issuers: [{ name: 'Example', clientId: 'client', iss, ...issuer }],
});

/** The state once it is of one of `kinds`. */
function reached<K extends SessionState['kind']>(session: Session, ...kinds: K[]) {
  const isOne = (state: SessionState): state is Extract<SessionState, { kind: K }> =>
    kinds.some((kind) => kind === state.kind);
  return new Promise<Extract<SessionState, { kind: K }>>((resolve) => {
    const look = () => {
      const state = session.state.get();
      if (isOne(state)) resolve(state);
    };
    session.state.subscribe(look);
    look();
  });
}

/** Waits for the redirect and gives the authorization request's parameters. */
async function redirected(session: Session, tab: ReturnType<typeof openTab>): Promise<URL> {
  await new Promise<void>((resolve) => {
    const look = () => {
      const state = session.state.get();
      if (state.kind === 'failed') throw new Error(JSON.stringify(state.error));
      if (state.kind === 'starting' && state.step === 'redirecting') queueMicrotask(resolve);
    };
    session.state.subscribe(look);
    look();
  });
  return new URL(tab.left.at(-1) ?? '');
}

async function launched(answers: Answers = {}, issuer: object = {}) {
  const server = await startServer(answers);
  const tab = openTab();
  const config = configFor(server.iss, issuer);
  const query = `?iss=${encodeURIComponent(server.iss)}&launch=abc`;
  const authorization = await redirected(tab.open(query, config), tab);
  const state = authorization.searchParams.get('state') ?? '';
  return { server, tab, config, authorization, state };
}

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
      onRestored: () => undefined,
    };
    const session = createSession(configOf(configFor('https://fhir.example.org/r4')), page);
    expect(await reached(session, 'failed')).toEqual({
      kind: 'failed',
      error: { kind: 'storageRefused' },
    });
  });
});

describe('a return', () => {
  it('brings the patient, and leaves exactly the state in the address', async () => {
    const { server, tab, config, state } = await launched();
    const session = tab.open(`?code=a%2Bb%26c&state=${state}`, config);
    expect((await reached(session, 'active')).launch).toEqual({
      stateKey: state,
      iss: server.iss,
      issuerName: 'Example',
      fhirVersion: 'r4',
      launchedBy: 'ehr',
      patientId: 'p-1',
      encounterId: 'e-1',
      needPatientBanner: false,
      grantedScopes: ['launch', 'patient/Binary.read', 'patient/DocumentReference.read'],
      readable: ['Binary', 'DocumentReference'],
    });
    expect(tab.address).toBe(`${HOME}?state=${state}`);
    expect(await session.authorizer.token()).toEqual({ ok: true, value: 'access-1' });
    const [exchange] = server.of('/token');
    expect(Object.fromEntries(exchange?.form ?? [])).toMatchObject({
      grant_type: 'authorization_code',
      code: 'a+b&c',
      redirect_uri: HOME,
      client_id: 'client',
    });
    expect(exchange?.form.get('code_verifier')).toBeTruthy();
  });

  it('exchanges once however often the page starts', async () => {
    const { server, tab, config, state } = await launched();
    const first = tab.open(`?code=c&state=${state}`, config);
    const second = tab.open(`?state=${state}`, config);
    await Promise.all([reached(first, 'active'), reached(second, 'active')]);
    expect(server.of('/token')).toHaveLength(1);
  });

  it('a second time resumes in the same tab and asks for a new launch in another', async () => {
    const { server, tab, config, state } = await launched();
    await reached(tab.open(`?code=c&state=${state}`, config), 'active');
    await reached(tab.open(`?code=c&state=${state}`, config), 'active');
    const elsewhere = openTab().open(`?code=c&state=${state}`, config);
    expect(await reached(elsewhere, 'failed')).toMatchObject({ error: { kind: 'unknownState' } });
    expect(server.of('/token')).toHaveLength(1);
  });

  it('with a refused code never tries that code again', async () => {
    const { server, tab, config, state } = await launched({
      '/token': () => ({ status: 400, json: { error: 'invalid_grant', error_description: 'x' } }),
    });
    const failed = await reached(tab.open(`?code=c&state=${state}`, config), 'failed');
    expect(failed.error).toEqual({ kind: 'exchangeFailed', status: 400, error: 'invalid_grant' });
    const again = await reached(tab.open(`?code=c&state=${state}`, config), 'failed');
    expect(again.error).toEqual({ kind: 'alreadyUsed' });
    expect(server.of('/token')).toHaveLength(1);
    again.retry?.();
    expect(new URL(tab.left.at(-1) ?? '').searchParams.get('launch')).toBe('abc');
  });

  it.each([
    {
      title: 'a foreign issuer',
      query: 'code=c&iss=https://evil.test',
      error: { kind: 'issuerMismatch' },
    },
    {
      title: 'a refusal',
      query: 'error=access_denied&error_description=No&error_uri=https://help.example.org/1',
      error: {
        kind: 'authorizationRefused',
        error: 'access_denied',
        description: 'No',
        uri: 'https://help.example.org/1',
      },
    },
    {
      title: 'a refusal that links to a script',
      query: 'error=access_denied&error_uri=javascript:alert(1)',
      error: { kind: 'authorizationRefused', error: 'access_denied' },
    },
  ])('with $title asks for no token and forgets the launch', async ({ query, error }) => {
    const { server, tab, config, state } = await launched();
    const failed = await reached(tab.open(`?${query}&state=${state}`, config), 'failed');
    expect(failed.error).toEqual(error);
    expect(server.of('/token')).toEqual([]);
    expect(tab.values.size).toBe(0);
    expect(tab.address).toBe(`${HOME}?state=${state}`);
  });

  it('that names the discovered issuer is let in', async () => {
    const { server, tab, config, state } = await launched();
    const query = `?code=c&state=${state}&iss=${encodeURIComponent(`${server.origin}/issuer`)}`;
    await reached(tab.open(query, config), 'active');
    expect(server.of('/token')).toHaveLength(1);
  });

  it('without a patient keeps no token', async () => {
    const { tab, config, state } = await launched({
      '/token': () => ({ json: { access_token: 'a', token_type: 'Bearer' } }),
    });
    const failed = await reached(tab.open(`?code=c&state=${state}`, config), 'failed');
    expect(failed.error).toEqual({ kind: 'noPatient' });
    expect(tab.values.size).toBe(0);
  });

  it('resumes after a reload without any request', async () => {
    const { server, tab, config, state } = await launched();
    await reached(tab.open(`?code=c&state=${state}`, config), 'active');
    const before = server.asked.length;
    const resumed = await reached(tab.open(`?state=${state}#doc=1`, config), 'active');
    expect(resumed.launch.patientId).toBe('p-1');
    expect(tab.address).toBe(`${HOME}?state=${state}#doc=1`);
    expect(server.asked).toHaveLength(before);
  });

  it('keeps two launches of one tab apart', async () => {
    const one = await launched();
    const query = `?iss=${one.server.iss}&launch=two`;
    const authorization = await redirected(one.tab.open(query, one.config), one.tab);
    const second = authorization.searchParams.get('state') ?? '';
    await reached(one.tab.open(`?code=1&state=${one.state}`, one.config), 'active');
    const session = one.tab.open(`?code=2&state=${second}`, one.config);
    await reached(session, 'active');
    await session.signOut();
    expect([...one.tab.values.keys()]).toEqual([one.state]);
  });
});

describe('a session', () => {
  const active = async (answers: Answers = {}) => {
    const opened = await launched(answers);
    let time = 1_000_000_000_000;
    const session = opened.tab.open(`?code=c&state=${opened.state}`, opened.config, () => time);
    await reached(session, 'active');
    return { ...opened, session, pass: (seconds: number) => (time += seconds * 1000) };
  };

  it('refreshes ahead of expiry, once for all who ask, and keeps the refresh token', async () => {
    const { server, session, pass, tab, state } = await active();
    pass(500);
    expect(await session.authorizer.token()).toEqual({ ok: true, value: 'access-1' });
    pass(20);
    const tokens = await Promise.all([session.authorizer.token(), session.authorizer.token()]);
    expect(tokens).toEqual([
      { ok: true, value: 'access-2' },
      { ok: true, value: 'access-2' },
    ]);
    const [, refresh, ...more] = server.of('/token');
    expect(Object.fromEntries(refresh?.form ?? [])).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'refresh-1',
      client_id: 'client',
    });
    expect(more).toEqual([]);
    expect(JSON.parse(tab.values.get(state) ?? '')).toMatchObject({
      tokenResponse: { access_token: 'access-2', refresh_token: 'refresh-1', patient: 'p-1' },
    });
  });

  it('renews after a 401, and once for two that come together', async () => {
    const { server, session } = await active();
    const renewed = await Promise.all([
      session.authorizer.renew('unauthorized'),
      session.authorizer.renew('unauthorized'),
    ]);
    expect(renewed.map((one) => one.ok && one.value)).toEqual(['access-2', 'access-2']);
    await session.authorizer.renew('unauthorized');
    expect(server.of('/token')).toHaveLength(2);
  });

  it.each([
    { title: 'a refused refresh', status: 400, json: { error: 'invalid_grant' } },
    {
      title: 'a refresh for another patient',
      status: 200,
      json: { access_token: 'x', patient: 'p-2' },
    },
  ])('ends by $title and forgets its tokens', async ({ status, json }) => {
    const { session, tab, state, config } = await active({
      '/token': ({ form }) =>
        form.get('grant_type') === 'refresh_token'
          ? { status, json }
          : { json: { access_token: 'secret-a', refresh_token: 'secret-r', patient: 'p-1' } },
    });
    expect(await session.authorizer.renew('unauthorized')).toEqual({
      ok: false,
      error: { kind: 'sessionEnded', reason: 'refused' },
    });
    expect(session.state.get()).toMatchObject({
      kind: 'ended',
      reason: 'refused',
      launch: { patientId: 'p-1' },
    });
    expect(tab.values.get(state)).not.toContain('secret');
    const reopened = await reached(tab.open(`?state=${state}`, config), 'failed');
    expect(reopened.error).toEqual({ kind: 'unknownState' });
  });

  it('survives a token endpoint that fails, while its token lives', async () => {
    const { session, pass } = await active({
      '/token': ({ form }) =>
        form.get('grant_type') === 'refresh_token'
          ? { status: 503, json: {} }
          : { json: { access_token: 'a', refresh_token: 'r', patient: 'p-1', expires_in: 570 } },
    });
    pass(520);
    expect(await session.authorizer.token()).toEqual({ ok: true, value: 'a' });
    pass(60);
    expect(await session.authorizer.token()).toEqual({ ok: false, error: { kind: 'unreachable' } });
    expect(session.state.get().kind).toBe('active');
  });

  it('without refresh token ends when its token does', async () => {
    const { session, pass } = await active({
      '/token': () => ({ json: { access_token: 'a', patient: 'p-1', expires_in: 570 } }),
    });
    pass(571);
    expect(await session.authorizer.token()).toEqual({
      ok: false,
      error: { kind: 'sessionEnded', reason: 'expired' },
    });
    expect(session.state.get()).toMatchObject({ kind: 'ended', reason: 'expired' });
  });

  it('signs out: own keys gone, tokens revoked, nothing more given out', async () => {
    const { server, session, tab, state } = await active();
    tab.values.set(`${state}.documents`, '{}');
    tab.values.set('another-chart', '{}');
    await session.signOut();
    expect(session.state.get()).toEqual({ kind: 'signedOut' });
    expect([...tab.values.keys()]).toEqual(['another-chart']);
    expect(tab.address).toBe(HOME);
    expect(server.of('/revoke').map(({ form }) => form.get('token'))).toEqual([
      'refresh-1',
      'access-1',
    ]);
    expect(await session.authorizer.token()).toMatchObject({
      error: { kind: 'sessionEnded', reason: 'signedOut' },
    });
  });
});

describe('a page opened without a launch', () => {
  it('offers the servers to sign in to, each as a launch in a new document', async () => {
    const tab = openTab();
    const state = await reached(tab.open('', configFor('https://fhir.example.org/r4')), 'front');
    expect(state.signIns).toMatchObject([{ name: 'Example', iss: 'https://fhir.example.org/r4' }]);
    state.signIns[0]?.start();
    expect(tab.left).toEqual([`${HOME}?iss=https%3A%2F%2Ffhir.example.org%2Fr4`]);
  });

  it.each([
    { title: 'an unknown state', query: '?state=x', error: { kind: 'unknownState' } },
    {
      title: 'a repeated parameter',
      query: '?state=a&state=b',
      error: { kind: 'repeatedParameter', name: 'state' },
    },
  ])('with $title says so', async ({ query, error }) => {
    const session = openTab().open(query, { issuers: [] });
    expect(await reached(session, 'failed')).toMatchObject({ error });
  });
});

function metadataWithEndpoints(origin: string) {
  const url = 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris';
  return {
    resourceType: 'Conformance',
    fhirVersion: '1.0.2',
    rest: [
      {
        security: {
          extension: [
            {
              url,
              extension: [
                { url: 'authorize', valueUri: `${origin}/authorize` },
                { url: 'token', valueUri: `${origin}/token` },
              ],
            },
          ],
        },
      },
    ],
  };
}
