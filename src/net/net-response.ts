import { err, ok } from '../shared/result.ts';
import type { Result } from '../shared/result.ts';
import type { NetError } from './net-error.ts';

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
  bytes(): Promise<Result<Uint8Array, NetError>>;
  /** The body as UTF-8. */
  text(): Promise<Result<string, NetError>>;
}

/** @param cancelled whether the caller ended the request: a body that breaks off is then no failure */
export function toNetResponse(
  response: Response,
  url: string,
  cancelled: () => boolean,
): NetResponse {
  const header = (name: string): string | undefined => response.headers.get(name) ?? undefined;
  const contentType = header('content-type');
  const contentLength = readLength(header('content-length'));
  const requestId = header('x-request-id');
  const retryAfter = header('retry-after');
  const read = async <T>(reading: () => Promise<T>): Promise<Result<T, NetError>> => {
    try {
      return ok(await reading());
    } catch (cause) {
      return err(cancelled() ? { kind: 'cancelled' } : { kind: 'offline', cause });
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
    bytes: () => read(async () => new Uint8Array(await response.arrayBuffer())),
    text: () => read(() => response.text()),
  };
}

/** Lets the connection go; a body that broke already has nothing left to end. */
export async function discard(body: ReadableStream<Uint8Array> | null): Promise<void> {
  await body?.cancel().catch(() => undefined);
}

function readLength(value: string | undefined): number | undefined {
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined;
}
