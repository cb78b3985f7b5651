import type { CdaSection } from '../../cda/cda-document.ts';

/**
 * What a section is called across documents: its LOINC code, else a short hash of its title. No word of a
 * document is in it, so that it may be remembered. Equal ones of a document are told apart by a number.
 */
export function sectionIds(sections: readonly CdaSection[]): readonly string[] {
  const counts = new Map<string, number>();
  return sections.map((section) => {
    const id = kindOf(section);
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return count === 1 ? id : `${id}#${count}`;
  });
}

const LOINC = /^\d{1,7}-\d$/;

function kindOf({ code, titleText }: CdaSection): string {
  if (code?.code !== undefined && LOINC.test(code.code)) return code.code;
  return `t${hash(
    (titleText ?? '')
      .toLowerCase()
      .replace(/[\W_]+/gu, ' ')
      .trim(),
  )}`;
}

/** FNV-1a, 32 bits. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return value.toString(36);
}

/**
 * The sections in the preferred order. Those that the order does not know keep their places; the others share
 * out the rest among themselves.
 */
export function inPreferredOrder(
  sections: readonly CdaSection[],
  order: readonly string[],
): readonly CdaSection[] {
  if (order.length === 0) return sections;
  const ids = sectionIds(sections);
  const ranks = new Map(order.map((id, rank) => [id, rank]));
  const known = sections
    .map((section, index) => ({ section, rank: ranks.get(ids[index] ?? '') }))
    .flatMap(({ section, rank }) => (rank === undefined ? [] : [{ section, rank }]))
    .toSorted((a, b) => a.rank - b.rank);
  let next = 0;
  return sections.map((section, index) => {
    if (!ranks.has(ids[index] ?? '')) return section;
    const placed = known[next]?.section ?? section;
    next += 1;
    return placed;
  });
}

/** Moves one of `ids` by so many places; the very same list where it cannot. */
export function moved(ids: readonly string[], id: string, by: number): readonly string[] {
  const from = ids.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= ids.length || by === 0) return ids;
  const rest = ids.toSpliced(from, 1);
  return rest.toSpliced(to, 0, id);
}

/** A remembered order after the sections of one document were put in the order `ids`. */
export function mergedOrder(order: readonly string[], ids: readonly string[]): readonly string[] {
  const here = new Set(ids);
  const remembered = new Set(order);
  const queue = ids.filter((id) => remembered.has(id));
  const merged = order.map((id) => (here.has(id) ? (queue.shift() ?? id) : id));
  let before: string | undefined;
  for (const id of ids) {
    if (!remembered.has(id)) {
      merged.splice(before === undefined ? 0 : merged.indexOf(before) + 1, 0, id);
    }
    before = id;
  }
  return merged.slice(0, MAX_REMEMBERED);
}

export const MAX_REMEMBERED = 400;
