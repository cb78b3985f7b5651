/** All bytes of a content with progress on the way, for renderers that need the whole document. */
import type { Content, ContentError } from '../model/content.ts';
import type { Result } from '../shared/result.ts';
import type { RendererEvent } from './renderer.ts';

/**
 * Reads `content` to its end and reports progress. Undefined when `signal` ended it: the reader
 * has gone, and nobody is to be told anything.
 */
export async function readBytes(
  content: Content,
  report: (event: RendererEvent) => void,
  signal: AbortSignal,
): Promise<Result<Uint8Array, ContentError> | undefined> {
  let received = 0;
  for await (const chunk of content.chunks()) {
    if (signal.aborted) return undefined;
    if (!chunk.ok) return chunk;
    received += chunk.value.byteLength;
    const { total } = content.progress();
    report({ kind: 'progress', received, ...(total === undefined ? {} : { total }) });
  }
  const bytes = await content.bytes();
  return signal.aborted ? undefined : bytes;
}
