import { err, ok, type Result } from '../shared/result.ts';
import type { Content, ContentError, ContentProgress } from '../model/content.ts';
import type { MediaType } from '../model/media-type.ts';
import { joinChunks } from './byte-chunks.ts';
import { askAbove, refuseAbove } from './size-limits.ts';

type Chunk = Result<Uint8Array, ContentError>;

/** What a source tells of a run before and beside its bytes. */
export interface RunNotes {
  readonly signal: AbortSignal;
  readonly onReceived: (type: MediaType) => void;
  readonly onProgress: (received: number, total: number | undefined) => void;
  readonly beforeMore: (size: number) => Promise<void>;
}

export interface SourceOptions {
  readonly key: string;
  readonly mediaType: MediaType;
  readonly size?: number;
  /** Starts a new reading of the bytes. */
  readonly read: (notes: RunNotes) => AsyncIterable<Chunk>;
  /** A person has said that they want it, however large. */
  readonly isWanted?: boolean;
  /** That was said now. */
  readonly onWanted?: () => void;
  /** A reader came, or a reading ended: the moments at which a cache looks at its bounds. */
  readonly onUse: () => void;
}

/** A Content with the handles its cache needs. */
export interface ContentSource {
  readonly content: Content;
  readonly state: () => 'idle' | 'running' | 'complete' | 'failed';
  readonly bufferedBytes: () => number;
  /** Forgets the bytes; a later reader starts anew. */
  readonly drop: () => void;
}

/** One reading, kept from its first byte so that every reader sees all of it. */
interface Run {
  readonly chunks: Uint8Array[];
  readonly abort: AbortController;
  length: number;
  received?: MediaType;
  progress: ContentProgress;
  /** It waits for a person's word; called, it goes on. */
  held?: () => void;
  ended: boolean;
  error?: ContentError;
  /** Resolved, and replaced, at each change. */
  changed: Promise<void>;
  wake: () => void;
}

/** A replayable source: the first reader starts it, later ones share its buffer, Cancel ends it for all. */
export function createContentSource(options: SourceOptions): ContentSource {
  let current: Run | undefined;
  let isWanted = options.isWanted === true;

  function join(): Run {
    const run = current ?? start();
    options.onUse();
    return run;
  }

  function start(): Run {
    const run = newRun();
    current = run;
    void pump(run);
    return run;
  }

  /** Waits for a person's word where `size` is above what is fetched unasked. */
  async function askFirst(run: Run, size: number): Promise<void> {
    if (isWanted || run.ended || size <= askAbove) return;
    await new Promise<void>((resolve) => {
      run.held = resolve;
    });
    delete run.held;
  }

  async function pump(run: Run): Promise<void> {
    await askFirst(run, options.size ?? 0);
    if (run.ended) return;
    const chunks = options.read({
      signal: run.abort.signal,
      onReceived: (type) => {
        run.received = type;
      },
      onProgress: (received, total) => {
        run.progress = { received, ...(total === undefined ? {} : { total }) };
      },
      beforeMore: (size) => askFirst(run, size),
    });
    try {
      for await (const chunk of chunks) {
        if (run.ended) return;
        if (!chunk.ok) {
          end(run, chunk.error);
          break;
        }
        run.length += chunk.value.length;
        if (run.length > refuseAbove) {
          end(run, { kind: 'tooLarge', limit: refuseAbove });
          break;
        }
        run.chunks.push(chunk.value);
        announce(run);
      }
      if (!run.ended) end(run);
    } finally {
      // Only a bug throws; it must not leave readers waiting for ever.
      if (!run.ended) end(run, { kind: 'unreadableEnvelope', reason: 'unexpected failure' });
    }
    if (run === current) options.onUse();
  }

  async function* chunks(): AsyncGenerator<Chunk> {
    const run = join();
    for (let index = 0; ;) {
      const chunk = run.chunks[index];
      if (chunk !== undefined) {
        index += 1;
        // A copy: a reader may transfer what it gets, and the next one must still find it.
        yield ok(chunk.slice());
      } else if (run.ended) {
        if (run.error !== undefined) yield err(run.error);
        return;
      } else await run.changed;
    }
  }

  async function bytes(): Promise<Chunk> {
    const run = join();
    while (!run.ended) await run.changed;
    return run.error === undefined ? ok(joinChunks(run.chunks)) : err(run.error);
  }

  async function head(length: number): Promise<Chunk> {
    const run = join();
    while (!run.ended && run.length < length) await run.changed;
    if (run.error !== undefined && run.length < length) {
      // What was cut short still has a beginning to tell its kind by.
      if (run.error.kind !== 'truncated') return err(run.error);
    }
    return ok(joinChunks(run.chunks, length));
  }

  function cancel(): void {
    const run = current;
    if (run === undefined || (run.ended && run.error === undefined)) return;
    current = undefined;
    run.abort.abort();
    if (!run.ended) end(run, { kind: 'cancelled' });
  }

  return {
    content: {
      key: options.key,
      mediaType: options.mediaType,
      ...(options.size === undefined ? {} : { size: options.size }),
      head,
      chunks,
      bytes,
      received: () => current?.received,
      progress: () => ({
        received: 0,
        ...current?.progress,
        ...(current?.held === undefined ? {} : { held: true }),
      }),
      proceed() {
        isWanted = true;
        options.onWanted?.();
        current?.held?.();
      },
      cancel,
    },
    state() {
      if (current === undefined) return 'idle';
      if (!current.ended) return 'running';
      return current.error === undefined ? 'complete' : 'failed';
    },
    bufferedBytes: () => current?.length ?? 0,
    drop() {
      cancel();
      current = undefined;
    },
  };
}

function newRun(): Run {
  const run: Run = {
    chunks: [],
    abort: new AbortController(),
    length: 0,
    progress: { received: 0 },
    ended: false,
    changed: Promise.resolve(),
    wake: () => undefined,
  };
  renew(run);
  return run;
}

function renew(run: Run): void {
  run.changed = new Promise((resolve) => {
    run.wake = resolve;
  });
}

function announce(run: Run): void {
  const { wake } = run;
  renew(run);
  wake();
}

function end(run: Run, error?: ContentError): void {
  run.ended = true;
  if (error !== undefined) run.error = error;
  if (error?.kind === 'tooLarge') {
    // What is refused for its size must not stay in memory for it.
    run.chunks.length = 0;
    run.length = 0;
  }
  run.held?.();
  announce(run);
}
