import { describe, expect, it } from 'vitest';
import { importKey, KEY_BYTES, randomBytes, seal, unseal } from './seal.ts';

const text = '{"access_token":"secret","name":"Zoë"}';

describe('a seal', async () => {
  const key = await importKey(randomBytes(KEY_BYTES));
  const sealed = await seal(key, text, 'write 3');
  const flipped = (index: number): string => {
    const bytes = Uint8Array.from(atob(sealed), (one) => one.charCodeAt(0));
    return btoa(String.fromCharCode(...bytes.with(index, (bytes.at(index) ?? 0) ^ 1)));
  };

  it('opens to what was sealed, and shows none of it', async () => {
    expect(await unseal(key, sealed, 'write 3')).toBe(text);
    expect(atob(sealed)).not.toMatch(/secret|token/);
  });

  it('is another one each time', async () => {
    expect(await seal(key, text, 'write 3')).not.toBe(sealed);
  });

  it.each([
    { title: 'another context', value: sealed, context: 'write 4' },
    { title: 'a changed byte of the text', value: flipped(20) },
    { title: 'a changed byte of the initial vector', value: flipped(0) },
    { title: 'a changed byte of the tag', value: flipped(-1) },
    { title: 'a cut end', value: sealed.slice(0, -8) },
    { title: 'nothing', value: '' },
    { title: 'less than a tag', value: btoa('short') },
    { title: 'what is not base64', value: '{"access_token":"forged"}' },
  ])('does not open with $title', async ({ value, context = 'write 3' }) => {
    expect(await unseal(key, value, context)).toBeUndefined();
  });

  it('does not open with another key', async () => {
    const other = await importKey(randomBytes(KEY_BYTES));
    expect(await unseal(other, sealed, 'write 3')).toBeUndefined();
  });
});
