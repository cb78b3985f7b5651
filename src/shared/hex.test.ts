import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from './hex.ts';

describe('hex', () => {
  it('comes back as it was', () => {
    const bytes = crypto.getRandomValues(new Uint8Array(32));
    expect(fromHex(toHex(bytes))).toEqual(bytes);
  });

  it.each(['0', 'xy', 'AB', '0g'])('is not %j', (hex) => {
    expect(fromHex(hex)).toBeUndefined();
  });
});
