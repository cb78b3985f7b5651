import type { Attachment } from '../model/attachment.ts';
import type { DocumentProblem, Rendition } from '../model/clinical-document.ts';
import { isMisspelt, parseMediaType } from '../model/parse-media-type.ts';
import { type JsonObject, numberOf, textOf } from './fhir-resource.ts';
import type { MappingContext } from './mapping-context.ts';

/** The formats of one document and what is wrong with how they are given. */
export interface Renditions {
  readonly renditions: readonly Rendition[];
  readonly problems: readonly DocumentProblem[];
}

/** All attachments of a resource: the same document in several formats, each once. */
export function readRenditions(
  attachments: readonly JsonObject[],
  context: MappingContext,
): Renditions {
  const renditions = new Map<string, Rendition>();
  const problems: DocumentProblem[] = [];
  for (const json of attachments) {
    const attachment = readAttachment(json, context.base);
    const { url, data, mediaType } = attachment;
    if (url === undefined && data === undefined) {
      problems.push({ kind: 'attachmentWithoutAddress' });
      continue;
    }
    const name = `${mediaType.essence} ${url ?? data}`;
    if (renditions.has(name)) continue;
    renditions.set(name, { attachment });
    problems.push(...attachmentProblems(attachment, context));
  }
  if (attachments.length === 0) problems.push({ kind: 'noAttachment' });
  return { renditions: [...renditions.values()], problems };
}

function readAttachment(json: JsonObject, base: string): Attachment {
  const url = textOf(json['url']);
  const data = textOf(json['data']);
  const title = textOf(json['title']);
  const size = numberOf(json['size']);
  const language = textOf(json['language']);
  const creation = textOf(json['creation']);
  return {
    mediaType: parseMediaType(textOf(json['contentType'])),
    ...(url === undefined ? {} : { url: resolveAddress(url, base) }),
    ...(data === undefined ? {} : { data }),
    ...(title === undefined ? {} : { title }),
    ...(size === undefined ? {} : { size }),
    ...(language === undefined ? {} : { language }),
    ...(creation === undefined ? {} : { creation }),
  };
}

/**
 * An absolute address stays exactly as given ("modifying the link has undefined consequences"). A relative
 * one belongs to the base; `/Binary/1` does too, unless it repeats the base's own path.
 */
export function resolveAddress(url: string, base: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(url)) return url;
  const { origin, protocol, pathname } = new URL(base);
  if (url.startsWith('//')) return protocol + url;
  if (!url.startsWith('/')) return `${base}/${url}`;
  const basePath = pathname.replace(/\/$/, '');
  return url.startsWith(`${basePath}/`) ? origin + url : base + url;
}

function attachmentProblems(attachment: Attachment, context: MappingContext): DocumentProblem[] {
  const { mediaType, url } = attachment;
  const problems: DocumentProblem[] = [];
  if (mediaType.declared === undefined) problems.push({ kind: 'mediaTypeMissing' });
  else if (isMisspelt(mediaType)) {
    problems.push({ kind: 'mediaTypeMisspelt', declared: mediaType.declared });
  }
  if (url !== undefined && attachment.data === undefined) {
    const host = context.refusedHost(url);
    if (host !== undefined) problems.push({ kind: 'attachmentAddressOutsideServer', host });
  }
  return problems;
}
