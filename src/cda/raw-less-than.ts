import { isKnownName } from './known-names.ts';

/** Open elements of unknown names in one text; what goes on opening them writes `<` for "less than". */
export const MAX_RAW_OPEN = 32;

/** Elements in which people write; only there a `<` may be their own. */
const WRITTEN = new Set(['text', 'title', 'name', 'originalText']);

export const holdsWriting = (local: string): boolean => WRITTEN.has(local);

const NAME = /^[\p{L}_][\p{L}\p{M}\p{N}._-]*(?::[\p{L}_][\p{L}\p{M}\p{N}._-]*)?$/u;
/** One attribute with what stands before it; the value may lack its quotes. */
const ATTRIBUTE = /\s*(?:([^\s=<>"'/]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>]+))?|\/)/y;
/** Attributes of HTML that need no value. */
const WITHOUT_VALUE = new Set('nowrap compact noshade checked disabled hidden open'.split(' '));

/**
 * Whether what looks like the start tag `raw` is running text: `<LLN and WBC >`, `<john@example.com>`. The names
 * that documents are made of are given the benefit of the doubt where an attribute has quotes.
 */
export function isRunningText(raw: string, name: string, local: string): boolean {
  const known = isKnownName(local);
  if (known && (raw.length === name.length + 2 || /["']/.test(raw))) return false;
  if (!NAME.test(name)) return true;
  const end = raw.length - 1;
  let at = 1 + name.length;
  while (at < end) {
    ATTRIBUTE.lastIndex = at;
    const match = ATTRIBUTE.exec(raw);
    if (match === null) return raw.slice(at, end).trim() !== '';
    const [whole, word, value] = match;
    at += whole.length;
    if (word === undefined) {
      if (at < end) return true;
    } else if (value === undefined && !WITHOUT_VALUE.has(word.toLowerCase())) return true;
  }
  return false;
}
