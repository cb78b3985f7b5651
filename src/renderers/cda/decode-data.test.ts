import { describe, expect, it } from 'vitest';
import { decodeData } from './decode-data.ts';

async function textOf(data: Parameters<typeof decodeData>[0]): Promise<string> {
  const content = await decodeData(data);
  if (!content.ok) return content.error.kind;
  const bytes = await content.value.bytes();
  return bytes.ok ? new TextDecoder().decode(bytes.value) : bytes.error.kind;
}

async function compressed(format: CompressionFormat): Promise<string> {
  const stream = new Blob(['Hello']).stream().pipeThrough(new CompressionStream(format));
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

  it('says that damaged data is damaged', async () => {
    expect(await textOf({ representation: 'B64', compression: 'GZ', text: 'AAAA' })).toBe(
      'damaged',
    );
    expect(await textOf({ representation: 'B64', text: 'A' })).toBe('damaged');
  });
});
