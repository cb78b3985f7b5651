import { afterEach, describe, expect, it, vi } from 'vitest';
import { cookieNameOf, KEY_SECONDS, KEY_SECONDS_ONCE_LEFT, RENEW_EVERY_MS } from './key-cookie.ts';
import type { FrameMemory } from './key-cookie.ts';
import { createSealedStorage, openSealedStorage } from './open-sealed-storage.ts';
import { cookieAccess } from './test-launches.ts';

/** A frame: its name outlives the documents in it, its cookies are its page's. */
function openFrame(jar = new Map<string, string>()) {
  const set: string[] = [];
  const { cookies, setCookie } = cookieAccess(jar);
  const frame = {
    jar,
    set,
    value: '',
    name: () => frame.value,
    rename: (name: string) => {
      frame.value = name;
    },
    cookies,
    setCookie: (cookie: string) => {
      set.push(cookie);
      setCookie(cookie);
    },
  };
  return frame;
}

const sealed = (frame: FrameMemory, stateKey = 'state-a') => ({
  frame,
  path: '/apps/dossier/',
  stateKey,
});

async function created(frame: FrameMemory, stateKey?: string) {
  const storage = await createSealedStorage(sealed(frame, stateKey));
  if (!storage.ok) throw new Error(storage.error);
  return storage.value;
}

/** What a document that is loaded into the frame next finds. */
async function found(frame: FrameMemory, stateKey?: string) {
  const storage = await openSealedStorage(sealed(frame, stateKey));
  return storage.ok
    ? Object.fromEntries(
        Array.from({ length: storage.value.length }, (_, index) => {
          const name = storage.value.key(index) ?? '';
          return [name, storage.value.getItem(name)];
        }),
      )
    : storage.error;
}

describe('a launch kept in the name of its frame', () => {
  afterEach(() => vi.useRealTimers());

  it('is found again by the next document, and stands nowhere in clear', async () => {
    const frame = openFrame();
    const storage = await created(frame);
    storage.setItem('state-a', '{"access_token":"secret","serverUrl":"https://fhir.example.org"}');
    storage.setItem('state-a.open', 'handles');
    await storage.settled();
    for (const visible of [frame.value, frame.cookies()]) {
      expect(visible).not.toMatch(/secret|access|fhir|example|state-a|handles/);
    }
    expect(await found(frame)).toEqual({
      'state-a': '{"access_token":"secret","serverUrl":"https://fhir.example.org"}',
      'state-a.open': 'handles',
    });
  });

  it('is read from memory before it is sealed, and sealed in the order of its writes', async () => {
    const frame = openFrame();
    const storage = await created(frame);
    for (const value of ['1', '2', '3']) storage.setItem('state-a', value);
    expect(storage.getItem('state-a')).toBe('3');
    expect(frame.value).toBe('');
    await storage.settled();
    expect(await found(frame)).toEqual({ 'state-a': '3' });
    expect([...frame.jar.values()][0]).toMatch(/^[0-9a-f]{64}\.3$/);
  });

  it('goes on counting after a reload', async () => {
    const frame = openFrame();
    const first = await created(frame);
    first.setItem('state-a', '1');
    await first.settled();
    const second = await openSealedStorage(sealed(frame));
    if (second.ok) {
      second.value.setItem('state-a', '2');
      await second.value.settled();
    }
    expect([...frame.jar.values()][0]).toMatch(/\.2$/);
    expect(await found(frame)).toEqual({ 'state-a': '2' });
  });

  it('keeps its key in a cookie of the app’s path that only such frames are given, for a short while', async () => {
    const frame = openFrame();
    const storage = await created(frame);
    storage.setItem('state-a', '1');
    await storage.settled();
    const name = await cookieNameOf('state-a');
    expect(name).toMatch(/^__Secure-dossier-[0-9a-f]{24}$/);
    const [, , last = ''] = frame.set;
    expect(last.split('; ').slice(1)).toEqual([
      'Path=/apps/dossier/',
      `Max-Age=${KEY_SECONDS}`,
      'SameSite=None',
      'Secure',
      'Partitioned',
    ]);
    expect([...frame.jar.keys()]).toEqual([name]);
  });

  it('renews the cookie while the page is open, and shortens its life when that is left', async () => {
    const frame = openFrame();
    const storage = await created(frame);
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    storage.setItem('state-a', '1');
    await storage.settled();
    const before = frame.set.length;
    vi.advanceTimersByTime(2 * RENEW_EVERY_MS);
    expect(frame.set).toHaveLength(before + 2);
    expect(frame.set.at(-1)).toBe(frame.set[before - 1]);
    storage.close();
    expect(frame.set.at(-1)).toContain(`; Max-Age=${KEY_SECONDS_ONCE_LEFT}; `);
    vi.advanceTimersByTime(2 * RENEW_EVERY_MS);
    expect(frame.set).toHaveLength(before + 3);
    expect(storage.getItem('state-a')).toBeNull();
    vi.useRealTimers();
    expect(await found(frame)).toEqual({ 'state-a': '1' });
  });

  it('leaves an empty name and no cookie when its last value is removed, also while one is being sealed', async () => {
    const frame = openFrame();
    const storage = await created(frame);
    storage.setItem('state-a', '1');
    await storage.settled();
    storage.setItem('state-a', '2');
    storage.removeItem('state-a');
    expect(frame.value).toBe('');
    expect(frame.jar.size).toBe(0);
    await storage.settled();
    expect(frame.value).toBe('');
    expect(frame.jar.size).toBe(0);
    expect(await found(frame)).toEqual({});
  });
});

describe('a frame whose name is not what its launch left there', () => {
  const kept = async () => {
    const frame = openFrame();
    const storage = await created(frame);
    storage.setItem('state-a', '1');
    await storage.settled();
    const older = frame.value;
    storage.setItem('state-a', '2');
    await storage.settled();
    const other = openFrame(frame.jar);
    const beside = await created(other, 'state-b');
    beside.setItem('state-b', 'foreign');
    await beside.settled();
    return { frame, older, foreign: other.value };
  };

  it.each([
    { title: 'emptied', change: () => '' },
    { title: 'replaced', change: () => 'main' },
    {
      title: 'replaced by something of the same look',
      change: () => `dossier:${btoa('x'.repeat(99))}`,
    },
    { title: 'an older value of the same launch', change: ({ older }: { older: string }) => older },
    {
      title: 'the value of the chart beside it',
      change: ({ foreign }: { foreign: string }) => foreign,
    },
  ])('($title) is refused', async ({ change }) => {
    const names = await kept();
    names.frame.value = change(names);
    expect(await found(names.frame)).toBe('storedStateUnreadable');
  });

  it('is refused with the older count too, where the count was turned back alone', async () => {
    const { frame } = await kept();
    const name = await cookieNameOf('state-a');
    frame.jar.set(name, (frame.jar.get(name) ?? '').replace('.2', '.1'));
    expect(await found(frame)).toBe('storedStateUnreadable');
  });

  it('is refused when its key is gone', async () => {
    const { frame } = await kept();
    frame.jar.clear();
    expect(await found(frame)).toBe('storedStateUnreadable');
  });

  it('is not opened for another launch, whose address was brought here', async () => {
    const { frame } = await kept();
    expect(await found(frame, 'state-b')).toBe('storedStateUnreadable');
  });

  it('holds nothing where no launch ever was', async () => {
    const frame = openFrame();
    frame.value = 'chart-frame';
    expect(await found(frame)).toEqual({});
    expect(frame.value).toBe('chart-frame');
  });
});

describe('a second launch in a frame', () => {
  const first = async () => {
    const frame = openFrame();
    const storage = await created(frame, 'state-a');
    storage.setItem('state-a', 'first');
    await storage.settled();
    storage.close();
    return frame;
  };

  it('finds what the first one left, and takes its key away with the first write', async () => {
    const frame = await first();
    const storage = await created(frame, 'state-b');
    expect(storage.getItem('state-a')).toBe('first');
    expect([...frame.jar.keys()]).toEqual([await cookieNameOf('state-a')]);
    storage.setItem('state-b', 'second');
    await storage.settled();
    expect([...frame.jar.keys()]).toEqual([await cookieNameOf('state-b')]);
    expect(await found(frame, 'state-b')).toEqual({ 'state-a': 'first', 'state-b': 'second' });
    expect(await found(frame, 'state-a')).toBe('storedStateUnreadable');
  });

  it('empties the name at once when the first one is removed', async () => {
    const frame = await first();
    const storage = await created(frame, 'state-b');
    storage.removeItem('state-a');
    expect(frame.value).toBe('');
    expect(frame.jar.size).toBe(0);
  });

  it('leaves the chart beside it alone', async () => {
    const frame = await first();
    const beside = openFrame(frame.jar);
    const storage = await created(beside, 'state-b');
    expect(storage.length).toBe(0);
    storage.setItem('state-b', 'second');
    await storage.settled();
    storage.removeItem('state-b');
    expect(await found(frame, 'state-a')).toEqual({ 'state-a': 'first' });
  });
});

describe('a frame that may have nothing', () => {
  it('is refused where cookies are not taken', async () => {
    const frame = { ...openFrame(), setCookie: () => undefined };
    expect(await createSealedStorage(sealed(frame))).toEqual({
      ok: false,
      error: 'storageRefused',
    });
  });

  it('is refused where cookies throw, as in a frame without an origin', async () => {
    const frame = {
      ...openFrame(),
      cookies: () => {
        throw new DOMException('sandboxed', 'SecurityError');
      },
    };
    expect(await createSealedStorage(sealed(frame))).toEqual({
      ok: false,
      error: 'storageRefused',
    });
    expect(await openSealedStorage(sealed(frame))).toEqual({ ok: false, error: 'storageRefused' });
  });

  it('is refused where there is no WebCrypto', async () => {
    vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
    expect(await createSealedStorage(sealed(openFrame()))).toEqual({
      ok: false,
      error: 'storageRefused',
    });
    vi.unstubAllGlobals();
  });
});
