import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitText } from './split-text.ts';

describe('text in pieces', () => {
  it.each<{ title: string; input: string; lengths: readonly number[] }>([
    { title: 'nothing', input: '', lengths: [] },
    { title: 'one line', input: 'abc', lengths: [3] },
    { title: 'a hundred lines a piece', input: `${'x'.repeat(29)}\n`.repeat(250), lengths: [3000, 3000, 1500] },
    { title: 'more short lines', input: 'a\n'.repeat(2500), lengths: [2000, 2000, 1000] },
    { title: 'a line without spaces', input: 'x'.repeat(45_000), lengths: [20_000, 20_000, 5000] },
    { title: 'a line at its spaces', input: `${'y'.repeat(19_800)} ${'z'.repeat(400)}`, lengths: [19_801, 400] },
    { title: 'no character in two', input: `${'x'.repeat(19_999)}😀y`, lengths: [19_999, 3] },
    { title: 'long lines each', input: `${'x'.repeat(30_000)}\n`.repeat(2), lengths: [20_000, 10_001, 20_000, 10_001] },
  ])('$title', ({ input, lengths }) => {
    const pieces = splitText(input);
    expect(pieces.map(({ length }) => length)).toEqual(lengths);
    expect(pieces.join('')).toBe(input);
  }); // prettier-ignore

  it('loses nothing and never grows beyond a piece, whatever stands in it', () => {
    const part = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('\n', '\r\n', '\r', ' ', 'word '.repeat(9000), 'x'.repeat(25_000), '\n'.repeat(300)), // prettier-ignore
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.join('');
        const pieces = splitText(text);
        expect(pieces.join('')).toBe(text.replace(/\r\n?/g, '\n'));
        for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(20_000);
      }),
      { numRuns: 200 },
    );
  });
});
