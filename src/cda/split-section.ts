/**
 * A large section as messages of bounded size, and back: a table of five thousand rows that is cloned from the
 * worker at once would hold the page for longer than one task may take.
 */
import type { CdaSection, EntryIndex } from './cda-document.ts';
import type { Narrative, NarrativeItem, NarrativeRow } from './narrative.ts';
import type { EntryFact } from './entry-fact.ts';

/** Rows, items, blocks, facts or entries of one message. */
export const BATCH = 100;

/** Sections of less weight go as one message. */
const LIGHT = 1500;

/** What a fact or an entry weighs, in nodes of narrative. */
const FACT = 10;
const ENTRY = 1;

export type SectionBatch =
  | { readonly kind: 'rows'; readonly rows: readonly NarrativeRow[] }
  | { readonly kind: 'items'; readonly items: readonly NarrativeItem[] }
  | { readonly kind: 'nodes'; readonly nodes: readonly Narrative[] }
  | { readonly kind: 'facts'; readonly facts: readonly EntryFact[] }
  | { readonly kind: 'entries'; readonly entries: readonly EntryIndex[] };

export interface SplitSection {
  /** The section with its long arrays empty. */
  readonly section: CdaSection;
  readonly batches: readonly SectionBatch[];
  /** Of each array that can be long, in the order of reading: how many batches it was cut into, 0 for none. */
  readonly counts: readonly number[];
}

/** Answers an array in place of the one it is given, or undefined to look inside that one. */
interface ArrayMap {
  rows(rows: readonly NarrativeRow[]): readonly NarrativeRow[] | undefined;
  items(items: readonly NarrativeItem[]): readonly NarrativeItem[] | undefined;
  nodes(nodes: readonly Narrative[]): readonly Narrative[] | undefined;
  facts(facts: readonly EntryFact[]): readonly EntryFact[] | undefined;
  entries(entries: readonly EntryIndex[]): readonly EntryIndex[] | undefined;
}

/** How much there is of a section, sections inside it included: nodes of narrative, and what stands for them. */
export const sectionWeight = (section: CdaSection): number =>
  section.weight + entriesWeight(section);

const entriesWeight = ({ facts, entries, sections }: CdaSection): number =>
  sections.reduce(
    (sum, nested) => sum + entriesWeight(nested),
    facts.length * FACT + entries.length * ENTRY,
  );

export function splitSection(section: CdaSection): SplitSection {
  if (sectionWeight(section) < LIGHT) return { section, batches: [], counts: [] };
  const batches: SectionBatch[] = [];
  const counts: number[] = [];
  function cut<T>(
    array: readonly T[],
    batch: (part: readonly T[]) => SectionBatch,
  ): readonly T[] | undefined {
    const before = batches.length;
    if (array.length > BATCH) {
      for (let at = 0; at < array.length; at += BATCH)
        batches.push(batch(array.slice(at, at + BATCH)));
    }
    counts.push(batches.length - before);
    return batches.length === before ? undefined : [];
  }
  const reduced = mapSection(section, {
    rows: (rows) => cut(rows, (part) => ({ kind: 'rows', rows: part })),
    items: (items) => cut(items, (part) => ({ kind: 'items', items: part })),
    nodes: (nodes) => cut(nodes, (part) => ({ kind: 'nodes', nodes: part })),
    facts: (facts) => cut(facts, (part) => ({ kind: 'facts', facts: part })),
    entries: (entries) => cut(entries, (part) => ({ kind: 'entries', entries: part })),
  });
  return { section: reduced, batches, counts };
}

export function joinSection({ section, batches, counts }: SplitSection): CdaSection {
  if (batches.length === 0) return section;
  let nextCount = 0;
  let nextBatch = 0;
  function take<T>(items: (batch: SectionBatch) => readonly T[]): readonly T[] | undefined {
    const count = counts[nextCount] ?? 0;
    nextCount += 1;
    if (count === 0) return undefined;
    nextBatch += count;
    return batches.slice(nextBatch - count, nextBatch).flatMap(items);
  }
  return mapSection(section, {
    rows: () => take((batch) => (batch.kind === 'rows' ? batch.rows : [])),
    items: () => take((batch) => (batch.kind === 'items' ? batch.items : [])),
    nodes: () => take((batch) => (batch.kind === 'nodes' ? batch.nodes : [])),
    facts: () => take((batch) => (batch.kind === 'facts' ? batch.facts : [])),
    entries: () => take((batch) => (batch.kind === 'entries' ? batch.entries : [])),
  });
}

function mapSection(section: CdaSection, map: ArrayMap): CdaSection {
  const { narrative } = section;
  const mapped = narrative === undefined ? {} : { narrative: mapNodes(narrative, map) };
  const facts = map.facts(section.facts) ?? section.facts;
  const entries = map.entries(section.entries) ?? section.entries;
  const sections = section.sections.map((nested) => mapSection(nested, map));
  return { ...section, ...mapped, facts, entries, sections };
}

const mapNodes = (nodes: readonly Narrative[], map: ArrayMap): readonly Narrative[] =>
  map.nodes(nodes) ?? nodes.map((node) => mapNode(node, map));

function mapNode(node: Narrative, map: ArrayMap): Narrative {
  if (node.kind === 'table') {
    const groups = node.groups.map((group) => ({
      ...group,
      rows: map.rows(group.rows) ?? group.rows,
    }));
    return { ...node, groups };
  }
  if (node.kind === 'list') {
    const items =
      map.items(node.items) ??
      node.items.map((item) => ({ ...item, children: mapNodes(item.children, map) }));
    return { ...node, items };
  }
  return 'children' in node ? { ...node, children: mapNodes(node.children, map) } : node;
}
