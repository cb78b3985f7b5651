import { createRef, type RefObject } from 'react';
import type { CdaSection } from '../../cda/cda-document.ts';
import { createCdaFind, type CdaFind } from './cda-find.ts';
import { createDocumentNavigation, type DocumentNavigation } from './document-navigation.ts';
import { createReadingView, type ReadingViewStore } from './use-reading-view.ts';

/** What one open document is read with; lives as long as it is open. */
export interface CdaReader {
  readonly root: RefObject<HTMLDivElement | null>;
  readonly view: ReadingViewStore;
  readonly navigation: DocumentNavigation;
  readonly find: CdaFind;
  /** The sections read so far, after they are on the page. */
  readonly sections: () => readonly CdaSection[];
  sectionsAre(sections: readonly CdaSection[]): void;
}

export function createReader(domId: (id: string) => string): CdaReader {
  const root = createRef<HTMLDivElement>();
  let known: readonly CdaSection[] = [];
  const view = createReadingView();
  const sections = () => known;
  const navigation = createDocumentNavigation({ root: () => root.current, domId, view, sections });
  const find = createCdaFind({ root: () => root.current, reveal: navigation.reveal });
  return {
    root,
    view,
    navigation,
    find,
    sections,
    sectionsAre(now) {
      known = now;
      find.refresh();
    },
  };
}
