/**
 * The key of a sealed launch and the count of its writes, in a cookie of the app's path that only this site
 * inside this top-level site is given (`Partitioned`). It holds nothing else; without the frame it opens nothing.
 */
import { fromHex, toHex } from '../shared/hex.ts';
import { KEY_BYTES } from './seal.ts';

/** What a frame has where the browser refuses it storage; all of it synchronous. */
export interface FrameMemory {
  /** `window.name`: lives as long as the frame, and every document loaded into the frame can read it. */
  name(): string;
  rename(name: string): void;
  /** `document.cookie`, to read and to set. */
  cookies(): string;
  setCookie(cookie: string): void;
}

export interface FrameKey {
  readonly raw: Uint8Array<ArrayBuffer>;
  /** Of the newest value that was sealed. */
  readonly counter: number;
}

/**
 * An open page renews its cookie every quarter of an hour and at each write, so that this is how long a machine
 * may sleep, or a browser hold the page still, and a reload afterwards still find the chart.
 */
export const KEY_SECONDS = 2 * 60 * 60;
export const RENEW_EVERY_MS = 15 * 60_000;
/**
 * A page that is left says so in its cookie: this is how long a sign-in may take, and how long the key of a frame
 * that was closed stands about. All of them go to the app's server with each of its files, within one header.
 */
export const KEY_SECONDS_ONCE_LEFT = 30 * 60;

const PREFIX = '__Secure-dossier-';

/** The cookie's name: it goes to the app's own server with every file, so that it must not say the state key. */
export async function cookieNameOf(stateKey: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(stateKey));
  return `${PREFIX}${toHex(new Uint8Array(hash).slice(0, 12))}`;
}

/** The keys of all launches in frames of this page, by the names of their cookies. */
export function readKeys(frame: FrameMemory): ReadonlyMap<string, FrameKey> {
  const keys = new Map<string, FrameKey>();
  for (const cookie of frame.cookies().split('; ')) {
    const [name = '', value = ''] = cookie.split('=');
    const key = name.startsWith(PREFIX) ? parseKey(value) : undefined;
    if (key !== undefined) keys.set(name, key);
  }
  return keys;
}

/** Sets or renews the cookie; false where the browser does not take it. */
export function writeKey(
  frame: FrameMemory,
  path: string,
  name: string,
  key: FrameKey,
  seconds = KEY_SECONDS,
): boolean {
  const value = `${toHex(key.raw)}.${key.counter}`;
  frame.setCookie(cookie(name, value, path, seconds));
  return frame.cookies().split('; ').includes(`${name}=${value}`);
}

export function deleteKey(frame: FrameMemory, path: string, name: string): void {
  frame.setCookie(cookie(name, '', path, 0));
}

function cookie(name: string, value: string, path: string, seconds: number): string {
  return `${name}=${value}; Path=${path}; Max-Age=${seconds}; SameSite=None; Secure; Partitioned`;
}

function parseKey(value: string): FrameKey | undefined {
  const [, hex = '', count = ''] = /^([0-9a-f]+)\.(\d{1,9})$/.exec(value) ?? [];
  const raw = fromHex(hex);
  return raw?.length === KEY_BYTES ? { raw, counter: Number(count) } : undefined;
}
