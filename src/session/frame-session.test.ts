import { describe, expect, it } from 'vitest';
import { configFor, HOME, launched, openTab, reached } from './test-launches.ts';
import type { Answers } from './test-launches.ts';

/** A launch in a frame whose storage the browser refuses. */
const inFrame = (cookies = new Map<string, string>(), answers: Answers = {}) =>
  launched(answers, {}, { cookies });

// Long enough that no random letters are taken for them.
const inClear = /access|refresh|patient|127\.0\.0\.1|codeVerifier|clientId/;

describe('a session in a frame without storage', () => {
  it('keeps nothing in clear for the authorization server to read', async () => {
    const cookies = new Map<string, string>();
    const { tab, state } = await inFrame(cookies);
    expect(tab.values.size).toBe(0);
    expect(tab.name).toMatch(/^dossier:/);
    for (const seen of [tab.name, JSON.stringify([...cookies])]) {
      expect(seen).not.toMatch(inClear);
      expect(seen).not.toContain(state);
    }
  });

  it('comes back, refreshes, and is found by a reload with the new token', async () => {
    const { tab, state, config, server } = await inFrame();
    let time = 1_000_000_000_000;
    const session = tab.open(`?code=c&state=${state}`, config, () => time);
    expect((await reached(session, 'active')).launch.patientId).toBe('p-1');
    expect(tab.address).toBe(`${HOME}?state=${state}`);
    time += 3_600_000;
    const beforeRefresh = tab.name;
    expect(await session.authorizer.token()).toEqual({ ok: true, value: 'access-2' });
    expect(tab.name).not.toBe(beforeRefresh);
    const reloaded = tab.open(`?state=${state}`, config, () => time);
    await reached(reloaded, 'active');
    expect(await reloaded.authorizer.token()).toEqual({ ok: true, value: 'access-2' });
    expect(server.of('/token').map(({ form }) => form.get('refresh_token'))).toEqual([
      null,
      'refresh-1',
    ]);
    expect(tab.name).not.toMatch(inClear);
  });

  it('has a new token kept before anybody is given it', async () => {
    const { tab, state, config } = await inFrame();
    const session = tab.open(`?code=c&state=${state}`, config);
    await reached(session, 'active');
    const before = tab.name;
    const seen = await session.authorizer.renew('unauthorized').then(() => tab.name);
    expect(seen).not.toBe(before);
  });

  it('never exchanges a code twice, also where the frame is reloaded meanwhile', async () => {
    const { tab, state, config, server } = await inFrame(new Map(), {
      '/token': () => ({ status: 400, json: { error: 'invalid_grant' } }),
    });
    await reached(tab.open(`?code=c&state=${state}`, config), 'failed');
    const again = await reached(tab.open(`?code=c&state=${state}`, config), 'failed');
    expect(again.error).toEqual({ kind: 'alreadyUsed' });
    expect(server.of('/token')).toHaveLength(1);
  });

  it('signs out: name emptied, key deleted, the chart beside it left as it is', async () => {
    const cookies = new Map<string, string>();
    const one = await inFrame(cookies);
    const two = await inFrame(cookies);
    const session = one.tab.open(`?code=c&state=${one.state}`, one.config);
    await reached(session, 'active');
    await reached(two.tab.open(`?code=c&state=${two.state}`, two.config), 'active');
    expect(cookies.size).toBe(2);
    await session.signOut();
    expect(one.tab.name).toBe('');
    expect(cookies.size).toBe(1);
    await reached(two.tab.open(`?state=${two.state}`, two.config), 'active');
    const gone = await reached(one.tab.open(`?state=${one.state}`, one.config), 'failed');
    expect(gone.error).toEqual({ kind: 'unknownState' });
  });

  it('takes the tokens out of the sealed value where the session ends', async () => {
    const { tab, state, config } = await inFrame();
    const session = tab.open(`?code=c&state=${state}`, config);
    await reached(session, 'active');
    const before = tab.name;
    session.end('idle');
    await expect.poll(() => tab.name).not.toBe(before);
    const reopened = await reached(tab.open(`?state=${state}`, config), 'failed');
    expect(reopened.error).toEqual({ kind: 'unknownState' });
  });

  it.each([
    { title: 'emptied', name: '' },
    { title: 'replaced', name: `dossier:${btoa('{"access_token":"forged"}')}` },
  ])('whose name was $title says so, and asks nobody', async ({ name }) => {
    const { tab, state, config, server } = await inFrame();
    tab.name = name;
    const before = server.asked.length;
    const failed = await reached(tab.open(`?code=c&state=${state}`, config), 'failed');
    expect(failed.error).toEqual({ kind: 'storedStateUnreadable' });
    expect(tab.address).toBe(`${HOME}?state=${state}`);
    expect(server.asked).toHaveLength(before);
  });

  it('is not given the chart of the frame beside it, whose address was brought here', async () => {
    const cookies = new Map<string, string>();
    const one = await inFrame(cookies);
    await reached(one.tab.open(`?code=c&state=${one.state}`, one.config), 'active');
    const two = await inFrame(cookies);
    const failed = await reached(two.tab.open(`?state=${one.state}`, two.config), 'failed');
    expect(failed.error).toEqual({ kind: 'storedStateUnreadable' });
    await reached(one.tab.open(`?state=${one.state}`, one.config), 'active');
  });
});

describe('a tab', () => {
  it('has neither name nor cookie used, whatever its storage', async () => {
    const { tab } = await launched();
    expect(tab.name).toBe('');
  });
});

describe('a frame that may have neither storage nor cookies', () => {
  it('is told so before anybody is asked', async () => {
    const refusing = new Map<string, string>();
    refusing.set = () => refusing;
    const session = openTab({ cookies: refusing }).open(
      '?iss=https://fhir.example.org/r4',
      configFor('https://fhir.example.org/r4'),
    );
    expect(await reached(session, 'failed')).toMatchObject({ error: { kind: 'storageRefused' } });
  });
});
