import { useState } from 'react';
import type { ClinicalDocument } from '../model/clinical-document.ts';
import type { Content } from '../model/content.ts';
import type { MediaType } from '../model/media-type.ts';
import { isHtml, isXml, unknownEssence } from '../model/parse-media-type.ts';
import type { RendererCapabilities } from '../renderers/renderer.ts';
import { downloadBytes } from '../ui/download-bytes.ts';
import { fileName } from './file-name.ts';

export interface Save {
  /** Saves the exact bytes as they came, under a name without a patient's data; false: they did not come. */
  readonly start: () => Promise<boolean>;
  /** A harmless copy, for formats that another program would run. */
  readonly safe?: { readonly kind: 'html' | 'text'; readonly start: () => void };
  readonly failed: boolean;
  /** Something was saved where the page around this one may forbid it: no browser tells. */
  readonly mayHaveFailed: boolean;
}

export function useSave(
  document: ClinicalDocument,
  content: Content,
  capabilities: RendererCapabilities | undefined,
): Save {
  const [outcome, setOutcome] = useState<{
    readonly of: Content;
    readonly kind: 'failed' | 'given';
  }>();
  const told = (kind: 'failed' | 'given') => setOutcome({ of: content, kind });
  const give = (bytes: Uint8Array, name: string) => {
    downloadBytes(new Uint8Array(bytes), name);
    told('given');
  };
  const start = async () => {
    setOutcome(undefined);
    const bytes = await content.bytes();
    if (bytes.ok) give(bytes.value, fileName(document, typeOf(content)));
    else told('failed');
    return bytes.ok;
  };
  const giveText = (text: Promise<string>, mediaType: MediaType) =>
    void text.then(
      (words) => give(new TextEncoder().encode(words), fileName(document, mediaType, 'safe')),
      () => told('failed'),
    );
  const safe = safeCopy(capabilities, typeOf(content), giveText);
  const current = outcome?.of === content ? outcome.kind : undefined;
  return {
    start,
    ...(safe === undefined ? {} : { safe }),
    failed: current === 'failed',
    mayHaveFailed: current === 'given' && mayForbidDownloads(),
  };
}

function safeCopy(
  capabilities: RendererCapabilities | undefined,
  mediaType: MediaType,
  give: (text: Promise<string>, mediaType: MediaType) => void,
): Save['safe'] {
  const safeHtml = capabilities?.safeHtml?.bind(capabilities);
  if (safeHtml !== undefined)
    return { kind: 'html', start: () => give(safeHtml(), { essence: 'text/html' }) };
  const text = capabilities?.text?.bind(capabilities);
  if (text === undefined || !isActive(mediaType.essence)) return undefined;
  return { kind: 'text', start: () => give(text(), { essence: 'text/plain' }) };
}

/** Formats that browsers run code of, or that may lead elsewhere by their style sheets. */
const isActive = (essence: string): boolean => isHtml(essence) || isXml(essence);

function typeOf(content: Content): MediaType {
  const named = content.mediaType.essence !== unknownEssence;
  return named ? content.mediaType : (content.received() ?? content.mediaType);
}

/** In a frame that lacks `allow-downloads` a download is dropped without a word; of another site's frame nobody knows. */
function mayForbidDownloads(): boolean {
  if (window.top === window) return false;
  const around = window.frameElement;
  if (around === null) return true;
  const sandbox = around.getAttribute('sandbox');
  return sandbox !== null && !/(^|\s)allow-downloads(\s|$)/.test(sandbox);
}
