import type { CdaEvent, CdaSection, NonXmlBody } from '../../cda/cda-document.ts';
import type { CdaHeader } from '../../cda/cda-header.ts';
import type { CdaMedia } from '../../cda/cda-media.ts';
import type { Narrative } from '../../cda/narrative.ts';
import { sectionWeight } from '../../cda/split-section.ts';
import type { MatchResult } from '../../match/match-result.ts';

/** How far a document has been read; sections only ever grow. */
export interface CdaReading {
  readonly status: 'reading' | 'complete' | 'unreadable';
  readonly header?: CdaHeader;
  readonly match?: MatchResult;
  readonly sections: readonly CdaSection[];
  /** Most documents that are not XML have one. */
  readonly bodies: readonly NonXmlBody[];
}

export const nothingRead: CdaReading = { status: 'reading', sections: [], bodies: [] };

/** What narrative refers to by id, gathered as sections come. */
export interface CdaReferences {
  readonly media: Map<string, CdaMedia>;
  readonly footnotes: Map<string, number>;
  /** Footnotes that the text refers to. */
  readonly referred: Set<string>;
  /** Marked passages: what the author inserted and deleted. */
  readonly revisions: { inserted: number; deleted: number };
  /** No more will come: what is not known now is not in the document. */
  complete: boolean;
  /** Called when a section has been added, and when there are no more. */
  readonly listeners: Set<() => void>;
}

export const createReferences = (): CdaReferences => ({
  media: new Map(),
  footnotes: new Map(),
  referred: new Set(),
  revisions: { inserted: 0, deleted: 0 },
  complete: false,
  listeners: new Set(),
});

/** Adds a section's media and footnotes, nested sections included. */
export function gatherReferences(section: CdaSection, references: CdaReferences): void {
  gatherSection(section, references);
  for (const listener of references.listeners) listener();
}

/** Says that all sections have been read. */
export function completeReferences(references: CdaReferences): void {
  if (references.complete) return;
  references.complete = true;
  for (const listener of references.listeners) listener();
}

function gatherSection(section: CdaSection, references: CdaReferences): void {
  for (const media of section.media) {
    if (!references.media.has(media.id)) references.media.set(media.id, media);
  }
  gatherFrom(section.title ?? [], references);
  gatherFrom(section.narrative ?? [], references);
  for (const nested of section.sections) gatherSection(nested, references);
}

function gatherFrom(nodes: readonly Narrative[], references: CdaReferences): void {
  for (const node of nodes) {
    if (node.kind === 'footnote' && node.id !== undefined) {
      references.footnotes.set(node.id, node.number);
    }
    if (node.kind === 'footnoteReference' && node.target !== undefined) {
      references.referred.add(node.target);
    }
    if (node.kind === 'content') {
      if (node.revised === 'insert') references.revisions.inserted += 1;
      if (node.revised === 'delete') references.revisions.deleted += 1;
    }
    if ('caption' in node) gatherFrom(node.caption ?? [], references);
    if (node.kind === 'table') {
      for (const { rows } of node.groups) {
        for (const { cells } of rows) {
          for (const { children } of cells) gatherFrom(children, references);
        }
      }
    } else if (node.kind === 'list') {
      for (const { caption = [], children } of node.items) {
        gatherFrom(caption, references);
        gatherFrom(children, references);
      }
    } else if ('children' in node) {
      gatherFrom(node.children, references);
    }
  }
}

/** Narrative nodes that one slice of mounting takes: well under 20 ms of layout on a slow machine. */
const SLICE_WEIGHT = 800;

/** How many of the waiting sections are mounted next: always one, more while they are light. */
export function nextSlice(waiting: readonly Extract<CdaEvent, { kind: 'section' }>[]): number {
  let weight = 0;
  let count = 0;
  for (const { section } of waiting) {
    weight += sectionWeight(section);
    if (count > 0 && weight > SLICE_WEIGHT) break;
    count += 1;
  }
  return count;
}
