import type { CdaSection } from '../../cda/cda-document.ts';
import { filterText, folded } from './filter-text.ts';
import type { ReadingPreferences } from './reading-preferences.ts';
import { inPreferredOrder, mergedOrder, moved, sectionIds } from './section-order.ts';

/** How one open document is looked at. Only `preferences` outlive it. */
export interface ReadingView {
  readonly preferences: ReadingPreferences;
  /** Order and number of sections as the author has them, whatever is preferred. */
  readonly asAuthored: boolean;
  /** Keys of folded sections. */
  readonly collapsed: ReadonlySet<string>;
  readonly filter: string;
  /** Key of the one section that is shown. */
  readonly only?: string;
  /** Sections beyond the preferred number are shown as well. */
  readonly all: boolean;
  readonly condense: boolean;
  /** Deleted text is left out, inserted text not marked. */
  readonly final: boolean;
  /** Everything, as authored, for as long as a copy is made. */
  readonly printing: boolean;
  /** Where the contents have no room beside the words, they lie over them as a menu. */
  readonly contentsOpen: boolean;
}

export const firstView = (preferences: ReadingPreferences): ReadingView => ({
  preferences,
  asAuthored: false,
  collapsed: new Set(),
  filter: '',
  all: false,
  condense: preferences.condense,
  final: false,
  printing: false,
  contentsOpen: false,
});

/** Which sections are seen, in which order. */
export interface Arrangement {
  /** All sections in the order of reading. */
  readonly sections: readonly CdaSection[];
  /** Keys of those that are not shown, and why. */
  readonly hidden: ReadonlySet<string>;
  readonly filtered: boolean;
  readonly reordered: boolean;
}

/** Arranges the document's sections; those without content keep their own line and are never hidden but by a filter. */
export function arrange(sections: readonly CdaSection[], view: ReadingView): Arrangement {
  const authored = view.asAuthored || view.printing;
  const ordered = authored ? sections : inPreferredOrder(sections, view.preferences.order);
  const reordered = ordered.some((section, index) => section !== sections[index]);
  const words = view.printing ? '' : folded(view.filter);
  const hidden = new Set(
    words === '' ? hiddenKeys(ordered, view, authored) : unlike(sections, words),
  );
  return { sections: ordered, hidden, filtered: words !== '', reordered };
}

const unlike = (sections: readonly CdaSection[], words: string): readonly string[] =>
  sections.filter((section) => !filterText(section).includes(words)).map(({ key }) => key);

function hiddenKeys(
  ordered: readonly CdaSection[],
  view: ReadingView,
  authored: boolean,
): readonly string[] {
  if (view.printing) return [];
  const full = ordered.filter(({ withoutContent }) => !withoutContent).map(({ key }) => key);
  const { single, first } = view.preferences;
  const only = view.only ?? (single && !authored ? full[0] : undefined);
  if (only !== undefined) return full.filter((key) => key !== only);
  if (first === undefined || view.all || authored) return [];
  return full.slice(first);
}

/** The view in which the section `path` (its key after those around it; none: what stands over them) can be seen. */
export function revealing(
  view: ReadingView,
  sections: readonly CdaSection[],
  path: readonly string[],
): ReadingView {
  const bare = view.contentsOpen ? { ...view, contentsOpen: false } : view;
  const [top] = path;
  if (top === undefined) return bare;
  const open = path.some((key) => bare.collapsed.has(key))
    ? { ...bare, collapsed: without(bare.collapsed, path) }
    : bare;
  if (!arrange(sections, open).hidden.has(top)) return open;
  const unfiltered = { ...open, filter: '' };
  if (!arrange(sections, unfiltered).hidden.has(top)) return unfiltered;
  const { only, ...rest } = unfiltered;
  return only !== undefined || view.preferences.single
    ? { ...rest, only: top }
    : { ...rest, all: true };
}

function without(keys: ReadonlySet<string>, gone: readonly string[]): ReadonlySet<string> {
  const left = new Set(keys);
  for (const key of gone) left.delete(key);
  return left;
}

/** The order after the section `key` has moved by so many places among those with content. */
export function orderAfterMove(
  sections: readonly CdaSection[],
  view: ReadingView,
  key: string,
  by: number,
): readonly string[] {
  const before = view.asAuthored ? [] : view.preferences.order;
  const ids = new Map(sectionIds(sections).map((id, index) => [sections[index]?.key, id]));
  const full = inPreferredOrder(sections, before).filter(({ withoutContent }) => !withoutContent);
  const now = full.flatMap((section) => ids.get(section.key) ?? []);
  return mergedOrder(before, moved(now, ids.get(key) ?? '', by));
}
