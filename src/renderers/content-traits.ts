/** What is known of a content before a renderer is chosen: declared type, first bytes, XML root. */
import type { Content, ContentError } from '../model/content.ts';
import { ok, type Result } from '../shared/result.ts';
import { encodingOfBytes } from './decode-bytes.ts';
import type { ContentTraits } from './renderer.ts';
import { readXmlRoot } from './xml-root.ts';

const headLength = 4096;

/** Reads the first 4 KB of `content` (one request, shared with the later reader). */
export async function readTraits(content: Content): Promise<Result<ContentTraits, ContentError>> {
  const head = await content.head(headLength);
  if (!head.ok) return head;
  return ok(traitsOf(content.received() ?? content.mediaType, content.mediaType, head.value));
}

/** The traits of `head`. A declared type wins over the answer's, unless it says nothing. */
export function traitsOf(
  received: ContentTraits['mediaType'],
  declared: ContentTraits['mediaType'],
  head: Uint8Array,
): ContentTraits {
  const mediaType = saysSomething(declared.essence) ? declared : received;
  const first = head.subarray(0, headLength);
  const root = readXmlRoot(headText(first));
  return { mediaType, head: first, ...(root ? { root } : {}) };
}

/** The head as text, good enough to find markup in: any ASCII-compatible encoding, or UTF-16. */
export function headText(head: Uint8Array): string {
  const encoding = encodingOfBytes(head);
  return new TextDecoder(encoding ?? 'windows-1252').decode(head);
}

const saysSomething = (essence: string): boolean =>
  essence !== '' && essence !== 'application/octet-stream' && essence !== 'binary/octet-stream';
