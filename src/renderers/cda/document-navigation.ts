import { flushSync } from 'react-dom';
import type { CdaSection } from '../../cda/cda-document.ts';
import { openAround } from './open-around.ts';
import type { SteadyScroll } from './scroll-steadily.ts';
import type { ReadingViewStore } from './use-reading-view.ts';

export interface DocumentNavigation {
  /** Brings an element into sight and the focus to it, so that reading goes on there. */
  goTo(id: string): void;
  /** Unfolds whatever hides an element of the document, and closes what lies over it. */
  reveal(element: Element): void;
}

interface DocumentNavigationOptions {
  readonly root: () => Element | null | undefined;
  readonly domId: (id: string) => string;
  readonly view: ReadingViewStore;
  readonly sections: () => readonly CdaSection[];
  readonly steadyScroll: SteadyScroll;
}

export function createDocumentNavigation(options: DocumentNavigationOptions): DocumentNavigation {
  const { root, domId, view, sections, steadyScroll } = options;

  const find = (id: string): Element | null | undefined =>
    document.getElementById(domId(id)) ??
    root()?.querySelector(`[data-reference="${CSS.escape(id)}"]`);

  function reveal(element: Element): void {
    const path = keysAround(element);
    flushSync(() => {
      view.reveal(sections(), path);
      if (view.get().final && element.closest('del') !== null) view.change({ final: false });
      if (element.closest('[data-folded]') !== null) view.change({ condense: false });
    });
    openAround(root(), element);
  }

  return {
    reveal,
    goTo(id) {
      const element = find(id);
      if (!element) return;
      reveal(element);
      const heading = element.matches('section')
        ? element.querySelector('.cda-section-title')
        : element;
      steadyScroll.to(element, () => element.scrollIntoView({ block: 'start' }));
      if (heading instanceof HTMLElement) {
        if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1;
        heading.focus({ preventScroll: true });
      }
    },
  };
}

/** Keys of the sections around an element, outermost first. */
function keysAround(element: Element): readonly string[] {
  const keys: string[] = [];
  for (
    let section = element.closest<HTMLElement>('[data-section]');
    section;
    section = section.parentElement?.closest<HTMLElement>('[data-section]') ?? null
  ) {
    const key = section.dataset['section'];
    if (key !== undefined) keys.unshift(key);
  }
  return keys;
}
