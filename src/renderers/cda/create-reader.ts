import { createRef, type RefObject } from 'react';
import type { CdaSection } from '../../cda/cda-document.ts';
import type { RendererCapabilities, RendererProps } from '../renderer.ts';
import { createCdaFind, type CdaFind } from './cda-find.ts';
import { createDocumentNavigation, type DocumentNavigation } from './document-navigation.ts';
import { createPutting, type Putting } from './put-in-slices.ts';
import { createSteadyScroll } from './scroll-steadily.ts';
import { createReadingView, type ReadingViewStore } from './use-reading-view.ts';

/** What one open document is read with; lives as long as it is open. */
export interface CdaReader {
  readonly root: RefObject<HTMLDivElement | null>;
  readonly view: ReadingViewStore;
  readonly navigation: DocumentNavigation;
  readonly find: CdaFind;
  readonly putting: Putting;
  /** The sections read so far, after they are on the page. */
  readonly sections: () => readonly CdaSection[];
  sectionsAre(sections: readonly CdaSection[]): void;
  /** The same function for good: what renders a document anew must not render all of its words. */
  readonly renderNested: RenderNested;
  nestedIs(render: RenderNested): void;
  /** Takes what the renderer of the body can do. */
  readonly bodyHandle: RendererProps['handle'];
  /** How that renderer prints, where it can. */
  bodyPrint(): RendererCapabilities['print'];
}

type RenderNested = RendererProps['renderNested'];

export function createReader(domId: (id: string) => string, renderNested: RenderNested): CdaReader {
  const root = createRef<HTMLDivElement>();
  let known: readonly CdaSection[] = [];
  let nested = renderNested;
  let bodyCapabilities: RendererCapabilities | undefined;
  const view = createReadingView();
  const putting = createPutting();
  const sections = () => known;
  const onPage = () => root.current;
  const steadyScroll = createSteadyScroll(onPage);
  const navigation = createDocumentNavigation({
    root: onPage,
    domId,
    view,
    sections,
    steadyScroll,
  });
  const find = createCdaFind({ root: onPage, reveal: navigation.reveal, steadyScroll });
  return {
    root,
    view,
    navigation,
    find,
    putting,
    sections,
    renderNested: (content, handle) => nested(content, handle),
    bodyHandle(capabilities) {
      bodyCapabilities = capabilities;
    },
    bodyPrint: () => bodyCapabilities?.print,
    nestedIs(render) {
      nested = render;
    },
    sectionsAre(now) {
      known = now;
      putting.whenPut(find.refresh);
    },
  };
}
