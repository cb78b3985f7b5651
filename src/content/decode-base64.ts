import { giveWay } from './give-way.ts';

/** Base64 characters decoded in one go: a multiple of four, some milliseconds' work. */
const sliceLength = 1 << 19;

/**
 * The bytes of base64 as servers write it, in parts of any length: line breaks, missing padding and the URL
 * alphabet included. Yields slices, giving way to the page between them; undefined, as the last value, where the
 * text is no base64.
 */
export async function* decodeBase64(
  parts: Iterable<string>,
): AsyncGenerator<Uint8Array | undefined> {
  const rest = giveWay();
  let carried = '';
  let padded = false;
  for (const part of parts) {
    for (let start = 0; start < part.length; start += sliceLength) {
      await rest();
      const slice = clean(part.slice(start, start + sliceLength));
      // Padding ends the text: more words behind it are none of base64.
      if (padded && /[^=]/.test(slice)) {
        yield undefined;
        return;
      }
      const text = carried + slice.replace(/=+$/, '');
      padded ||= slice.endsWith('=');
      const usable = text.length - (text.length % 4);
      carried = text.slice(usable);
      const bytes = decodeSlice(text.slice(0, usable));
      if (bytes === undefined) {
        yield undefined;
        return;
      }
      if (bytes.length > 0) yield bytes;
    }
  }
  const last = decodeSlice(carried);
  if (last === undefined || last.length > 0) yield last;
}

const clean = (text: string): string =>
  text.replace(/\s+/g, '').replaceAll('-', '+').replaceAll('_', '/');

function decodeSlice(text: string): Uint8Array | undefined {
  let binary: string;
  try {
    binary = atob(text);
  } catch {
    return undefined;
  }
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}
