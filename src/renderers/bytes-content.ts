import type { Content } from '../model/content.ts';
import type { MediaType } from '../model/media-type.ts';
import { ok } from '../shared/result.ts';

let counter = 0;

/** A Content of bytes that are already here: a body or a picture inside another document. */
export function contentFromBytes(bytes: Uint8Array, mediaType: MediaType): Content {
  counter += 1;
  return {
    key: `bytes-${counter}`,
    mediaType,
    size: bytes.length,
    head: async (length) => ok(bytes.slice(0, length)),
    async *chunks() {
      yield ok(bytes.slice());
    },
    bytes: async () => ok(bytes.slice()),
    received: () => undefined,
    progress: () => ({ received: bytes.length, total: bytes.length }),
    cancel: () => undefined,
  };
}
