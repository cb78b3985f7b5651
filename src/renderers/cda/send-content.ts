import type { CdaWorkerRequest } from '../../cda/cda-worker-protocol.ts';
import type { Content } from '../../model/content.ts';
import type { RendererProps } from '../renderer.ts';

interface AskedWorker {
  readonly worker: Worker;
  /** Something was sent that will be answered. */
  asked(): void;
}

function post({ worker, asked }: AskedWorker, request: CdaWorkerRequest): void {
  const { buffer } = request.kind === 'bytes' ? request.bytes : {};
  if (request.kind !== 'start') asked();
  // The chunk is the reader's own copy: it moves, it is not cloned.
  worker.postMessage(request, buffer instanceof ArrayBuffer ? [buffer] : []);
}

/** Hands the content's bytes to the worker as they come, until `signal` says that nobody wants them. */
export async function sendContent(
  content: Content,
  worker: AskedWorker,
  report: RendererProps['report'],
  signal: AbortSignal,
): Promise<void> {
  let started = false;
  for await (const chunk of content.chunks()) {
    if (signal.aborted) return;
    if (!chunk.ok) {
      report({ kind: 'problem', sentence: { key: 'cda.problem.read' }, error: chunk.error });
      return;
    }
    if (!started) {
      started = true;
      const charset = content.received()?.charset ?? content.mediaType.charset;
      post(worker, { kind: 'start', ...(charset === undefined ? {} : { charset }) });
    }
    post(worker, { kind: 'bytes', bytes: chunk.value });
    const { received, total } = content.progress();
    report({ kind: 'progress', received, ...(total === undefined ? {} : { total }) });
  }
  if (signal.aborted) return;
  if (!started) post(worker, { kind: 'start' });
  post(worker, { kind: 'end' });
}
