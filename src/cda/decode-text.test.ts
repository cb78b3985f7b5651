import { describe, expect, it } from 'vitest';
import { parse, section, words, wrap } from './tested-document.ts';

describe('encodings', () => {
  const source = wrap(section('Müller €'));
  const western = Uint8Array.from(wrap(section('M\u00fcller')), (c) => c.charCodeAt(0));
  const utf16 = new Uint8Array(
    [...`\ufeff${source}`].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
  );
  const declared = Uint8Array.from(
    `<?xml version="1.0" encoding="ISO-8859-1"?>${wrap(section('M\u00fcller'))}`,
    (c) => c.charCodeAt(0),
  );
  it.each([
    { title: 'UTF-8', bytes: new TextEncoder().encode(source), expected: 'T Müller €' },
    {
      title: 'UTF-8 with a mark',
      bytes: new TextEncoder().encode(`\ufeff${source}`),
      expected: 'T Müller €',
    },
    { title: 'UTF-16 with a mark', bytes: utf16, expected: 'T Müller €' },
    { title: 'a declared western encoding', bytes: declared, expected: 'T Müller' },
    {
      title: 'a charset of the answer',
      bytes: western,
      charset: 'iso-8859-1',
      expected: 'T Müller',
    },
    {
      title: 'an unknown charset of the answer',
      bytes: new TextEncoder().encode(source),
      charset: 'x-none',
      expected: 'T Müller €',
    },
    ...['unknown', 'binary', 'x-none', ''].map((charset) => ({
      title: `the declared encoding where the answer says "${charset}"`,
      bytes: declared,
      charset,
      expected: 'T Müller',
    })),
    {
      title: 'a declaration of UTF-16 that is not',
      bytes: new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-16"?>${source}`),
      expected: 'T Müller €',
    },
  ])('reads $title', ({ bytes, charset, expected }) => {
    for (const chunkSize of [1, 5, 100_000]) {
      expect(words(parse(bytes, chunkSize, charset))).toBe(expected);
    }
  });

  it('reads bytes that are wrong in UTF-8 singly and counts them', () => {
    const parsed = parse(western);
    expect(words(parsed)).toBe('T Müller');
    expect(parsed.repairs).toEqual({ badBytes: 1 });
  });
});
