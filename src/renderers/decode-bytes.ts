/** Bytes to text by the evidence there is: byte order mark, declared charset, UTF-8, windows-1252. */

export interface DecodedText {
  readonly text: string;
  /** Lower-case WHATWG name. */
  readonly encoding: string;
  /** Nothing named the encoding and the bytes are not UTF-8. */
  readonly guessed: boolean;
  /** Characters that could not be decoded, shown as U+FFFD. */
  readonly undecodable: number;
}

/** The encoding that the bytes themselves show: a byte order mark, or the zeros of UTF-16 markup. */
export function encodingOfBytes(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return 'utf-16le';
  if (a === 0 && b !== 0 && c === 0 && d !== 0) return 'utf-16be';
  return undefined;
}

/**
 * Decodes `bytes` by the first encoding that fits: their own mark, then each of `labels` (charsets
 * that were declared, best evidence first), then strict UTF-8, then windows-1252.
 */
export function decodeBytes(
  bytes: Uint8Array,
  labels: readonly (string | undefined)[] = [],
): DecodedText {
  const own = encodingOfBytes(bytes);
  if (own) return decodeAs(bytes, own);
  for (const label of labels) {
    const encoding = label === undefined ? undefined : knownEncoding(label);
    // UTF-16 is always seen in the bytes: a label that says so of ASCII-like bytes is wrong.
    if (encoding === undefined || encoding.startsWith('utf-16')) continue;
    if (encoding !== 'utf-8') return decodeAs(bytes, encoding);
    break;
  }
  return decodeUtf8OrLatin(bytes);
}

/** Text whose few bad bytes do not make it another encoding stays UTF-8. */
function decodeUtf8OrLatin(bytes: Uint8Array): DecodedText {
  const utf8 = decodeAs(bytes, 'utf-8');
  if (utf8.undecodable === 0 || /[\u0080-\uFFFC\uFFFE\uFFFF]/.test(utf8.text)) return utf8;
  return { ...decodeAs(bytes, 'windows-1252'), guessed: true };
}

function decodeAs(bytes: Uint8Array, encoding: string): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes);
  let undecodable = 0;
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1))
    undecodable += 1;
  return { text, encoding, guessed: false, undecodable };
}

/** The WHATWG name of a charset label; undefined for one that no browser knows. */
function knownEncoding(label: string): string | undefined {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return undefined;
  }
}
