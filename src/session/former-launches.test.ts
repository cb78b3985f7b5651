import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { launched, openLocks, reached, redirected } from './test-launches.ts';
import type { Answers, Framed } from './test-launches.ts';

/** A chart that was opened in a tab or frame, with what the app keeps beside it. */
async function opened(answers: Answers = {}, framed?: Framed) {
  const chart = await launched(answers, {}, framed);
  const session = chart.tab.open(`?code=c&state=${chart.state}`, chart.config);
  await reached(session, 'active');
  session.values()?.setItem(`${chart.state}.open`, 'documents');
  return { ...chart, session };
}

/** Launches again where that chart is, up to the redirect. */
async function launchAgain({ tab, config, server }: Awaited<ReturnType<typeof opened>>) {
  const query = `?iss=${encodeURIComponent(server.iss)}&launch=two`;
  const authorization = await redirected(tab.open(query, config), tab);
  return authorization.searchParams.get('state') ?? '';
}

const places: { readonly title: string; readonly framed?: () => Framed }[] = [
  { title: 'in a tab' },
  { title: 'in a frame', framed: () => ({ storage: new Map() }) },
];

describe.each(places)('a second launch $title', ({ framed }) => {
  it('deletes the first one’s state and what the app kept of it, before it leaves the page', async () => {
    const first = await opened({}, framed?.());
    const second = await launchAgain(first);
    expect([...first.tab.values.keys()]).toEqual([second]);
    const back = await reached(first.tab.open(`?state=${first.state}`, first.config), 'failed');
    expect(back.error).toEqual({ kind: 'unknownState' });
  });

  it('asks the server to forget the first one’s tokens', async () => {
    const first = await opened({}, framed?.());
    await launchAgain(first);
    await expect
      .poll(() => first.server.of('/revoke').map(({ form }) => form.get('token')))
      .toEqual(['refresh-1', 'access-1']);
  });

  it('that is refused leaves the first as it is', async () => {
    const first = await opened({}, framed?.());
    const other = first.tab.open('?iss=https://evil.test/r4', first.config);
    await reached(other, 'failed');
    expect(first.tab.values.get(`${first.state}.open`)).toBe('documents');
    await reached(first.tab.open(`?state=${first.state}`, first.config), 'active');
  });

  it('after the first one’s end keeps what the app kept, for the same patient', async () => {
    const first = await opened({}, framed?.());
    first.session.end('idle');
    const second = await launchAgain(first);
    expect(first.tab.values.get(`${first.state}.open`)).toBe('documents');
    await reached(first.tab.open(`?code=c&state=${second}`, first.config), 'active');
    expect([...first.tab.values.keys()].toSorted()).toEqual(
      [second, `${second}.former.open`].toSorted(),
    );
    expect(first.tab.values.get(`${second}.former.open`)).toBe('documents');
  });

  it('after the first one’s end deletes everything of another patient before any chart is shown', async () => {
    let patient = 'p-1';
    const first = await opened(
      { '/token': () => ({ json: { access_token: 'a', token_type: 'Bearer', patient } }) },
      framed?.(),
    );
    first.session.end('idle');
    const second = await launchAgain(first);
    patient = 'p-2';
    const session = first.tab.open(`?code=c&state=${second}`, first.config);
    await reached(session, 'active');
    expect([...first.tab.values.keys()]).toEqual([second]);
  });
});

describe('the revocation of a chart whose place another takes', () => {
  it('is answered before the page is left for the sign-in', async () => {
    const left: number[] = [];
    const first = await opened({
      '/revoke': async () => {
        await setTimeout(300);
        left.push(first.tab.left.length);
        return { json: {} };
      },
    });
    const before = first.tab.left.length;
    await launchAgain(first);
    expect(left).toEqual([before, before]);
  });

  it('keeps nobody from the sign-in where it is never answered', async () => {
    const first = await opened({ '/revoke': () => new Promise(() => undefined) });
    expect(await launchAgain(first)).toMatch(/^[0-9a-f]{32}$/);
    expect(first.server.of('/revoke')).toHaveLength(2);
  });
});

describe('a second launch in a tab with a duplicate', () => {
  it('leaves the duplicate its tokens', async () => {
    const first = await opened();
    first.tab.locks = openLocks();
    const copy = first.tab.duplicate();
    const beside = copy.open(`?state=${first.state}`, first.config);
    await reached(beside, 'active');
    const second = await launchAgain(first);
    await reached(first.tab.open(`?code=c&state=${second}`, first.config), 'active');
    expect(first.server.of('/revoke')).toEqual([]);
    expect(await beside.authorizer.token()).toEqual({ ok: true, value: 'access-1' });
  });
});

describe('a second launch in a tab that tells no earlier steps', () => {
  it('deletes a chart that is open in no window any more, and has its tokens revoked', async () => {
    const first = await opened();
    Object.assign(first.tab, { tellsSteps: false, locks: openLocks() });
    const second = await launchAgain(first);
    expect([...first.tab.values.keys()]).toEqual([second]);
    await expect.poll(() => first.server.of('/revoke')).toHaveLength(2);
  });

  it('leaves a chart alone where nothing tells whether it is open', async () => {
    const first = await opened();
    first.tab.tellsSteps = false;
    await launchAgain(first);
    expect([...first.tab.values.keys()]).toContain(first.state);
    expect(first.server.of('/revoke')).toEqual([]);
  });
});

describe.each([
  { title: 'that tell their steps and locks', tellsSteps: true, locks: openLocks },
  { title: 'that tell their steps alone', tellsSteps: true, locks: () => undefined },
  { title: 'that tell locks alone', tellsSteps: false, locks: openLocks },
  { title: 'that tell neither', tellsSteps: false, locks: () => undefined },
])('windows with one storage between them, $title', ({ tellsSteps, locks }) => {
  it('are not taken for each other: a launch in one leaves the other’s chart', async () => {
    const chart = await launched();
    Object.assign(chart.tab, { tellsSteps, locks: locks() });
    const session = chart.tab.open(`?code=c&state=${chart.state}`, chart.config);
    await reached(session, 'active');
    const second = await launchAgain({ ...chart, tab: chart.tab.beside(), session });
    expect([...chart.tab.values.keys()].toSorted()).toEqual([chart.state, second].toSorted());
    expect(await session.authorizer.token()).toEqual({ ok: true, value: 'access-1' });
    expect(chart.server.of('/revoke')).toEqual([]);
  });

  it('are not taken for each other while one of them is at the sign-in', async () => {
    const chart = await launched();
    Object.assign(chart.tab, { tellsSteps, locks: locks() });
    const beside = chart.tab.beside();
    const query = `?iss=${encodeURIComponent(chart.server.iss)}&launch=two`;
    await redirected(beside.open(query, chart.config), beside);
    const session = chart.tab.open(`?code=c&state=${chart.state}`, chart.config);
    expect((await reached(session, 'active', 'failed')).kind).toBe('active');
  });
});

describe('frames of one page that share a storage', () => {
  it('are not taken for each other: a second launch in one leaves the other’s chart', async () => {
    const storage = new Map<string, string>();
    const one = await opened({}, { storage });
    const two = await opened({}, { storage });
    await launchAgain(two);
    expect([...storage.keys()]).toContain(one.state);
    expect([...storage.keys()]).not.toContain(two.state);
    await reached(one.tab.open(`?state=${one.state}`, one.config), 'active');
  });
});

describe('a second launch in a frame without storage', () => {
  it('replaces what the frame’s name held, and deletes its key', async () => {
    const cookies = new Map<string, string>();
    const first = await opened({}, { cookies });
    const [key] = cookies.keys();
    const second = await launchAgain(first);
    expect([...cookies.keys()]).toHaveLength(1);
    expect([...cookies.keys()]).not.toContain(key);
    const chart = first.tab.open(`?code=c&state=${second}`, first.config);
    await reached(chart, 'active');
    expect(chart.values()?.getItem(`${first.state}.open`)).toBeNull();
  });

  it('after the first one’s end brings along what the app kept for the same patient', async () => {
    const first = await opened({}, { cookies: new Map() });
    const before = first.tab.name;
    first.session.end('idle');
    await expect.poll(() => first.tab.name).not.toBe(before);
    const second = await launchAgain(first);
    const chart = first.tab.open(`?code=c&state=${second}`, first.config);
    await reached(chart, 'active');
    expect(chart.values()?.getItem(`${second}.former.open`)).toBe('documents');
  });
});
