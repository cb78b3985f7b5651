import { afterEach, describe, expect, it, vi } from 'vitest';
import { createNet } from '../net/net.ts';
import { launched, reached } from './test-launches.ts';
import type { Answers } from './test-launches.ts';

const refreshToken = 'refresh-1';
const signedIn = { access_token: 'access-1', patient: 'p-1', expires_in: 570 };

/** A token endpoint: what the exchange brings, and what each refresh does. */
const tokens = (
  exchange: object,
  refresh: () => { status?: number; json: unknown } = () => ({
    json: { access_token: 'access-2', expires_in: 570 },
  }),
): Answers => ({
  '/token': ({ form }) =>
    form.get('grant_type') === 'refresh_token' ? refresh() : { json: { ...signedIn, ...exchange } },
});

async function active(answers: Answers = tokens({ refresh_token: refreshToken })) {
  const opened = await launched(answers);
  let time = 1_000_000_000_000;
  const session = opened.tab.open(`?code=c&state=${opened.state}`, opened.config, () => time);
  await reached(session, 'active');
  return {
    ...opened,
    session,
    started: time,
    pass: (seconds: number) => (time += seconds * 1000),
    refreshes: () =>
      opened.server.of('/token').filter(({ form }) => form.get('grant_type') === 'refresh_token'),
    /** The refresh that is under way has been answered. */
    settled: () => session.authorizer.token(),
  };
}

afterEach(() => vi.restoreAllMocks());

describe('a token that can be renewed', () => {
  it('is renewed ahead of its end while somebody is here', async () => {
    const { session, pass, refreshes, settled } = await active();
    pass(300);
    session.activity.note();
    pass(211);
    session.check();
    await settled();
    expect(refreshes()).toHaveLength(1);
  });

  it('lapses while nobody is, and is renewed by the first sign of somebody', async () => {
    const { session, pass, refreshes, settled } = await active();
    pass(3600);
    session.check();
    await Promise.resolve();
    expect(refreshes()).toEqual([]);
    session.activity.note();
    await settled();
    expect(refreshes()).toHaveLength(1);
  });

  it('survives sleep: what is asked for after waking is asked with a new token', async () => {
    const { session, pass } = await active();
    pass(10 * 3600);
    session.check();
    expect(await session.authorizer.token()).toEqual({ ok: true, value: 'access-2' });
    expect(session.state.get().kind).toBe('active');
  });

  it('survives a lost network, its refresh token kept', async () => {
    const { session, pass } = await active();
    pass(600);
    vi.spyOn(globalThis, 'fetch').mockRejectedValueOnce(new TypeError('Failed to fetch'));
    expect(await session.authorizer.token()).toEqual({ ok: false, error: { kind: 'unreachable' } });
    expect(await session.authorizer.token()).toEqual({ ok: true, value: 'access-2' });
  });

  it('is renewed at most once a minute, whoever is refused', async () => {
    const { session, pass, refreshes } = await active();
    for (let time = 0; time < 59; time += 10) {
      await session.authorizer.renew('unauthorized');
      pass(10);
    }
    expect(refreshes()).toHaveLength(1);
    await session.authorizer.renew('unauthorized');
    expect(refreshes()).toHaveLength(2);
  });

  it('is asked for once a minute of a server that is busy, however many are refused or wait', async () => {
    const busy = () => ({ status: 503, json: {} });
    const { session, pass, refreshes } = await active(
      tokens({ refresh_token: refreshToken }, busy),
    );
    const unreachable = { ok: false, error: { kind: 'unreachable' } };
    for (let request = 0; request < 5; request += 1) {
      expect(await session.authorizer.renew('unauthorized')).toEqual(unreachable);
      pass(10);
    }
    expect(refreshes()).toHaveLength(1);
    pass(600);
    for (let request = 0; request < 5; request += 1) {
      expect(await session.authorizer.token()).toEqual(unreachable);
      pass(10);
    }
    expect(refreshes()).toHaveLength(2);
    expect(session.state.get().kind).toBe('active');
  });

  it('is renewed, also ahead of its end, after the clock was set back by hours', async () => {
    const { session, pass, refreshes } = await active();
    pass(600);
    await session.authorizer.token();
    pass(-3 * 3600);
    await session.authorizer.token();
    expect(refreshes()).toHaveLength(2);
    pass(300);
    await session.authorizer.token();
    expect(refreshes()).toHaveLength(2);
    pass(-3 * 3600);
    await session.authorizer.renew('unauthorized');
    expect(refreshes()).toHaveLength(3);
  });

  it('is revoked when it comes after its person has signed out', async () => {
    let live = 'refresh-1';
    const { session, server } = await active({
      '/token': ({ form }) => {
        if (form.get('grant_type') === 'refresh_token') live = 'refresh-2';
        return { json: { ...signedIn, refresh_token: live } };
      },
    });
    const renewal = session.authorizer.renew('unauthorized');
    await session.signOut();
    expect(await renewal).toEqual({
      ok: false,
      error: { kind: 'sessionEnded', reason: 'signedOut' },
    });
    expect(server.of('/revoke').map(({ form }) => form.get('token'))).toContain('refresh-2');
  });

  it('is tried once a minute where that fails, and serves meanwhile', async () => {
    const { session, pass, refreshes } = await active(
      tokens({ refresh_token: refreshToken, expires_in: 3600 }, () => ({ status: 503, json: {} })),
    );
    pass(3545);
    for (let asked = 0; asked < 5; asked += 1) {
      expect(await session.authorizer.token()).toEqual({ ok: true, value: 'access-1' });
      session.activity.note();
      session.check();
    }
    expect(refreshes()).toHaveLength(1);
  });

  it('is not lost to a request that is cancelled during its renewal', async () => {
    const { session, pass, server, refreshes } = await active();
    pass(520);
    const net = createNet({
      base: server.iss,
      authOrigins: [],
      styleOrigins: [],
      resourcePrefixes: [],
      bearer: session.authorizer,
    });
    const abort = new AbortController();
    const url = `${server.iss}/Patient/p-1`;
    const cancelled = net.request({ purpose: 'fhir', url, signal: abort.signal });
    const innocent = net.request({ purpose: 'fhir', url });
    abort.abort();
    expect(await cancelled).toMatchObject({ error: { kind: 'cancelled' } });
    expect(await innocent).toMatchObject({ ok: true });
    expect(await session.authorizer.token()).toEqual({ ok: true, value: 'access-2' });
    expect(refreshes()).toHaveLength(1);
  });

  it('says nothing of anybody’s activity to a server that did not ask', async () => {
    const { session, refreshes } = await active();
    await session.authorizer.renew('unauthorized');
    expect(refreshes()[0]?.form.has('active_at')).toBe(false);
    expect(session.life.get()).toEqual({ kind: 'open' });
  });

  it('keeps who signed in, whatever a refresh says', async () => {
    const { session, tab, state } = await active(
      tokens({ refresh_token: refreshToken, id_token: undefined }, () => ({
        json: { access_token: 'access-2', id_token: 'another' },
      })),
    );
    await session.authorizer.renew('unauthorized');
    expect(tab.values.get(state)).not.toContain('another');
  });

  it('ends where its renewal is refused, with the server’s page about that', async () => {
    const { session } = await active(
      tokens({ refresh_token: refreshToken }, () => ({
        status: 400,
        json: { error: 'invalid_grant', error_uri: 'https://auth.example.org/why' },
      })),
    );
    await session.authorizer.renew('unauthorized');
    expect(session.state.get()).toMatchObject({
      kind: 'ended',
      reason: 'refused',
      uri: 'https://auth.example.org/why',
    });
  });

  it('gives no page about it that is no web address', async () => {
    const { session } = await active(
      tokens({ refresh_token: refreshToken }, () => ({
        status: 400,
        json: { error: 'invalid_grant', error_uri: 'javascript:alert(1)' },
      })),
    );
    await session.authorizer.renew('unauthorized');
    expect(session.state.get()).not.toHaveProperty('uri');
  });
});

describe('a server that asks whether somebody is here', () => {
  const asking = { refresh_token: refreshToken, expires_in: 3600, active_ttl: 900 };

  it('is told how many seconds ago somebody was, ahead of its limit', async () => {
    const { session, pass, refreshes } = await active(tokens(asking));
    pass(600);
    session.activity.note();
    pass(190);
    session.check();
    await vi.waitFor(() => expect(refreshes()).toHaveLength(1));
    expect(refreshes().map(({ form }) => form.get('active_at'))).toEqual(['190']);
  });

  it('moves the end of the session by its answer', async () => {
    const { session, pass, started } = await active(tokens(asking));
    expect(session.life.get()).toEqual({
      kind: 'whileActive',
      since: started,
      endsAt: started + 900_000,
    });
    pass(860);
    expect(await session.stay()).toBe(true);
    expect(session.life.get()).toMatchObject({ endsAt: started + 1_760_000 });
  });

  it('hears at once of whoever says that they are here', async () => {
    const { session, pass, refreshes } = await active(tokens(asking));
    pass(860);
    await session.stay();
    expect(refreshes().map(({ form }) => form.get('active_at'))).toEqual(['0']);
  });

  it('is told the truth after a silence longer than its limit, and decides', async () => {
    const { session, pass, refreshes } = await active(
      tokens(asking, () => ({ status: 400, json: { error: 'invalid_grant' } })),
    );
    pass(901);
    session.check();
    await reached(session, 'ended');
    expect(refreshes().map(({ form }) => form.get('active_at'))).toEqual(['901']);
  });

  it('that cannot be told leaves the session, and the answer is to try again', async () => {
    const { session, pass } = await active(tokens(asking, () => ({ status: 500, json: {} })));
    pass(860);
    expect(await session.stay()).toBe(false);
    expect(session.state.get().kind).toBe('active');
  });
});

describe('a session without refresh token', () => {
  it('has an end that nobody moves', async () => {
    const { session, pass, started } = await active(tokens({}));
    const life = { kind: 'fixed', since: started, endsAt: started + 570_000 };
    expect(session.life.get()).toEqual(life);
    pass(300);
    await session.stay();
    expect(session.life.get()).toEqual(life);
  });

  it('ends on waking where its end was slept through', async () => {
    const { session, pass } = await active(tokens({}));
    pass(3600);
    session.check();
    expect(session.state.get()).toMatchObject({ kind: 'ended', reason: 'expired' });
  });
});

describe('an id token', () => {
  const idToken = (issuer: string, seconds: number, claims: object = {}) => {
    const all = {
      iss: issuer,
      aud: 'client',
      sub: 'u-1',
      iat: seconds,
      exp: seconds + 60,
      ...claims,
    };
    return `e30.${Buffer.from(JSON.stringify(all)).toString('base64url')}.x`;
  };
  const withClaims = (seconds: number, claims?: object): Answers => ({
    '/token': (_, origin) => ({
      json: { ...signedIn, id_token: idToken(`${origin}/issuer`, seconds, claims) },
    }),
  });

  it.each([
    { problem: 'issuer', claims: { iss: 'https://elsewhere.test' } },
    { problem: 'audience', claims: { aud: 'another-app' } },
    { problem: 'subject', claims: { sub: undefined } },
  ])(
    'with a wrong $problem refuses the sign-in and keeps no token',
    async ({ problem, claims }) => {
      const { tab, state, config } = await launched(withClaims(Date.now() / 1000, claims));
      const session = tab.open(`?code=c&state=${state}`, config);
      const { error } = await reached(session, 'failed');
      expect(error).toEqual({ kind: 'idTokenRefused', problem });
      expect(JSON.stringify([...tab.values])).not.toContain('access-1');
    },
  );

  it('names the user', async () => {
    const { tab, state, config } = await launched(withClaims(Date.now() / 1000, { name: 'Zoë' }));
    const { launch } = await reached(tab.open(`?code=c&state=${state}`, config), 'active');
    expect(launch.user).toEqual({ sub: 'u-1', name: 'Zoë' });
  });

  it('that only the clocks disagree about names nobody, and the chart opens', async () => {
    const { tab, state, config } = await launched(withClaims(Date.now() / 1000 - 86_400));
    const { launch } = await reached(tab.open(`?code=c&state=${state}`, config), 'active');
    expect(launch).not.toHaveProperty('user');
  });

  it('may be absent', async () => {
    const { session } = await active();
    expect(session.state.get()).toMatchObject({ kind: 'active', isNew: true });
  });
});
