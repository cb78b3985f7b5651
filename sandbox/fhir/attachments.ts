import type { ChartDocument, ChartRendition } from '../charts/chart.ts';
import { encodeBase64 } from './base64.ts';
import { compact, type Resource } from './resource.ts';

/** Where the attachments of one answer point to. */
export interface Links {
  readonly base: string;
  readonly tenant: string;
  /** The foreign host. */
  readonly storage: string;
  /** Whether a rendition's bytes are put inline, whatever its link says (the answer of a linked DocumentReference). */
  readonly inline?: boolean;
}

/** FHIR `Attachment`, the same in both versions. */
async function attachmentOf(
  rendition: ChartRendition,
  document: ChartDocument,
  links: Links,
): Promise<Resource> {
  const link = links.inline ? 'inline' : (rendition.link ?? 'absolute');
  return compact({
    contentType: rendition.contentType,
    url: urlOf(rendition.id, link, links),
    data: link === 'inline' ? encodeBase64(await rendition.body()) : undefined,
    size: rendition.size,
    title: rendition.title ?? document.title,
    creation: document.date,
  });
}

function urlOf(
  id: string,
  link: NonNullable<ChartRendition['link']>,
  links: Links,
): string | undefined {
  const binary = `Binary/${encodeURIComponent(id)}`;
  switch (link) {
    case 'absolute':
      return `${links.base}/${binary}`;
    case 'relative':
      return binary;
    case 'rootRelative':
      return `${new URL(links.base).pathname}/${binary}`;
    case 'foreign':
      return `${links.storage}/${links.tenant}/${binary}`;
    case 'documentReference':
      return `${links.base}/DocumentReference/${encodeURIComponent(id)}`;
    case 'inline':
    case 'none':
      return undefined;
  }
}

export function attachmentsOf(document: ChartDocument, links: Links): Promise<Resource[]> {
  return Promise.all(document.renditions.map((one) => attachmentOf(one, document, links)));
}
