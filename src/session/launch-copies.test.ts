import { afterEach, describe, expect, it, vi } from 'vitest';
import { joinCopies } from './launch-copies.ts';
import type { CopyListener, LaunchCopies, Locks, TokenNews } from './launch-copies.ts';
import { launched, openLocks, reached } from './test-launches.ts';
import type { Answers } from './test-launches.ts';

/** A server that gives a new refresh token each time, and ends the session of whoever presents a spent one. */
function rotating() {
  let count = 1;
  const spent: string[] = [];
  const answers: Answers = {
    '/token': ({ form }) => {
      const presented = form.get('refresh_token');
      if (presented !== null && presented !== `refresh-${count}`) {
        spent.push(presented);
        return { status: 400, json: { error: 'invalid_grant' } };
      }
      if (presented !== null) count += 1;
      return {
        json: {
          access_token: `access-${count}`,
          refresh_token: `refresh-${count}`,
          token_type: 'Bearer',
          expires_in: 570,
          patient: 'p-1',
        },
      };
    },
  };
  return { answers, spent };
}

/** A chart and its duplicated tab, each with a session of its own, on one clock. */
async function duplicated() {
  const { answers, spent } = rotating();
  const chart = await launched(answers);
  let time = 1_000_000_000_000;
  const now = () => time;
  chart.tab.locks = openLocks();
  const first = chart.tab.open(`?code=c&state=${chart.state}`, chart.config, now);
  await reached(first, 'active');
  const copy = chart.tab.duplicate();
  const second = copy.open(`?state=${chart.state}`, chart.config, now);
  await reached(second, 'active');
  return {
    ...chart,
    spent,
    copy,
    first,
    second,
    now,
    pass: (seconds: number) => (time += seconds * 1000),
    refreshes: () => chart.server.of('/token').length - 1,
  };
}

describe('a duplicated tab', () => {
  it('outlives four renewals on a server that rotates, whoever is first', async () => {
    const { first, second, pass, spent, refreshes } = await duplicated();
    for (const [index, sessions] of [
      [first, second],
      [second, first],
      [first, second],
      [second, first],
    ].entries()) {
      pass(600);
      for (const session of sessions) {
        expect(await session.authorizer.token()).toEqual({
          ok: true,
          value: `access-${index + 2}`,
        });
      }
    }
    expect(spent).toEqual([]);
    expect(refreshes()).toBe(4);
  });

  it('outlives a clock that is set back by hours', async () => {
    const { first, second, pass, spent } = await duplicated();
    pass(600);
    await first.authorizer.token();
    pass(-3 * 3600);
    for (const session of [first, second, second, first]) {
      expect(await session.authorizer.renew('unauthorized')).toMatchObject({ ok: true });
      pass(70);
    }
    expect(spent).toEqual([]);
    expect(await first.authorizer.token()).toEqual(await second.authorizer.token());
  });

  it('renews once for all windows that ask at the same moment', async () => {
    const { first, second, pass, refreshes } = await duplicated();
    pass(600);
    const tokens = await Promise.all([first, second].map((one) => one.authorizer.token()));
    expect(tokens).toEqual([
      { ok: true, value: 'access-2' },
      { ok: true, value: 'access-2' },
    ]);
    expect(refreshes()).toBe(1);
  });

  it('keeps what it was told: a reload of it goes on with the token that its copy got', async () => {
    const { first, copy, state, config, pass, now, spent } = await duplicated();
    pass(600);
    await first.authorizer.token();
    await expect.poll(() => copy.values.get(state)).toContain('refresh-2');
    const reloaded = copy.open(`?state=${state}`, config, now);
    await reached(reloaded, 'active');
    expect(await reloaded.authorizer.token()).toEqual({ ok: true, value: 'access-2' });
    expect(spent).toEqual([]);
  });

  it('asks its copies first when it missed what they told', async () => {
    const { tab, copy, state, config, pass, now, spent, first } = await duplicated();
    // Frozen by the browser while the other one renewed: the message went by.
    const asleep = copy.values.get(state) ?? '';
    pass(600);
    await first.authorizer.token();
    await expect.poll(() => copy.values.get(state)).toContain('refresh-2');
    copy.values.set(state, asleep);
    const woken = copy.open(`?state=${state}`, config, now);
    await reached(woken, 'active');
    expect(await woken.authorizer.token()).toEqual({ ok: true, value: 'access-2' });
    expect(spent).toEqual([]);
    expect(tab.values.get(state)).toContain('refresh-2');
  });

  it('is signed out with its copy, and has nothing left', async () => {
    const { first, second, copy, tab, server } = await duplicated();
    await first.signOut();
    expect((await reached(second, 'signedOut')).kind).toBe('signedOut');
    expect([...tab.values, ...copy.values]).toEqual([]);
    expect(copy.address).toMatch(/#signed-out$/);
    expect(copy.reloads).toBe(1);
    expect(server.of('/revoke')).toHaveLength(2);
  });

  it('stays open when its copy is locked for idleness', async () => {
    const { first, second } = await duplicated();
    first.end('idle');
    expect(await second.authorizer.token()).toEqual({ ok: true, value: 'access-1' });
  });
});

/** A window that holds a launch, and what it heard. */
function join(stateKey: string, locks: Locks | undefined, current?: TokenNews) {
  const heard: TokenNews[] = [];
  const listener: CopyListener = {
    current: () => current,
    told: (news) => void heard.push(news),
    signedOut: () => undefined,
  };
  return { copies: joinCopies(stateKey, locks, listener), heard };
}

const news: TokenNews = { token: { access_token: 'a' }, receivedAt: 1, renewals: 1 };
const leaveAll = (...windows: { readonly copies: LaunchCopies }[]) => {
  for (const { copies } of windows) copies.leave();
};

describe('windows of a launch', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('tell nothing to windows of another launch', async () => {
    const locks = openLocks();
    const [one, same, other] = [join('a', locks), join('a', locks), join('b', locks)];
    one.copies.tell(news);
    await expect.poll(() => same.heard).toEqual([news]);
    expect(other.heard).toEqual([]);
    leaveAll(one, same, other);
  });

  it('renew one after the other', async () => {
    const locks = openLocks();
    const [one, two] = [join('c', locks), join('c', locks)];
    const steps: string[] = [];
    await Promise.all(
      [one, two].map(({ copies }, index) =>
        copies.exclusively(async () => {
          steps.push(`begin ${index}`);
          await Promise.resolve();
          steps.push(`end ${index}`);
        }),
      ),
    );
    expect(steps).toEqual(['begin 0', 'end 0', 'begin 1', 'end 1']);
    leaveAll(one, two);
  });

  it('do not wait for ever for one that never answers', async () => {
    vi.useFakeTimers();
    const locks = openLocks();
    void locks.request('dossier.d.open', { mode: 'shared' }, () => new Promise(() => undefined));
    const one = join('d', locks);
    const work = one.copies.exclusively(async () => 'done');
    await vi.advanceTimersByTimeAsync(1000);
    expect(await work).toBe('done');
    leaveAll(one);
    vi.useRealTimers();
  });

  it('renew alone where locks are refused, or there are none', async () => {
    const refuse = async () => Promise.reject(new DOMException('refused', 'SecurityError'));
    const refused = join('e', { request: refuse, query: refuse });
    const none = join('e', undefined);
    expect(await refused.copies.exclusively(async () => 'alone')).toBe('alone');
    expect(await none.copies.exclusively(async () => 'alone')).toBe('alone');
    leaveAll(refused, none);
  });

  it('renew alone where the browser refuses them a channel, and the chart opens all the same', async () => {
    vi.stubGlobal('BroadcastChannel', function refuse() {
      throw new DOMException('refused', 'SecurityError');
    });
    const chart = await launched();
    chart.tab.locks = openLocks();
    const session = chart.tab.open(`?code=c&state=${chart.state}`, chart.config);
    expect((await reached(session, 'active', 'failed')).kind).toBe('active');
    expect(await session.authorizer.renew('unauthorized')).toEqual({ ok: true, value: 'access-2' });
    await session.signOut();
  });

  it('pass on the failure of what they did, without doing it again', async () => {
    const one = join('f', openLocks());
    const work = vi.fn(async () => Promise.reject(new Error('broken')));
    await expect(one.copies.exclusively(work)).rejects.toThrow('broken');
    expect(work).toHaveBeenCalledTimes(1);
    leaveAll(one);
  });

  it('say nothing more once they were left', () => {
    const one = join('g', openLocks());
    one.copies.leave();
    expect(() => one.copies.tell(news)).not.toThrow();
  });
});
