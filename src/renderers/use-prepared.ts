/** The life of a simple renderer: read everything, prepare it, show it; unmounting cancels. */
import { useEffect, useEffectEvent, useState } from 'react';
import type { Content } from '../model/content.ts';
import type { Result } from '../shared/result.ts';
import { readBytes } from './read-bytes.ts';
import type { RendererProps, Sentence } from './renderer.ts';

/**
 * What `prepare` made of the document's bytes, undefined until then. Failures are reported as
 * problems; `signal` ends with the renderer; `ready` is left to the renderer, once the result is on screen.
 */
export function usePrepared<T>(
  { content, report }: Pick<RendererProps, 'content' | 'report'>,
  prepare: (
    bytes: Uint8Array,
    content: Content,
    signal: AbortSignal,
  ) => Promise<Result<T, Sentence>>,
): T | undefined {
  const [prepared, setPrepared] = useState<T>();
  const run = useEffectEvent(async (source: Content, signal: AbortSignal) => {
    const bytes = await readBytes(source, report, signal);
    if (!bytes) return;
    if (!bytes.ok) {
      report({ kind: 'problem', sentence: { key: 'renderers.notFetched' }, error: bytes.error });
      return;
    }
    const result = await prepare(bytes.value, source, signal);
    if (signal.aborted) return;
    if (result.ok) setPrepared(result.value);
    else report({ kind: 'problem', sentence: result.error });
  });
  useEffect(() => startPreparing(content, run), [content]);
  return prepared;
}

function startPreparing(
  content: Content,
  run: (content: Content, signal: AbortSignal) => Promise<void>,
): () => void {
  const controller = new AbortController();
  void run(content, controller.signal);
  return () => {
    controller.abort();
    content.cancel();
  };
}
