import type { CdaEvent, CdaSection } from './cda-document.ts';
import type { SectionBatch } from './split-section.ts';

/** What the page sends to the CDA worker. */
export type CdaWorkerRequest =
  | { readonly kind: 'start'; readonly charset?: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'end' };

/**
 * What it answers: the parser's events, the batches of a large section before the section itself, and `taken`
 * for each piece of bytes, so that a worker that hangs is told from one that waits.
 */
export type CdaWorkerAnswer =
  | Exclude<CdaEvent, { kind: 'section' }>
  | { readonly kind: 'taken' }
  | { readonly kind: 'batch'; readonly batch: SectionBatch }
  | {
      readonly kind: 'section';
      readonly section: CdaSection;
      readonly counts?: readonly number[];
    };
