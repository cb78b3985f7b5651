import { err, ok, type Result } from '../shared/result.ts';
import type { ContentError } from '../model/content.ts';
import type { NetResponse } from '../net/net-response.ts';
import { refuseAbove } from './size-limits.ts';

/** A connection that brings nothing for this long is taken for dead. */
const stallSeconds = 60;

/** How to read one body, and who hears of it. */
export interface BodyReading {
  readonly signal: AbortSignal;
  readonly onProgress: (received: number, total: number | undefined) => void;
  /** Waited for before more is read; `size` is the body's where that is known, else what has come. */
  readonly beforeMore?: (size: number) => Promise<void>;
  /** `Attachment.size`, asked where the answer does not tell its own length. */
  readonly statedSize?: number;
}

/** The chunks of a body; ends with an error where it broke off, stalled, was cut short or empty. */
export async function* readBody(
  response: NetResponse,
  reading: BodyReading,
): AsyncGenerator<Result<Uint8Array, ContentError>> {
  const { signal, onProgress, beforeMore, statedSize } = reading;
  const total = response.contentLength;
  const reader = response.body?.getReader();
  let received = 0;
  try {
    if (total !== undefined && total > refuseAbove) {
      yield err({ kind: 'tooLarge', limit: refuseAbove, size: total });
      return;
    }
    for (;;) {
      const next = reader === undefined ? 'end' : await readNext(reader);
      if (next === 'stalled') {
        yield err({ kind: 'timeout', seconds: stallSeconds });
        return;
      }
      if (next === 'end') break;
      if (next.length === 0) continue;
      received += next.length;
      const whole = total === undefined || received > total ? undefined : total;
      onProgress(received, whole);
      if (received > refuseAbove) {
        yield err({ kind: 'tooLarge', limit: refuseAbove });
        return;
      }
      await beforeMore?.(whole ?? received);
      yield ok(next);
    }
  } catch {
    yield err(brokenOff(signal, received, total));
    return;
  } finally {
    // Harmless at the end of the body; before it, the connection is given up.
    await reader?.cancel().catch(() => undefined);
  }
  const expected = cutShortOf(received, total, statedSize);
  if (received === 0) yield err({ kind: 'empty' });
  else if (expected !== undefined) yield err({ kind: 'truncated', expected, received });
}

async function readNext(
  reader: ReadableStreamDefaultReader<Uint8Array>,
): Promise<Uint8Array | 'end' | 'stalled'> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stall = new Promise<'stalled'>((resolve) => {
    timer = setTimeout(() => resolve('stalled'), stallSeconds * 1000);
  });
  try {
    const next = await Promise.race([reader.read(), stall]);
    if (next === 'stalled') return next;
    return next.done ? 'end' : next.value;
  } finally {
    clearTimeout(timer);
  }
}

function brokenOff(signal: AbortSignal, received: number, total: number | undefined): ContentError {
  if (signal.aborted) return { kind: 'cancelled' };
  // Browsers keep back what came before the break: 0 bytes of a promised length broke off as well.
  return total !== undefined && received < total
    ? { kind: 'truncated', expected: total, received }
    : { kind: 'offline' };
}

/**
 * The length that a body should have had, where it ended early without an error. `Content-Length` counts
 * compressed bytes, and packing what does not compress adds some: a thousandth is forgiven. A stated size
 * is only asked where the answer has no length; some servers state that of the base64 text.
 */
function cutShortOf(
  received: number,
  total: number | undefined,
  stated: number | undefined,
): number | undefined {
  if (total !== undefined) return received < total - total / 1000 - 32 ? total : undefined;
  if (stated === undefined || received >= stated) return undefined;
  const asBase64 = Math.ceil(received / 3) * 4;
  return stated >= asBase64 && stated <= asBase64 * 1.04 + 2 ? undefined : stated;
}
