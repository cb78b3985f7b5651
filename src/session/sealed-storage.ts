/**
 * A launch's storage in a frame whose storage the browser refuses: the frame's name, sealed. It is read from
 * memory; each write is sealed anew under a higher count, which is kept beside the key, so that an older value
 * of the same launch is refused like a foreign one.
 */
import {
  deleteKey,
  KEY_SECONDS,
  KEY_SECONDS_ONCE_LEFT,
  RENEW_EVERY_MS,
  writeKey,
} from './key-cookie.ts';
import type { FrameKey, FrameMemory } from './key-cookie.ts';
import type { LaunchStorage } from './launch-storage.ts';
import { importKey } from './seal.ts';
import { sealName } from './sealed-name.ts';

export interface SealedFrame {
  readonly frame: FrameMemory;
  /** Where the app lies on its host: the cookie's path. */
  readonly path: string;
  readonly stateKey: string;
}

export interface SealedStart {
  readonly cookieName: string;
  readonly key: FrameKey;
  readonly values: ReadonlyMap<string, string>;
  /** The cookie of an earlier launch of this frame: deleted as soon as what it opens is overwritten. */
  readonly formerCookie?: string;
}

export async function sealedStorage(
  { frame, path, stateKey }: SealedFrame,
  { cookieName, key: { raw, counter }, values: initial, formerCookie }: SealedStart,
): Promise<LaunchStorage> {
  const key = await importKey(raw);
  const values = new Map(initial);
  let lastSealed = counter;
  let lastKept = counter;
  let former = formerCookie;
  /** Counts removals: what was being sealed before one must not come back after it. */
  let life = 0;
  let isClosed = false;
  let written: Promise<void> = Promise.resolve();
  let renewal: ReturnType<typeof setInterval> | undefined;
  if (values.size > 0 && former === undefined) keepAlive();

  return {
    get length() {
      return values.size;
    },
    key: (index) => [...values.keys()][index] ?? null,
    getItem: (name) => values.get(name) ?? null,
    setItem(name, value) {
      if (isClosed) return;
      values.set(name, value);
      keep();
    },
    removeItem(name) {
      if (isClosed || !values.delete(name)) return;
      if (values.size === 0) forget();
      else keep();
    },
    settled: () => written,
    close() {
      if (isClosed) return;
      isClosed = true;
      clearInterval(renewal);
      if (values.size > 0 && former === undefined) renew(KEY_SECONDS_ONCE_LEFT);
      values.clear();
    },
  };

  function keep(): void {
    const mine = life;
    const count = ++lastSealed;
    const contents = { state: stateKey, values: new Map(values) };
    written = written.then(async () => {
      const name = await sealName(key, count, contents);
      if (mine === life) put(name, count);
    });
  }

  /** All at once: nothing comes between the value and the count that it must have. */
  function put(name: string, count: number): void {
    frame.rename(name);
    lastKept = count;
    keepAlive();
    deleteFormer();
  }

  /** Renews the cookie, now and while the page stays open. */
  function keepAlive(): void {
    clearInterval(renewal);
    renew(isClosed ? KEY_SECONDS_ONCE_LEFT : KEY_SECONDS);
    if (!isClosed) renewal = setInterval(() => renew(KEY_SECONDS), RENEW_EVERY_MS);
  }

  function renew(seconds: number): void {
    writeKey(frame, path, cookieName, { raw, counter: lastKept }, seconds);
  }

  function forget(): void {
    life += 1;
    clearInterval(renewal);
    frame.rename('');
    deleteKey(frame, path, cookieName);
    deleteFormer();
  }

  function deleteFormer(): void {
    if (former !== undefined) deleteKey(frame, path, former);
    former = undefined;
  }
}
