import { looksLikeHtml } from '../fhir/parse-answer.ts';
import type { MediaType } from '../model/media-type.ts';
import { isHtml, isJson, isXml } from '../model/parse-media-type.ts';

/** What an answer to a document's link turns out to be; its first bytes decide, not the link's path. */
export type AnswerKind = 'bytes' | 'fhirJson' | 'fhirXml' | 'loginPage';

/** Bytes needed to decide. */
export const decisiveLength = 1024;

/**
 * @param head the first bytes of the answer
 * @param received its `Content-Type`
 * @param wanted the attachment's declared type
 */
export function answerKind(head: Uint8Array, received: MediaType, wanted: MediaType): AnswerKind {
  const text = new TextDecoder('windows-1252').decode(head.subarray(0, decisiveLength));
  const start = text.replace(/^(?:ï»¿)?\s*/, '');
  if (isWrapped(received, wanted) || (start.startsWith('{') && mayWrap(start))) return 'fhirJson';
  if (isFhirXml(received.essence) || /<Binary\s[^>]*http:\/\/hl7\.org\/fhir/.test(start))
    return 'fhirXml';
  return isLoginPage(text, received, wanted) ? 'loginPage' : 'bytes';
}

const isWrapped = ({ essence }: MediaType, wanted: MediaType): boolean =>
  isJson(essence) && (essence.includes('fhir') || !isJson(wanted.essence));

const isFhirXml = (essence: string): boolean => isXml(essence) && essence.includes('fhir');

/** A JSON answer that names a resource within its first bytes; Binary and DocumentReference are unwrapped. */
const mayWrap = (start: string): boolean => /"resourceType"\s*:/.test(start);

/** A portal's sign-in page arrives with status 200 where the document was to be of another kind. */
function isLoginPage(text: string, received: MediaType, wanted: MediaType): boolean {
  const says = wanted.declared !== undefined && wanted.essence !== 'application/octet-stream';
  if (!says || isHtml(wanted.essence) || wanted.essence === 'text/plain') return false;
  return received.essence === 'text/html' && looksLikeHtml(text);
}
