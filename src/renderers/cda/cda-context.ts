import { createContext, useContext } from 'react';
import type { CdaSection } from '../../cda/cda-document.ts';
import type { CdaMedia } from '../../cda/cda-media.ts';
import type { RendererProps } from '../renderer.ts';
import type { Putting } from './put-in-slices.ts';
import type { ReadingViewStore } from './use-reading-view.ts';

/** What narrative needs of the document around it. */
export interface CdaContext {
  /** The page's id for an id of the document: two documents on a page never share one. */
  domId(id: string): string;
  mediaOf(id: string): CdaMedia | undefined;
  /** Whether all sections are known: until then, what is not known may still come. */
  referencesComplete(): boolean;
  footnoteNumber(id: string): number | undefined;
  /** Whether the text read so far refers to the footnote. */
  footnoteReferred(id: string): boolean;
  /** Calls when more ids are known than before; answers how to stop. */
  onReferences(listener: () => void): () => void;
  goTo(id: string): void;
  readonly renderNested: RendererProps['renderNested'];
  /** What the renderer of a body that is not XML can do. */
  readonly bodyHandle: RendererProps['handle'];
  readonly view: ReadingViewStore;
  /** Brings to the page what React did not make. */
  readonly putting: Putting;
  /** Moves a section among its neighbours, for all documents to come. */
  move(key: string, by: number): void;
  showSource(section: CdaSection): void;
}

export const CdaDocumentContext = createContext<CdaContext | undefined>(undefined);

/** The document around this narrative; outside of one is a bug. */
export function useCdaDocument(): CdaContext {
  const context = useContext(CdaDocumentContext);
  if (context === undefined) throw new Error('Narrative outside of a document');
  return context;
}
