import { describe, expect, it } from 'vitest';
import { cookieNameOf, deleteKey, readKeys, writeKey } from './key-cookie.ts';
import { toHex } from '../shared/hex.ts';
import { KEY_BYTES } from './seal.ts';
import { cookieAccess } from './test-launches.ts';

const name = '__Secure-dossier-0123456789abcdef01234567';
const raw = new Uint8Array(KEY_BYTES).fill(7);
const hex = toHex(raw);

/** A frame whose page has these cookies. */
function frameWith(...cookies: readonly (readonly [string, string])[]) {
  const jar = new Map(cookies);
  return { jar, name: () => '', rename: () => undefined, ...cookieAccess(jar) };
}

describe('the key of a sealed launch', () => {
  it('is read back as it was written, beside others, and deleted by its name alone', () => {
    const frame = frameWith(['theme', 'dark'], ['__Secure-dossier-other', `${hex}.1`]);
    expect(writeKey(frame, '/', name, { raw, counter: 12 })).toBe(true);
    expect(readKeys(frame).get(name)).toEqual({ raw, counter: 12 });
    expect([...readKeys(frame).keys()]).toEqual(['__Secure-dossier-other', name]);
    deleteKey(frame, '/', name);
    expect([...frame.jar.keys()]).toEqual(['theme', '__Secure-dossier-other']);
  });

  it('is said not to be taken where the browser keeps another', () => {
    const frame = { ...frameWith([name, `${hex}.1`]), setCookie: () => undefined };
    expect(writeKey(frame, '/', name, { raw, counter: 2 })).toBe(false);
  });

  it.each([
    { title: 'nothing', value: '' },
    { title: 'a key without its count', value: hex },
    { title: 'a count without its key', value: '.3' },
    { title: 'a key that is too short', value: `${hex.slice(2)}.3` },
    { title: 'a key that is too long', value: `${hex}07.3` },
    { title: 'a key that is not hexadecimal', value: `${hex.slice(2)}zz.3` },
    { title: 'a count that is none', value: `${hex}.x` },
    { title: 'a count below nought', value: `${hex}.-1` },
    { title: 'more than both', value: `${hex}.3.4` },
  ])('is not read from $title', ({ value }) => {
    expect(readKeys(frameWith([name, value])).size).toBe(0);
  });

  it('is named after its launch, without saying the state', async () => {
    const state = '0123456789abcdef0123456789abcdef';
    const own = await cookieNameOf(state);
    expect(own).toBe(await cookieNameOf(state));
    expect(own).not.toBe(await cookieNameOf(`${state}0`));
    expect(own).not.toContain(state.slice(0, 8));
  });
});
