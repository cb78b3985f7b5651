/** AES-GCM over text: what is sealed can be neither read nor changed without the key. */

export const KEY_BYTES = 32;
/** NIST SP 800-38D section 8.2: 96 bits; drawn at random they stay unique for far more writes than a chart has. */
const IV_BYTES = 12;

type Bytes = Uint8Array<ArrayBuffer>;

export function randomBytes(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length));
}

/** Rejects where the browser has no WebCrypto: a page that is neither https nor on loopback. */
export function importKey(raw: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** @param context is not in the result, but must be the same when it is opened. */
export async function seal(key: CryptoKey, text: string, context: string): Promise<string> {
  const encoder = new TextEncoder();
  const iv = randomBytes(IV_BYTES);
  const algorithm = { name: 'AES-GCM', iv, additionalData: encoder.encode(context) };
  const sealed = await crypto.subtle.encrypt(algorithm, key, encoder.encode(text));
  return toBase64([...iv, ...new Uint8Array(sealed)]);
}

/** Undefined for what this key did not seal in this context. */
export async function unseal(
  key: CryptoKey,
  sealed: string,
  context: string,
): Promise<string | undefined> {
  const bytes = fromBase64(sealed);
  if (bytes === undefined) return undefined;
  const iv = bytes.slice(0, IV_BYTES);
  const algorithm = { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(context) };
  try {
    const text = await crypto.subtle.decrypt(algorithm, key, bytes.slice(IV_BYTES));
    return new TextDecoder('utf-8', { fatal: true }).decode(text);
  } catch {
    return undefined;
  }
}

function toBase64(bytes: readonly number[]): string {
  return btoa(bytes.map((byte) => String.fromCharCode(byte)).join(''));
}

function fromBase64(text: string): Bytes | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
