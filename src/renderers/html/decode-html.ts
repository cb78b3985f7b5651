/** The bytes of an HTML document as text: BOM, HTTP charset, meta in the first 1024 bytes, UTF-8, windows-1252. */
import { decodeBytes, type DecodedText } from '../decode-bytes.ts';

/**
 * Decodes `bytes`; `charset` is what came with them over HTTP.
 * Order of evidence: https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding
 */
export function decodeHtml(bytes: Uint8Array, charset?: string): DecodedText {
  return decodeBytes(bytes, [charset, declaredInMarkup(bytes)]);
}

/** `<meta charset>`, `<meta http-equiv content="…charset=…">` or the XML declaration's encoding. */
export function declaredInMarkup(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 1024));
  const xml = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1];
  if (xml !== undefined) return xml;
  for (const meta of head.matchAll(/<meta[\s/][^>]*>/gi)) {
    const label = /charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(meta[0])?.[1];
    if (label !== undefined) return label;
  }
  return undefined;
}
