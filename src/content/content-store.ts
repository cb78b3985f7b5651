/** Where all Contents of a launch live: one least-recently-used cache, bounded by bytes. */
import type { Attachment } from '../model/attachment.ts';
import type { Content } from '../model/content.ts';
import type { FhirVersion } from '../model/patient-context.ts';
import type { Net } from '../net/net.ts';
import { type ContentSource, createContentSource } from './content-source.ts';
import { fetchContent } from './fetch-content.ts';

const defaultLimit = 64 * 1024 * 1024;

export interface OpenOptions {
  /** Kept until `clear`, outside the bound: what cannot be had again without a person's wish. */
  readonly pinned?: boolean;
  /** Until the answer begins; what takes longer than the ordinary limit is never repeated by itself. */
  readonly timeoutSeconds?: number;
}

export interface ContentStore {
  /**
   * The Content of an attachment: the same one, without a second request, while its bytes are there or on
   * their way; a new one after a failure.
   */
  open(attachment: Attachment, options?: OpenOptions): Content;
  /** Ends all requests and forgets all bytes. */
  clear(): void;
}

/** @param options.limitBytes of unpinned bytes kept; the document read last stays whatever its size */
export function createContentStore(options: {
  readonly net: Net;
  readonly version: FhirVersion;
  readonly limitBytes?: number;
}): ContentStore {
  const { net, version, limitBytes = defaultLimit } = options;
  /** Least recently used first. */
  const sources = new Map<string, ContentSource>();
  const pinned = new Set<string>();
  /** Large ones that a person wants nevertheless, also after a failure. */
  const wanted = new Set<string>();
  let made = 0;

  function touch(name: string, source: ContentSource): void {
    sources.delete(name);
    sources.set(name, source);
    evict(source);
  }

  function evict(used: ContentSource): void {
    const counted = [...sources].filter(([name]) => !pinned.has(name));
    let total = counted.reduce((sum, [, source]) => sum + source.bufferedBytes(), 0);
    for (const [name, source] of counted) {
      if (total <= limitBytes) return;
      if (source === used || source.state() === 'running') continue;
      total -= source.bufferedBytes();
      source.drop();
      sources.delete(name);
    }
  }

  function create(attachment: Attachment, timeoutSeconds: number | undefined): ContentSource {
    made += 1;
    const name = nameOf(attachment);
    const source = createContentSource({
      key: `content-${made}`,
      mediaType: attachment.mediaType,
      ...(attachment.size === undefined ? {} : { size: attachment.size }),
      read: (notes) =>
        fetchContent(attachment, {
          net,
          version,
          ...notes,
          ...(timeoutSeconds === undefined ? {} : { timeoutSeconds }),
        }),
      // What is kept for a person's wish was wished for.
      isWanted: wanted.has(name) || pinned.has(name),
      onWanted: () => wanted.add(name),
      onUse: () => touch(name, source),
    });
    return source;
  }

  return {
    open(attachment, { pinned: keep = false, timeoutSeconds } = {}) {
      const name = nameOf(attachment);
      if (keep) pinned.add(name);
      const known = sources.get(name);
      if (known !== undefined && known.state() !== 'failed') return known.content;
      const source = create(attachment, timeoutSeconds);
      touch(name, source);
      return source.content;
    },
    clear() {
      for (const source of sources.values()) source.drop();
      sources.clear();
      pinned.clear();
      wanted.clear();
    },
  };
}

/** The same address asked for as another type, or made anew, is another document. */
const nameOf = ({ mediaType, url, data, instance = '' }: Attachment): string =>
  `${mediaType.essence} ${instance} ${url ?? `inline ${data ?? ''}`}`;
