/** Base64 characters decoded in one go: a multiple of four, some milliseconds' work. */
const sliceLength = 1 << 20;

/**
 * The bytes of base64 as servers write it: line breaks, missing padding and the URL alphabet included.
 * Yields slices, giving way to the page between them; undefined, as the last value, where the text is no base64.
 */
export async function* decodeBase64(text: string): AsyncGenerator<Uint8Array | undefined> {
  let carried = '';
  for (let start = 0; start < text.length; start += sliceLength) {
    if (start > 0) await new Promise((resolve) => setTimeout(resolve));
    const slice = carried + clean(text.slice(start, start + sliceLength));
    const isLast = start + sliceLength >= text.length;
    const usable = isLast ? slice.length : slice.length - (slice.length % 4);
    carried = slice.slice(usable);
    const bytes = decodeSlice(slice.slice(0, usable));
    if (bytes === undefined) {
      yield undefined;
      return;
    }
    if (bytes.length > 0) yield bytes;
  }
}

const clean = (text: string): string =>
  text.replace(/\s+/g, '').replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');

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
