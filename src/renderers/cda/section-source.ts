import type { EntryIndex } from '../../cda/cda-document.ts';
import { createTextFeed } from '../../cda/decode-text.ts';
import type { Content, ContentError } from '../../model/content.ts';
import { ok, type Result } from '../../shared/result.ts';

/** Decoded at a time, in bytes: a few milliseconds. */
const SLICE = 512 * 1024;

/** The document's text at a place that the parser noted, as it was written. The bytes are there already. */
export async function readSource(
  content: Content,
  { start, end }: EntryIndex,
): Promise<Result<string, ContentError>> {
  const feed = createTextFeed(content.received()?.charset ?? content.mediaType.charset);
  let before = 0;
  let source = '';
  const take = (text: string): void => {
    const from = Math.max(0, start - before);
    if (from < text.length) source += text.slice(from, Math.max(from, end - before));
    before += text.length;
  };
  for await (const chunk of content.chunks()) {
    if (!chunk.ok) return chunk;
    for (let at = 0; at < chunk.value.length; at += SLICE) {
      take(feed.write(chunk.value.subarray(at, at + SLICE)));
      if (before >= end) return ok(source);
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  }
  take(feed.end());
  return ok(source);
}

/** The text in pieces of about `size`, cut at line ends, between tags, or where nothing else is left. */
export function sourceBlocks(text: string, size: number): readonly string[] {
  const blocks: string[] = [];
  let at = 0;
  while (at < text.length) {
    const near = at + size;
    const line = text.indexOf('\n', near) + 1;
    const cut = line > 0 && line < near + size ? line : near;
    blocks.push(text.slice(at, Math.min(cut, text.length)));
    at = cut;
  }
  return blocks;
}
