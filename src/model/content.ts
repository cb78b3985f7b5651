import type { Result } from '../shared/result.ts';
import type { MediaType } from './media-type.ts';
import type { RequestError } from './request-error.ts';

/** A success that brought no document; the support desk finds it by the id of its request. */
type OfAnswer<T> = T & { readonly requestId?: string };

/** Why the bytes of a document could not be had. */
export type ContentError =
  | RequestError
  | OfAnswer<{ readonly kind: 'unreadableEnvelope'; readonly reason: string }>
  | OfAnswer<{ readonly kind: 'truncated'; readonly expected: number; readonly received: number }>
  | OfAnswer<{ readonly kind: 'empty' }>
  | { readonly kind: 'tooLarge'; readonly limit: number; readonly size?: number }
  | { readonly kind: 'noAddress' };

export interface ContentProgress {
  readonly received: number;
  readonly total?: number;
  /** So large that nothing more is fetched before `proceed`. */
  readonly held?: true;
}

/**
 * The bytes of one attachment: a replayable source. It buffers what it reads, so that sniffing,
 * streaming, saving and a second reader share one request. Nothing is fetched before it is asked for.
 */
export interface Content {
  /** Names this source in caches; holds no patient data. */
  readonly key: string;
  /** Declared type, mended; a renderer is chosen by it, the first bytes and the root element. */
  readonly mediaType: MediaType;
  readonly size?: number;
  /** The first bytes (at most `length`), as soon as they are there. */
  head(length: number): Promise<Result<Uint8Array, ContentError>>;
  /** Every chunk from the start, also for a late or second reader; ends after the first error. */
  chunks(): AsyncIterable<Result<Uint8Array, ContentError>>;
  /** All bytes in a buffer of the caller's own (transferable). */
  bytes(): Promise<Result<Uint8Array, ContentError>>;
  /** Charset and type that came with the bytes (the answer's `Content-Type`), known after `head`. */
  received(): MediaType | undefined;
  progress(): ContentProgress;
  /** Somebody wants it although it is large; absent where nobody is ever asked. */
  proceed?(): void;
  /** Ends the request; a later reader starts a new one. */
  cancel(): void;
}
