import { err, ok } from '../shared/result.ts';
import type { Result } from '../shared/result.ts';
import type { NetError } from './net-error.ts';
import type { TimeLimit } from './time-limit.ts';

/** An answer whose headers have come; the body is read once, by one of its readers. */
export interface NetResponse {
  readonly status: number;
  /** Where the answer came from: the address asked for, or the end of a followed redirect. */
  readonly url: string;
  readonly contentType?: string;
  /** Bytes on the wire: fewer than the body's where it was sent compressed. */
  readonly contentLength?: number;
  readonly requestId?: string;
  readonly retryAfter?: string;
  readonly body: ReadableStream<Uint8Array> | null;
  /** `timeout`: nothing came for as long as the headers were allowed to take. */
  bytes(): Promise<Result<Uint8Array, NetError>>;
  /** The body as UTF-8; errors as those of `bytes`. */
  text(): Promise<Result<string, NetError>>;
}

/** @param failed what a body that breaks off means */
export function toNetResponse(
  response: Response,
  url: string,
  limit: TimeLimit,
  failed: (cause: unknown) => NetError,
): NetResponse {
  const header = (name: string): string | undefined => response.headers.get(name) ?? undefined;
  const contentType = header('content-type');
  const contentLength = readLength(header('content-length'));
  const requestId = header('x-request-id');
  const retryAfter = header('retry-after');
  const bytes = async (): Promise<Result<Uint8Array, NetError>> => {
    try {
      return ok(await readAll(response, limit));
    } catch (cause) {
      return err(failed(cause));
    } finally {
      limit.stopClock();
    }
  };
  return {
    status: response.status,
    url: response.url === '' ? url : response.url,
    ...(contentType !== undefined && { contentType }),
    ...(contentLength !== undefined && { contentLength }),
    ...(requestId !== undefined && { requestId }),
    ...(retryAfter !== undefined && { retryAfter }),
    body: response.body,
    bytes,
    async text() {
      const read = await bytes();
      return read.ok ? ok(new TextDecoder().decode(read.value)) : read;
    },
  };
}

/** The limit counts from each piece to the next: a long body may take its time, a dead connection may not. */
async function readAll(response: Response, limit: TimeLimit): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (;;) {
    limit.restartClock();
    const next = await reader?.read();
    if (next === undefined || next.done) break;
    pieces.push(next.value);
    length += next.value.length;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Lets the connection go; a body that broke already has nothing left to end. */
export async function discard(body: ReadableStream<Uint8Array> | null): Promise<void> {
  await body?.cancel().catch(() => undefined);
}

function readLength(value: string | undefined): number | undefined {
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined;
}
