import { describe, expect, it } from 'vitest';
import { configFor, HOME, launched, openTab, reached } from './test-launches.ts';
import type { Answers } from './test-launches.ts';

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
    {
      title: 'a refresh for a patient whose id is none',
      status: 200,
      json: { access_token: 'x', patient: '../../admin' },
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

  it.each([{ patient: undefined }, { patient: null }, { patient: '' }])(
    'keeps its patient through a refresh that names nobody ($patient)',
    async ({ patient }) => {
      const { session, tab, state } = await active({
        '/token': ({ form }) => ({
          json: {
            access_token: 'a',
            refresh_token: 'r',
            patient: form.get('grant_type') === 'refresh_token' ? patient : 'p-1',
          },
        }),
      });
      expect(await session.authorizer.renew('unauthorized')).toEqual({ ok: true, value: 'a' });
      expect(JSON.parse(tab.values.get(state) ?? '')).toMatchObject({
        tokenResponse: { patient: 'p-1' },
      });
    },
  );

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

  it('ends by idleness as by an expiry: tokens gone here, none revoked, nothing more given out', async () => {
    const { server, session, tab, state, config } = await active();
    session.end('idle');
    expect(session.state.get()).toMatchObject({ kind: 'ended', reason: 'idle' });
    expect(tab.values.get(state)).not.toMatch(/access-1|refresh-1/);
    expect(await session.authorizer.token()).toMatchObject({
      error: { kind: 'sessionEnded', reason: 'idle' },
    });
    expect(server.of('/revoke')).toEqual([]);
    const reopened = await reached(tab.open(`?state=${state}`, config), 'failed');
    expect(reopened.error).toEqual({ kind: 'unknownState' });
  });

  it('stays signed out where idleness comes after it', async () => {
    const { session } = await active();
    await session.signOut();
    session.end('idle');
    expect(session.state.get()).toEqual({ kind: 'signedOut' });
  });

  it('signs out: own keys gone, tokens revoked, nothing more given out', async () => {
    const { server, session, tab, state } = await active();
    tab.values.set(`${state}.documents`, '{}');
    tab.values.set('another-chart', '{}');
    await session.signOut();
    expect(session.state.get()).toEqual({ kind: 'signedOut' });
    expect([...tab.values.keys()]).toEqual(['another-chart']);
    expect(tab.address).toBe(`${HOME}#signed-out`);
    expect(tab.reloads).toBe(1);
    expect(server.of('/revoke').map(({ form }) => form.get('token'))).toEqual([
      'refresh-1',
      'access-1',
    ]);
    expect(await session.authorizer.token()).toMatchObject({
      error: { kind: 'sessionEnded', reason: 'signedOut' },
    });
  });

  it('stays in its document where no other can be had, and says so in the new one', async () => {
    const { session, tab } = await active();
    tab.online = false;
    await session.signOut();
    expect(tab.reloads).toBe(0);
    await reached(tab.open('#signed-out', { issuers: [] }), 'signedOut');
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

  it.each(['?code=stolen', '?code=a&code=b&state=x'])(
    'leaves no code in its address (%s)',
    async (query) => {
      const tab = openTab();
      await reached(tab.open(query, { issuers: [] }), 'front', 'failed');
      expect(tab.address).toBe(HOME);
    },
  );

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
