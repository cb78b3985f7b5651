import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningSandbox } from '../adapters/node.ts';
import type { SessionOptions } from '../session.ts';
import {
  getJson,
  locationOf,
  parseObject,
  prepareDance,
  readScopes,
  scopesOf,
  startTestSandbox,
  submitForm,
  testApp,
  type Dance,
  type Json,
} from '../testing/oauth-client.ts';

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.close());

async function launched(options: Partial<SessionOptions> = {}) {
  const created = await sandbox.createSession(options);
  const dance = await prepareDance(created.launchUrl);
  return { ...created, dance, session: sandbox.session(created.id) };
}

async function tokenOf(dance: Dance): Promise<Json> {
  const back = locationOf(await dance.authorize());
  return parseObject(await (await dance.exchange(back)).text());
}

async function errorOf(response: Response): Promise<Json> {
  expect(response.status).toBe(400);
  return parseObject(await response.text());
}

async function statusOf(url: string, token: unknown): Promise<number> {
  return (await fetch(url, { headers: { Authorization: `Bearer ${String(token)}` } })).status;
}

describe('an EHR launch', () => {
  for (const fhirVersion of ['dstu2', 'r4'] as const) {
    it(`gives a clinician on ${fhirVersion} a token with the patient in context, without pages`, async () => {
      const { dance, iss } = await launched({ fhirVersion, encounterId: 'enc-1' });
      const back = locationOf(await dance.authorize());
      expect(back.href.startsWith(testApp)).toBe(true);
      expect(back.searchParams.get('state')).toBe('state-1');
      const answer = await dance.exchange(back);
      expect(answer.headers.get('Cache-Control')).toBe('no-store');
      expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
      const token = parseObject(await answer.text());
      expect(token).toMatchObject({
        token_type: 'Bearer',
        expires_in: 570,
        patient: '1001',
        encounter: 'enc-1',
        need_patient_banner: true,
        scope: `launch ${readScopes}`,
      });
      expect(await statusOf(`${iss}/Patient/1001`, token['access_token'])).toBe(200);
    });
  }

  it('signs an id token whose name is not ASCII', async () => {
    const { dance } = await launched({ now: '2026-03-01T12:00:00Z' });
    const [head = '', body = '', signature = ''] = String((await tokenOf(dance))['id_token']).split(
      '.',
    );
    const claims = parseObject(Buffer.from(body, 'base64url').toString('utf8'));
    expect(claims).toMatchObject({ aud: 'dossier', sub: 'zbrandt', name: 'Zoë Brandt, MD' });
    expect(claims['iat']).toBeGreaterThanOrEqual(Date.parse('2026-03-01T12:00:00Z') / 1000);
    const discovery = await getJson(`${dance.iss}/.well-known/smart-configuration`);
    expect(claims['iss']).toBe(discovery['issuer']);
    const { keys } = await getJson(String(discovery['jwks_uri']));
    const jwk: unknown = Array.isArray(keys) ? keys[0] : undefined;
    const key = await crypto.subtle.importKey(
      'jwk',
      parseObject(JSON.stringify(jwk)),
      { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
      false,
      ['verify'],
    );
    const signed = new TextEncoder().encode(`${head}.${body}`);
    const bytes = Buffer.from(signature, 'base64url');
    expect(await crypto.subtle.verify('RSASSA-PKCS1-v1_5', key, bytes, signed)).toBe(true);
  });

  it('takes a launch code once, and only in its own session', async () => {
    const { dance, session } = await launched();
    const other = await launched();
    expect(locationOf(await dance.authorize()).searchParams.get('code')).not.toBeNull();
    expect(locationOf(await dance.authorize()).searchParams.get('error')).toBe('invalid_request');
    const foreign = other.session.createLaunch();
    const answer = locationOf(await dance.authorize({ launch: foreign }));
    expect(answer.searchParams.get('error')).toBe('invalid_request');
    const fresh = locationOf(await dance.authorize({ launch: session.createLaunch() }));
    expect(fresh.searchParams.get('code')).not.toBeNull();
  });
});

describe('an authorization request', () => {
  const refusedByRedirect = [
    { title: 'another aud', changes: { aud: 'http://127.0.0.1:1/r4/x' }, error: 'invalid_request' },
    { title: 'an aud with a trailing slash', changes: { aud: 'slash' }, error: 'invalid_request' },
    { title: 'no state', changes: { state: undefined }, error: 'invalid_request' },
    { title: 'no PKCE', changes: { code_challenge: undefined }, error: 'invalid_request' },
    { title: 'plain PKCE', changes: { code_challenge_method: 'plain' }, error: 'invalid_request' },
    {
      title: 'a wildcard scope',
      changes: { scope: 'launch patient/*.read' },
      error: 'invalid_scope',
    },
    {
      title: 'a v2 scope on a v1 server',
      changes: { scope: 'launch patient/Binary.rs' },
      error: 'invalid_scope',
    },
    {
      title: 'scopes joined by commas',
      changes: { scope: 'launch,openid' },
      error: 'invalid_scope',
    },
    {
      title: 'the scope launch without a code',
      changes: { launch: undefined },
      error: 'invalid_request',
    },
    { title: 'a made-up launch code', changes: { launch: 'made-up' }, error: 'invalid_request' },
    {
      title: 'the implicit flow',
      changes: { response_type: 'token' },
      error: 'unsupported_response_type',
    },
  ];
  for (const { title, changes, error } of refusedByRedirect) {
    it(`with ${title} goes back with ${error} and an error_uri`, async () => {
      const { dance, iss } = await launched();
      const sent = changes.aud === 'slash' ? { aud: `${iss}/` } : changes;
      const back = locationOf(await dance.authorize(sent));
      expect(back.href.startsWith(testApp)).toBe(true);
      expect(back.searchParams.get('error')).toBe(error);
      expect((await fetch(back.searchParams.get('error_uri') ?? '')).status).toBe(200);
    });
  }

  const refusedOnPage = [
    { title: 'an unknown client', changes: { client_id: 'other' } },
    { title: 'a redirect URI without its slash', changes: { redirect_uri: testApp.slice(0, -1) } },
    { title: 'a redirect URI elsewhere', changes: { redirect_uri: 'http://127.0.0.1:1/' } },
  ];
  for (const { title, changes } of refusedOnPage) {
    it(`with ${title} is answered to the person alone`, async () => {
      const { dance } = await launched();
      const answer = await dance.authorize(changes);
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain('role="alert"');
    });
  }

  it('is asked without PKCE where discovery does not advertise it', async () => {
    const { dance } = await launched({ advertisePkce: false });
    const back = locationOf(
      await dance.authorize({ code_challenge: undefined, code_challenge_method: undefined }),
    );
    expect(back.searchParams.get('code')).not.toBeNull();
  });

  it('may ask for v2 scopes where they are advertised', async () => {
    const { dance } = await launched({ scopes: 'v2' });
    const back = locationOf(
      await dance.authorize({ scope: 'launch patient/DocumentReference.rs' }),
    );
    const token = parseObject(await (await dance.exchange(back)).text());
    const url = `${dance.iss}/DocumentReference?patient=1001`;
    expect(await statusOf(url, token['access_token'])).toBe(200);
    expect(
      await statusOf(`${dance.iss}/DiagnosticReport?patient=1001`, token['access_token']),
    ).toBe(403);
  });

  it('may not ask for v1 scopes where only v2 ones are taken', async () => {
    const { dance } = await launched({ scopes: 'v2only' });
    const discovery = await getJson(`${dance.iss}/.well-known/smart-configuration`);
    expect(discovery['capabilities']).not.toContain('permission-v1');
    const back = locationOf(await dance.authorize());
    expect(back.searchParams.get('error')).toBe('invalid_scope');
  });

  it('gets iss back where the server does that', async () => {
    const { dance } = await launched({ responseIss: true });
    const discovery = await getJson(`${dance.iss}/.well-known/smart-configuration`);
    const back = locationOf(await dance.authorize());
    expect(back.searchParams.get('iss')).toBe(discovery['issuer']);
  });
});

describe('a code', () => {
  const wrong = [
    { title: 'a wrong verifier', changes: { code_verifier: 'x'.repeat(43) } },
    { title: 'another redirect URI', changes: { redirect_uri: `${testApp}x` } },
    { title: 'another code', changes: { code: 'made-up' } },
    { title: 'another client than asked for it', changes: { client_id: 'dossier-patients' } },
  ];
  for (const { title, changes } of wrong) {
    it(`with ${title} is refused`, async () => {
      const { dance } = await launched();
      const back = locationOf(await dance.authorize());
      const error = await errorOf(await dance.exchange(back, changes));
      expect(error['error']).toBe('invalid_grant');
      expect(String(error['error_uri'])).toContain('/errors/invalid_grant');
    });
  }

  it('is taken once', async () => {
    const { dance } = await launched();
    const back = locationOf(await dance.authorize());
    expect((await dance.exchange(back)).status).toBe(200);
    expect((await errorOf(await dance.exchange(back)))['error']).toBe('invalid_grant');
  });

  it('is refused after five minutes', async () => {
    const { dance, session } = await launched();
    const back = locationOf(await dance.authorize());
    session.advance(301_000);
    expect((await errorOf(await dance.exchange(back)))['error']).toBe('invalid_grant');
  });

  it('is not taken as JSON', async () => {
    const { dance } = await launched();
    const discovery = await getJson(`${dance.iss}/.well-known/smart-configuration`);
    const answer = await fetch(String(discovery['token_endpoint']), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    });
    expect((await errorOf(answer))['error']).toBe('invalid_request');
  });
});

describe('a token', () => {
  const refresh = (dance: Dance, token: Json, more: Readonly<Record<string, string>> = {}) =>
    dance.token({
      grant_type: 'refresh_token',
      refresh_token: String(token['refresh_token']),
      client_id: 'dossier',
      ...more,
    });

  it('expires by the clock of its session and is renewed without a new refresh token', async () => {
    const { dance, iss, session } = await launched();
    const token = await tokenOf(dance);
    session.advance(569_000);
    expect(await statusOf(`${iss}/Patient/1001`, token['access_token'])).toBe(200);
    session.advance(2_000);
    expect(await statusOf(`${iss}/Patient/1001`, token['access_token'])).toBe(401);
    const renewed = parseObject(await (await refresh(dance, token)).text());
    expect(renewed['refresh_token']).toBeUndefined();
    expect(await statusOf(`${iss}/Patient/1001`, renewed['access_token'])).toBe(200);
    expect((await refresh(dance, token, { active_at: '12' })).status).toBe(200);
  });

  it('is renewed with a new refresh token where they rotate, and the old one dies', async () => {
    const { dance } = await launched({ rotateRefreshTokens: true });
    const token = await tokenOf(dance);
    const renewed = parseObject(await (await refresh(dance, token)).text());
    expect(renewed['refresh_token']).not.toBe(token['refresh_token']);
    expect((await errorOf(await refresh(dance, token)))['error']).toBe('invalid_grant');
    expect((await refresh(dance, renewed)).status).toBe(200);
  });

  it('is not renewed for whoever was away as long as active_ttl', async () => {
    const { dance } = await launched({ activeTtl: 900 });
    const token = await tokenOf(dance);
    expect(token['active_ttl']).toBe(900);
    expect((await refresh(dance, token, { active_at: '899' })).status).toBe(200);
    const refused = await errorOf(await refresh(dance, token, { active_at: '900' }));
    expect(refused['error']).toBe('invalid_grant');
    expect((await errorOf(await refresh(dance, token)))['error']).toBe('invalid_grant');
  });

  it('is not renewed after revocation, nor while the session refuses', async () => {
    const { dance, session } = await launched();
    const token = await tokenOf(dance);
    session.setFaults([{ name: 'refreshRejected', times: 1 }]);
    const refused = await errorOf(await refresh(dance, token));
    expect(refused).toMatchObject({ error: 'invalid_grant', error_uri: expect.any(String) });
    expect((await refresh(dance, token)).status).toBe(200);
    expect((await dance.revoke(String(token['refresh_token']))).status).toBe(200);
    expect((await errorOf(await refresh(dance, token)))['error']).toBe('invalid_grant');
  });

  it('comes without a refresh token where online_access was not asked for', async () => {
    const { dance } = await launched();
    const back = locationOf(await dance.authorize({ scope: 'launch patient/Patient.read' }));
    const token = parseObject(await (await dance.exchange(back)).text());
    expect(token).not.toHaveProperty('refresh_token');
    expect(token).not.toHaveProperty('id_token');
  });

  it('is worth nothing at another base', async () => {
    const { dance, iss } = await launched();
    const other = await launched();
    const token = await tokenOf(dance);
    const dstu2 = iss.replace('/r4/', '/dstu2/');
    expect(await statusOf(`${other.iss}/Patient/1001`, token['access_token'])).toBe(401);
    expect(await statusOf(`${dstu2}/Patient/1001`, token['access_token'])).toBe(401);
  });

  it('belongs to a session whose log saw each step, preflights included', async () => {
    const { dance, iss, id } = await launched();
    const token = await tokenOf(dance);
    await fetch(`${iss}/Patient/1001`, { method: 'OPTIONS' });
    await statusOf(`${iss}/Patient/1001`, token['access_token']);
    const answer = await fetch(`${sandbox.origins.ehr}/sandbox/sessions/${id}/requests`);
    const log: unknown = await answer.json();
    const lines = Array.isArray(log)
      ? log.map(
          (entry) =>
            `${entry.origin} ${entry.method} ${entry.grantType ?? ''} ${entry.authorization} ${entry.status}`,
        )
      : [];
    expect(lines).toEqual([
      'fhir GET  false 200',
      'authorization GET  false 303',
      'authorization POST authorization_code false 200',
      'fhir OPTIONS  false 204',
      'fhir GET  true 200',
    ]);
  });
});

describe('a standalone launch', () => {
  it('signs a patient in, asks for consent and leaves out the scopes unchecked', async () => {
    const { dance, iss } = await launched({ persona: 'patient' });
    const signIn = await dance.authorize();
    expect(signIn.status).toBe(200);
    const consent = await submitForm(signIn);
    const text = await consent.clone().text();
    expect(text).toContain('Lea Small');
    expect(scopesOf(text)).toContain('patient/DocumentReference.read');
    const back = locationOf(
      await submitForm(consent, (form) => {
        form.delete('scope', 'patient/DocumentReference.read');
        form.set('decision', 'approve');
      }),
    );
    const token = parseObject(await (await dance.exchange(back)).text());
    expect(token['patient']).toBe('1001');
    expect(String(token['scope'])).not.toContain('DocumentReference');
    expect(await statusOf(`${iss}/Patient/1001`, token['access_token'])).toBe(200);
    const search = `${iss}/DocumentReference?patient=1001`;
    expect(await statusOf(search, token['access_token'])).toBe(403);
  });

  it('goes back with access_denied when the patient refuses, and the page is over', async () => {
    const { dance } = await launched({ persona: 'patient' });
    const consent = await submitForm(await dance.authorize());
    const deny = (form: URLSearchParams): void => form.set('decision', 'deny');
    const back = locationOf(await submitForm(consent, deny));
    expect(back.searchParams.get('error')).toBe('access_denied');
    expect(back.searchParams.get('state')).toBe('state-1');
    expect(back.searchParams.get('error_uri')).toContain('/errors/access_denied');
    expect((await fetch(consent.url)).status).toBe(410);
  });

  it('must not send a launch parameter', async () => {
    const { dance } = await launched({ persona: 'patient' });
    const back = locationOf(await dance.authorize({ launch: 'made-up' }));
    expect(back.searchParams.get('error')).toBe('invalid_request');
  });

  it('lets a proxy choose between children', async () => {
    const { dance, iss } = await launched({ persona: 'proxy' });
    const choose = await submitForm(await dance.authorize());
    expect(await choose.clone().text()).toMatch(/Tim Small[\s\S]*Ada Small/);
    const consent = await submitForm(choose, (form) => form.set('chart', 'child-ada'));
    expect(await consent.clone().text()).toContain('Signed in as Mary Grant');
    const approve = (form: URLSearchParams): void => form.set('decision', 'approve');
    const back = locationOf(await submitForm(consent, approve));
    const token = parseObject(await (await dance.exchange(back)).text());
    expect(token['patient']).toBe('2002');
    expect(await statusOf(`${iss}/Patient/2002`, token['access_token'])).toBe(200);
    expect(await statusOf(`${iss}/Patient/2001`, token['access_token'])).toBe(403);
  });

  it('at the demo tenant makes a session of its own for whoever signs in', async () => {
    const demo = `${sandbox.origins.fhir}/r4/demo`;
    const approve = (form: URLSearchParams): void => form.set('decision', 'approve');
    const signIn = async (person: string) => {
      const dance = await prepareDance(`${testApp}?iss=${demo}`);
      const page = await dance.authorize();
      const consent = await submitForm(page, (form) => form.set('person', person));
      const back = locationOf(await submitForm(consent, approve));
      return parseObject(await (await dance.exchange(back)).text());
    };
    const first = await signIn('ordinary');
    const second = await signIn('ordinary');
    expect(first['patient']).toBe('1001');
    expect(await statusOf(`${demo}/Patient/1001`, first['access_token'])).toBe(200);
    expect(await statusOf(`${demo}/Patient/1001`, second['access_token'])).toBe(200);
    expect(sandbox.session('demo').requests.some((entry) => entry.authorization)).toBe(false);
  });
});

describe('the fields of a token answer', () => {
  it('can be taken out and added to, in renewals too', async () => {
    const { dance, session } = await launched({
      tokenFields: { patient: null, scope: null, intent: 'read-documents' },
    });
    const first = await tokenOf(dance);
    expect(first).not.toHaveProperty('patient');
    expect(first).not.toHaveProperty('scope');
    expect(first['intent']).toBe('read-documents');
    const answer = await dance.token({
      grant_type: 'refresh_token',
      refresh_token: String(first['refresh_token']),
      client_id: 'dossier',
      active_at: '7',
    });
    expect(parseObject(await answer.text())).not.toHaveProperty('scope');
    const renewals = session.requests.filter(({ grantType }) => grantType === 'refresh_token');
    expect(renewals).toMatchObject([{ activeAt: '7' }]);
  });
});

it('cuts searches into pages as short as the session says', async () => {
  const { dance, iss } = await launched({ pageSize: 5 });
  const { access_token: token } = await tokenOf(dance);
  const list = await getJson(`${iss}/DocumentReference?patient=1001&_count=100`, String(token));
  expect(list['entry']).toHaveLength(5);
});
