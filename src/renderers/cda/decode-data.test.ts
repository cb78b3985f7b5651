import { describe, expect, it } from 'vitest';
import { decodeData } from './decode-data.ts';

async function textOf(data: Parameters<typeof decodeData>[0]): Promise<string> {
  const content = await decodeData(data);
  if (!content.ok) return content.error.kind;
  const bytes = await content.value.bytes();
  return bytes.ok ? new TextDecoder().decode(bytes.value) : bytes.error.kind;
}

async function compressed(format: CompressionFormat, text = 'Hello'): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream(format));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  return btoa(String.fromCharCode(...bytes));
}

describe('decodeData', () => {
  it('decodes text and dirty base64', async () => {
    expect(await textOf({ representation: 'TXT', text: 'Grüße' })).toBe('Grüße');
    expect(await textOf({ representation: 'B64', text: 'SGVs\n bG8=' })).toBe('Hello');
  });

  it.each([
    { compression: 'DF', format: 'deflate-raw' },
    { compression: 'GZ', format: 'gzip' },
    { compression: 'ZL', format: 'deflate' },
  ] as const)('unfolds $compression', async ({ compression, format }) => {
    const text = await compressed(format);
    expect(await textOf({ representation: 'B64', compression, text })).toBe('Hello');
  });

  it.each([
    { title: 'a PDF', mediaType: 'application/pdf', text: 'JVBERi0x\nLjQ=', expected: '%PDF-1.4' },
    { title: 'an RTF', mediaType: 'text/rtf', text: 'e1xydGYxfQ==', expected: '{\\rtf1}' },
    { title: 'a plain RTF', mediaType: 'text/rtf', text: '{\\rtf1 abcdefgh}', expected: '{\\rtf1 abcdefgh}' },
    { title: 'words', mediaType: 'text/plain', text: 'Aspirin', expected: 'Aspirin' },
    { title: 'words of no type', mediaType: undefined, text: 'Metoprolol', expected: 'Metoprolol' },
  ])('takes $title that does not say how it is encoded for what it is', async ({ mediaType, text, expected }) => {
    const type = mediaType === undefined ? {} : { mediaType };
    expect(await textOf({ representation: 'TXT', text, ...type })).toBe(expected);
  }); // prettier-ignore

  it.each(['Z', 'BZ', 'Z7', 'constructor'])('does not guess at the compression %s', async (compression) => {
    expect(await textOf({ representation: 'B64', compression, text: 'AAAA' })).toBe('unknownCompression');
  }); // prettier-ignore

  it('says that damaged data is damaged', async () => {
    expect(await textOf({ representation: 'B64', compression: 'GZ', text: 'AAAA' })).toBe(
      'damaged',
    );
    expect(await textOf({ representation: 'B64', text: 'A' })).toBe('damaged');
  });

  it('says that what unfolds beyond the limit is too large, not damaged', async () => {
    const text = await compressed('gzip', 'a'.repeat(100_001));
    const data = { representation: 'B64', compression: 'GZ', text } as const;
    expect(await decodeData(data, 100_001)).toMatchObject({ ok: true });
    expect(await decodeData(data, 100_000)).toEqual({
      ok: false,
      error: { kind: 'tooLarge', limit: 100_000 },
    });
  });
});
