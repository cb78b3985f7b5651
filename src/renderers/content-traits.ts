/** What is known of a content before a renderer is chosen: declared type, first bytes, XML root. */
import type { Content, ContentError } from '../model/content.ts';
import { ok, type Result } from '../shared/result.ts';
import { headText } from './head-text.ts';
import type { ContentTraits } from './renderer.ts';
import { sniff } from './sniff.ts';
import { readXmlRoot } from './xml-root.ts';

const headLength = 4096;
/** Licences and style sheets before the root element can be long: a clinical document must not pass for text. */
const prologLength = 256 * 1024;

/**
 * Reads the first 4 KB of `content`; more where those are markup or text in which a clinical document may yet
 * begin (one request, shared with the later reader).
 */
export async function readTraits(content: Content): Promise<Result<ContentTraits, ContentError>> {
  const head = await content.head(headLength);
  if (!head.ok) return head;
  const traits = traitsOf(content.received() ?? content.mediaType, content.mediaType, head.value);
  if (head.value.length < headLength || !mayHoldMore(traits)) return ok(traits);
  const longer = await content.head(prologLength);
  const root = longer.ok ? rootOf(headText(longer.value), traits.mediaType) : undefined;
  return ok(root ? { ...traits, root } : traits);
}

/** Neither a clinical document already, nor HTML, nor bytes of a format that is no text. */
function mayHoldMore({ root, head, mediaType }: ContentTraits): boolean {
  if (root !== undefined) return !isSettled(root, mediaType.essence);
  return holdsText(head);
}

/** A format that is no text shows it in its first characters. */
function holdsText(head: Uint8Array): boolean {
  const format = sniff(head);
  // oxlint-disable-next-line no-control-regex
  const control = /[\u0000-\u0008\u000e-\u001a]/.test(headText(head).slice(0, 64));
  return (format === undefined || format === 'html') && !control;
}

/** The traits of `head`. A declared type wins over the answer's, unless it says nothing. */
export function traitsOf(
  received: ContentTraits['mediaType'],
  declared: ContentTraits['mediaType'],
  head: Uint8Array,
): ContentTraits {
  const mediaType = saysSomething(declared.essence) ? declared : received;
  const first = head.subarray(0, headLength);
  const root = holdsText(first) ? rootOf(headText(first), mediaType) : readXmlRoot(headText(first));
  return { mediaType, head: first, ...(root ? { root } : {}) };
}

type Root = NonNullable<ContentTraits['root']>;

export const isClinicalDocument = ({ localName }: Root): boolean =>
  localName.toLowerCase() === 'clinicaldocument';

/** Whether `root` says all: what else is in HTML is part of the page. */
const isSettled = (root: Root, essence: string): boolean =>
  isClinicalDocument(root) || root.localName.toLowerCase() === 'html' || essence === 'text/html';

const xmlType = /^(application|text)\/(.+\+)?xml$/;
const documentTag = /<(?:[\w.-]+:)?ClinicalDocument[\s/>]/i;
/** Text may quote a tag; a document begins a line or follows markup. */
const documentTagInText = /(?:^|[\r\n>])[^\S\r\n]*<(?:[\w.-]+:)?ClinicalDocument[\s/>]/i;

/**
 * The root element. A clinical document behind junk or in an envelope counts: the renderers of text and source
 * do not compare its patient.
 */
function rootOf(text: string, { essence }: ContentTraits['mediaType']): Root | undefined {
  const root = readXmlRoot(text);
  if (root !== undefined && isSettled(root, essence)) return root;
  const tag = root !== undefined || xmlType.test(essence) ? documentTag : documentTagInText;
  const plain = withoutComments(text);
  const found = tag.exec(plain);
  if (found === null) return root;
  return (
    readXmlRoot(plain.slice(plain.indexOf('<', found.index))) ?? { localName: 'ClinicalDocument' }
  );
}

/** Comments as line breaks. No regular expression: on comments without end it would be quadratic. */
function withoutComments(text: string): string {
  let plain = '';
  let from = 0;
  for (;;) {
    const start = text.indexOf('<!--', from);
    const end = start < 0 ? -1 : text.indexOf('-->', start + 4);
    if (end < 0) return plain + text.slice(from);
    plain += `${text.slice(from, start)}\n`;
    from = end + 3;
  }
}

const saysSomething = (essence: string): boolean =>
  essence !== '' && essence !== 'application/octet-stream' && essence !== 'binary/octet-stream';
