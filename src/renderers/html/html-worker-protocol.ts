import type { DecodedText } from '../decode-bytes.ts';
import type { Loss } from './compare-words.ts';

/** What the page sends to the HTML worker: a document's bytes, then what became of its words. */
export type HtmlWorkerRequest =
  | {
      readonly kind: 'read';
      readonly bytes: Uint8Array;
      /** What came with them over HTTP. */
      readonly charset?: string;
      readonly essence?: string;
    }
  /** The letters on screen; white space does not count. */
  | { readonly kind: 'letters'; readonly shown: string }
  /** The words on screen, parted by white space. */
  | { readonly kind: 'words'; readonly shown: string };

/** How a document's bytes were read. */
export type DecodingFacts = Omit<DecodedText, 'text'>;

/** What it answers. */
export type HtmlWorkerAnswer =
  | { readonly kind: 'markup'; readonly markup: string; readonly decoded: DecodingFacts }
  | {
      readonly kind: 'text';
      readonly text: string;
      /** Why it is no markup. */
      readonly because: 'tooLarge' | 'tooDeep';
      readonly decoded: DecodingFacts;
    }
  | { readonly kind: 'letters'; readonly same: boolean }
  | { readonly kind: 'loss'; readonly loss: Loss | undefined };
