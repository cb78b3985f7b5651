import type { EncapsulatedData } from '../../cda/cda-media.ts';
import type { Content } from '../../model/content.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { contentFromBytes } from '../bytes-content.ts';

export type DataError =
  | { readonly kind: 'damaged' }
  /** Unfolded it would be larger than so many bytes. */
  | { readonly kind: 'tooLarge'; readonly limit: number }
  | { readonly kind: 'unknownCompression'; readonly name: string };

/** A compressed body may not grow beyond this: a few bytes can unfold into gigabytes. */
const MAX_BYTES = 64_000_000;

/** By HL7's code. Senders mix up deflate with and without zlib's header: both are tried, the right one first. */
const FORMATS: ReadonlyMap<string, readonly CompressionFormat[]> = new Map<
  string,
  readonly CompressionFormat[]
>([
  ['DF', ['deflate-raw', 'deflate']],
  ['GZ', ['gzip']],
  ['ZL', ['deflate', 'deflate-raw']],
]);

/** HL7 `ED` to the bytes it stands for, as a content of its media type; decompressed to at most `limit` bytes. */
export async function decodeData(
  data: EncapsulatedData,
  limit = MAX_BYTES,
): Promise<Result<Content, DataError>> {
  const formats = FORMATS.get(data.compression?.toUpperCase() ?? '');
  if (formats === undefined && data.compression !== undefined)
    return err({ kind: 'unknownCompression', name: data.compression });
  const encoded = data.representation === 'B64' || isBase64Unsaid(data);
  const bytes = encoded ? fromBase64(data.text) : utf8(data.text);
  if (bytes === undefined) return err({ kind: 'damaged' });
  const plain = formats === undefined ? ok(bytes) : await decompressAny(bytes, formats, limit);
  if (!plain.ok) return plain;
  const essence = (data.mediaType ?? 'text/plain').split(';', 1)[0]?.trim() ?? 'text/plain';
  const charset = !encoded ? { charset: 'utf-8' } : {};
  return ok(contentFromBytes(plain.value, { declared: data.mediaType ?? '', essence, ...charset }));
}

/**
 * Whether data is base64 although its author does not say so: what is compressed or of a binary type cannot stand
 * in XML otherwise.
 */
function isBase64Unsaid({ mediaType, compression, text }: EncapsulatedData): boolean {
  const binary =
    compression !== undefined ||
    (mediaType !== undefined && !/^text\/(?!rtf)|[/+](xml|json|html)\b/.test(mediaType));
  return binary && text.length >= 8 && /^[A-Za-z0-9+/_\s-]+=*\s*$/.test(text);
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function fromBase64(text: string): Uint8Array | undefined {
  const clean = text
    .replace(/[^A-Za-z0-9+/_-]/g, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/');
  try {
    const binary = atob(clean);
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

async function decompressAny(
  bytes: Uint8Array,
  formats: readonly CompressionFormat[],
  limit: number,
): Promise<Result<Uint8Array, DataError>> {
  let last: Result<Uint8Array, DataError> = err({ kind: 'damaged' });
  for (const format of formats) {
    last = await decompress(bytes, format, limit);
    if (last.ok || last.error.kind === 'tooLarge') return last;
  }
  return last;
}

async function decompress(
  bytes: Uint8Array,
  format: CompressionFormat,
  limit: number,
): Promise<Result<Uint8Array, DataError>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    const stream = new Blob([bytes.slice()]).stream().pipeThrough(new DecompressionStream(format));
    const reader = stream.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.length;
      if (size > limit) {
        await reader.cancel();
        return err({ kind: 'tooLarge', limit });
      }
      parts.push(part.value);
    }
  } catch {
    return err({ kind: 'damaged' });
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return ok(all);
}
