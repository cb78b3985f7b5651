/** Find in a PDF: the components' find controller behind the reader's find capability. */
import type { FindCapability, FindResult } from '../renderer.ts';
import type { PdfEngine } from './pdf-engine.ts';

type Bus = InstanceType<PdfEngine['components']['EventBus']>;
type Controller = InstanceType<PdfEngine['components']['PDFFindController']>;

interface CountEvent {
  readonly matchesCount?: { readonly current: number; readonly total: number };
}

/** Counts are told as pages are searched; `complete` once every page was. */
export function createPdfFind(
  eventBus: Bus,
  controller: Controller,
  pages: () => number,
  signal: AbortSignal,
): FindCapability {
  let query = '';
  let askAgain: ReturnType<typeof setTimeout> | undefined;
  let notify: ((result: FindResult) => void) | undefined;
  const dispatch = (type: '' | 'again', findPrevious: boolean): void =>
    eventBus.dispatch('find', {
      source: controller,
      type,
      query,
      caseSensitive: false,
      entireWord: false,
      highlightAll: true,
      findPrevious,
      matchDiacritics: false,
    });
  const tell = ({ matchesCount }: CountEvent): void => {
    if (query === '') return;
    const searched = (controller.pageMatches ?? []).filter((match) => match !== undefined).length;
    const complete = searched >= pages();
    notify?.({ current: matchesCount?.current ?? 0, total: matchesCount?.total ?? 0, complete });
    clearTimeout(askAgain);
    // Pages without a match are searched in silence: the last of them would leave the count open.
    if (!complete && !signal.aborted) {
      askAgain = setTimeout(() => tell({ ...(matchesCount && { matchesCount }) }), 250);
    }
  };
  eventBus.on('updatefindmatchescount', tell);
  eventBus.on('updatefindcontrolstate', tell);
  const clear = (): void => {
    query = '';
    clearTimeout(askAgain);
    eventBus.dispatch('findbarclose', { source: controller });
  };
  return {
    search(wanted, onResult) {
      notify = onResult;
      if (wanted.trim() === '') {
        clear();
        onResult({ current: 0, total: 0, complete: true });
        return;
      }
      query = wanted;
      dispatch('', false);
    },
    next: () => dispatch('again', false),
    previous: () => dispatch('again', true),
    clear() {
      notify = undefined;
      clear();
    },
  };
}
