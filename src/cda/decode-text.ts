/**
 * Bytes to text. The encoding is fixed once, by byte order mark, the charset that came with the bytes, the
 * XML declaration, else UTF-8; bytes that are wrong in UTF-8 are read singly as windows-1252 and counted.
 */
export interface TextFeed {
  write(bytes: Uint8Array): string;
  end(): string;
  /** Bytes that the encoding does not know. */
  badBytes(): number;
}

const DECLARATION_LENGTH = 256;

/** `charset` as the server gave it, in any case. */
export function createTextFeed(charset?: string): TextFeed {
  let held = new Uint8Array(0);
  let decoder: ByteDecoder | undefined;
  return {
    write(bytes) {
      if (decoder !== undefined) return decoder.write(bytes);
      held = joined(held, bytes);
      if (held.length < DECLARATION_LENGTH) return '';
      decoder = chooseDecoder(held, charset);
      return decoder.write(held);
    },
    end() {
      if (decoder !== undefined) return decoder.end();
      decoder = chooseDecoder(held, charset);
      return decoder.write(held) + decoder.end();
    },
    badBytes: () => decoder?.badBytes() ?? 0,
  };
}

interface ByteDecoder {
  write(bytes: Uint8Array): string;
  end(): string;
  badBytes(): number;
}

function chooseDecoder(head: Uint8Array, charset: string | undefined): ByteDecoder {
  // Servers also say "unknown" and "binary": what no decoder knows says nothing.
  for (const label of [markOf(head), charset, declaredEncoding(head)]) {
    const decoder = label === undefined ? undefined : standardDecoder(label);
    if (decoder !== undefined) return decoder.encoding === 'utf-8' ? utf8() : standard(decoder);
  }
  return utf8();
}

function markOf(head: Uint8Array): string | undefined {
  const [a, b, c, d] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0 && b === 0x3c && c === 0) return 'utf-16be';
  if (a === 0x3c && b === 0 && d === 0) return 'utf-16le';
  return undefined;
}

function declaredEncoding(head: Uint8Array): string | undefined {
  const text = String.fromCharCode(...head.subarray(0, DECLARATION_LENGTH));
  const label = /<\?xml[^>]*?\bencoding\s*=\s*["']([A-Za-z][\w.:-]*)["']/.exec(text)?.[1];
  // A declaration that can be read as bytes is not UTF-16, whatever it says.
  return label === undefined || /^(utf-?16|ucs-?2|iso-10646)/i.test(label) ? undefined : label;
}

function standardDecoder(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label);
  } catch {
    return undefined;
  }
}

function standard(decoder: TextDecoder): ByteDecoder {
  return {
    write: (bytes) => decoder.decode(bytes, { stream: true }),
    end: () => decoder.decode(),
    badBytes: () => 0,
  };
}

function utf8(): ByteDecoder {
  const fast = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let bad = 0;
  let carried = new Uint8Array(0);
  let first = true;
  function decode(bytes: Uint8Array): string {
    let text: string;
    try {
      text = fast.decode(bytes);
    } catch {
      const slow = decodeSingly(bytes);
      bad += slow.bad;
      text = slow.text;
    }
    if (first && text !== '') {
      first = false;
      if (text.startsWith('\ufeff')) return text.slice(1);
    }
    return text;
  }
  return {
    write(bytes) {
      const all = carried.length === 0 ? bytes : joined(carried, bytes);
      const complete = all.length - incompleteTail(all);
      carried = all.slice(complete);
      return decode(all.subarray(0, complete));
    },
    end() {
      const rest = carried;
      carried = new Uint8Array(0);
      return decode(rest);
    },
    badBytes: () => bad,
  };
}

/** How many bytes at the end begin a sequence that is not finished. */
function incompleteTail(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    return sequenceLength(byte) > back ? back : 0;
  }
  return 0;
}

function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  if (lead >= 0xf0 && lead <= 0xf4) return 4;
  return 1;
}

function decodeSingly(bytes: Uint8Array): { text: string; bad: number } {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const western = new TextDecoder('windows-1252');
  let text = '';
  let bad = 0;
  let start = 0;
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes[at] ?? 0);
    if (isValidSequence(bytes, at, length)) {
      at += length;
      continue;
    }
    text += strict.decode(bytes.subarray(start, at));
    text += western.decode(bytes.subarray(at, at + 1));
    bad += 1;
    at += 1;
    start = at;
  }
  return { text: text + strict.decode(bytes.subarray(start)), bad };
}

function isValidSequence(bytes: Uint8Array, at: number, length: number): boolean {
  const lead = bytes[at] ?? 0;
  if (length === 1) return lead < 0x80;
  if (at + length > bytes.length) return false;
  for (let index = 1; index < length; index += 1) {
    if (((bytes[at + index] ?? 0) & 0xc0) !== 0x80) return false;
  }
  const second = bytes[at + 1] ?? 0;
  if (lead === 0xe0) return second >= 0xa0;
  if (lead === 0xed) return second <= 0x9f;
  if (lead === 0xf0) return second >= 0x90;
  if (lead === 0xf4) return second <= 0x8f;
  return true;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}
