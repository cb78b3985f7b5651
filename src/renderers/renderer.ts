import type { ComponentType, ReactNode } from 'react';
import type { ClinicalDocument } from '../model/clinical-document.ts';
import type { Content, ContentError } from '../model/content.ts';
import type { MediaType } from '../model/media-type.ts';
import type { PatientContext } from '../model/patient-context.ts';
import type { MessageKey, MessageValues } from '../messages/messages.ts';

/** What a renderer may look at before it claims a document. */
export interface ContentTraits {
  readonly mediaType: MediaType;
  /** The first 4 KB. */
  readonly head: Uint8Array;
  /**
   * Local name and namespace of the XML root element, where the beginning holds one; a clinical document
   * behind junk or in an envelope is the root.
   */
  readonly root?: { readonly localName: string; readonly namespace?: string };
}

/** A sentence of the catalogue with its values. */
export interface Sentence {
  readonly key: MessageKey;
  readonly values?: MessageValues;
}

/** All that a renderer tells the reader. */
export type RendererEvent =
  | { readonly kind: 'progress'; readonly received: number; readonly total?: number }
  /** All bytes are here; what is being done with them, where that takes long. Painted before it starts. */
  | { readonly kind: 'working'; readonly sentence: Sentence }
  /** The document can be read. */
  | { readonly kind: 'ready' }
  /** Worth saying, nothing is lost: repaired, remote images not loaded, … Same `id` replaces. */
  | { readonly kind: 'notice'; readonly id: string; readonly sentence: Sentence }
  /** A link to elsewhere was chosen; the reader asks before it opens (`outsideLink` judges the address). */
  | { readonly kind: 'link'; readonly href: string }
  /** Not shown on purpose: another patient's. */
  | { readonly kind: 'refused'; readonly sentence: Sentence }
  /** Could not be shown; the reader offers Try again, Save and other formats. */
  | { readonly kind: 'problem'; readonly sentence: Sentence; readonly error?: ContentError };

export interface FindResult {
  readonly current: number;
  readonly total: number;
  readonly complete: boolean;
}

export interface FindCapability {
  /** Starts or changes the search; reports counts as they come. Empty query clears. */
  search(query: string, onResult: (result: FindResult) => void): void;
  next(): void;
  previous(): void;
  clear(): void;
}

export interface ZoomCapability {
  /** 1 = 100 %. */
  level(): number;
  set(level: number | 'fit'): void;
  subscribe(listener: () => void): () => void;
}

/** Light letters on dark paper, on request: documents with a look of their own are white by default. */
export interface DarkPaperCapability {
  isOn(): boolean;
  set(on: boolean): void;
  subscribe(listener: () => void): () => void;
}

/** Optional abilities that a renderer publishes; the reader's toolbar shows what is offered. */
export interface RendererCapabilities {
  readonly find?: FindCapability;
  readonly zoom?: ZoomCapability;
  readonly darkPaper?: DarkPaperCapability;
  /** Prints this document, header included. */
  print?(): void;
  goTo?(target: string): void;
  /** A document of its own that runs nothing and asks nobody, for formats that would. */
  safeHtml?(): Promise<string>;
  /** The document's text, for copying and tests. */
  text?(): Promise<string>;
}

export interface RendererSettings {
  readonly reducedMotion: boolean;
}

export interface RendererProps {
  readonly content: Content;
  readonly document: ClinicalDocument;
  readonly patient: PatientContext;
  readonly settings: RendererSettings;
  /** Shows another content inside this one (nonXMLBody, media) by the renderer of its type; `handle` must not change. */
  readonly renderNested: (content: Content, handle?: RendererProps['handle']) => ReactNode;
  readonly report: (event: RendererEvent) => void;
  /** Publishes (or with undefined withdraws) capabilities. */
  readonly handle: (capabilities: RendererCapabilities | undefined) => void;
}

export interface RendererModule {
  readonly Renderer: ComponentType<RendererProps>;
}

/** One format. `match` returns a rank (higher wins) or undefined; the fallback matches all with 0. */
export interface RendererEntry {
  readonly id: string;
  match(traits: ContentTraits): number | undefined;
  load(): Promise<RendererModule>;
}
