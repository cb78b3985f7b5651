/** What is known of a content before a renderer is chosen: declared type, first bytes, XML root. */
import type { Content, ContentError } from '../model/content.ts';
import { ok, type Result } from '../shared/result.ts';
import { encodingOfBytes } from './decode-bytes.ts';
import type { ContentTraits } from './renderer.ts';
import { readXmlRoot } from './xml-root.ts';

const headLength = 4096;
/** Licences and style sheets before the root element can be long: a clinical document must not pass for text. */
const prologLength = 256 * 1024;

/** Reads the first 4 KB of `content`, more while only a prolog is there (one request, shared with the later reader). */
export async function readTraits(content: Content): Promise<Result<ContentTraits, ContentError>> {
  const head = await content.head(headLength);
  if (!head.ok) return head;
  const traits = traitsOf(content.received() ?? content.mediaType, content.mediaType, head.value);
  if (traits.root || head.value.length < headLength || !beginsAsMarkup(traits.head))
    return ok(traits);
  const longer = await content.head(prologLength);
  const root = longer.ok ? readXmlRoot(headText(longer.value)) : undefined;
  return ok(root ? { ...traits, root } : traits);
}

const beginsAsMarkup = (head: Uint8Array): boolean =>
  headText(head)
    .replace(/^\uFEFF/, '')
    .trimStart()
    .startsWith('<');

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
