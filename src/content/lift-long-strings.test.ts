import { assert, asyncProperty, integer, json, property, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64 } from './decode-base64.ts';
import { liftLongStrings, type LongStrings } from './lift-long-strings.ts';

/** Reads the text in chunks of these lengths, repeated, and takes out strings of more than four bytes. */
function liftedFrom(text: string, chunkLengths: readonly number[] = [Infinity]): LongStrings {
  const bytes = new TextEncoder().encode(text);
  const strings = liftLongStrings(4);
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const length = Math.max(1, chunkLengths[turn % chunkLengths.length] ?? 1);
    strings.write(bytes.subarray(at, at + length));
    at += length;
  }
  return strings;
}

/** The value with its strings put back. */
function whole(strings: LongStrings): unknown {
  const text = strings.text();
  if (text === undefined) return undefined;
  return restored(JSON.parse(text), strings);
}

function restored(value: unknown, strings: LongStrings): unknown {
  if (typeof value === 'string') return [...strings.partsOf(value)].join('');
  if (Array.isArray(value)) return value.map((item) => restored(item, strings));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      [...strings.partsOf(key)].join(''),
      restored(item, strings),
    ]),
  );
}

describe('JSON without its long strings', () => {
  it.each([
    { title: 'short strings stay', input: '{"a":"word"}', expected: '{"a":"word"}' },
    { title: 'a long one leaves its mark', input: '{"a":"words"}', expected: '{"a":"\\u00000"}' },
    { title: 'in order, wherever they stand', input: '[["first"],{"b":"second"}]', expected: '[["\\u00000"],{"b":"\\u00001"}]' },
    { title: 'a quote that is escaped ends none', input: '["a\\"b\\\\","c"]', expected: '["\\u00000","c"]' },
    { title: 'a byte order mark is no part of it', input: '\ufeff["a"]', expected: '["a"]' },
  ])('is small: $title', ({ input, expected }) => {
    expect(liftedFrom(input).text()).toBe(expected);
  }); // prettier-ignore

  it.each([
    { title: 'never ends', input: '["abcdef' },
    { title: 'ends in an escape', input: '["abcdef\\"' },
    { title: 'has a line break', input: '["abc\ndef"]' },
    { title: 'has an escape that JSON does not know', input: '["abc\\xdef"]' },
    { title: 'has an escape without its digits', input: '["abcdef\\u00g0"]' },
    { title: 'is cut off inside an escape', input: '["abcdef\\u00"]' },
  ])('is no JSON where a long string $title', ({ input }) => {
    expect(liftedFrom(input).text()).toBeUndefined();
  });

  it('says the same as the whole, however it is cut', () => {
    assert(
      property(json({ stringUnit: 'binary' }), uint8Array({ minLength: 1, maxLength: 8 }), (text, cuts) => {
        expect(whole(liftedFrom(text, [...cuts]))).toEqual(JSON.parse(text));
      }),
    ); // prettier-ignore
  });

  it('resolves escapes that lie across a cut', () => {
    const input = '["\\u00e9\\/\\n\\\\\\u002B end"]';
    for (let cut = 1; cut < input.length; cut += 1)
      expect(whole(liftedFrom(input, [cut, 1]))).toEqual(JSON.parse(input));
  });
});

describe('base64 in parts', () => {
  async function decoded(parts: readonly string[]): Promise<string | undefined> {
    const found: number[] = [];
    for await (const bytes of decodeBase64(parts)) {
      if (bytes === undefined) return undefined;
      found.push(...bytes);
    }
    return Buffer.from(found).toString('latin1');
  }

  it.each([
    { title: 'cut anywhere', input: ['d', '29yZ', 'HM', '='], expected: 'words' },
    { title: 'without padding', input: ['d29', 'yZHM'], expected: 'words' },
    { title: 'in lines', input: ['d29y\r', '\nZHM=\r\n'], expected: 'words' },
    { title: 'of the URL alphabet', input: ['Pz8', '_'], expected: '???' },
    { title: 'nothing', input: [' ', '\n'], expected: '' },
    { title: 'going on behind its padding', input: ['d29yZHM=', 'd29y'], expected: undefined },
    { title: 'one letter too many', input: ['d29y', 'Z'], expected: undefined },
    { title: 'a letter of no alphabet', input: ['d2', '9!'], expected: undefined },
  ])('is read: $title', async ({ input, expected }) => {
    expect(await decoded(input)).toBe(expected);
  });

  it('gives back any bytes', async () => {
    await assert(
      asyncProperty(uint8Array(), integer({ min: 1, max: 9 }), async (bytes, length) => {
        const text = Buffer.from(bytes).toString('base64');
        const parts = text.match(new RegExp(`.{1,${length}}`, 'g')) ?? [];
        expect(await decoded(parts)).toBe(Buffer.from(bytes).toString('latin1'));
      }),
    );
  });
});
