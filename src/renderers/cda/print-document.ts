import { askToPrint } from '../ask-to-print.ts';
import { pageRule } from '../print-header.ts';
import type { RendererEvent } from '../renderer.ts';
import { copyInSlices, type CopyRules } from './copy-in-slices.ts';
import mediaCss from './cda-media.css?inline';
import narrativeCss from './cda-narrative.css?inline';
import printCss from './cda-print.css?inline';

/** What has no meaning on paper. */
const CONTROLS = '.cda-contents, [data-tools], .cda-section-more';

/** The frame that is printed, and how to end before it is. */
export interface PrintedCopy {
  readonly done: Promise<void>;
  cancel(): void;
}

/**
 * Prints a copy of the document in a frame of its own, everything unfolded, these lines at the head of every page:
 * a table's head is what all browsers repeat. The frame has no address and no scripts; its style sheet is
 * constructed, so that the page's policy stays strict. The copy is made in slices, and laid out by nobody before
 * it is printed.
 */
export function printDocument(
  root: HTMLElement,
  runningLines: readonly string[],
  report: (event: RendererEvent) => void,
): PrintedCopy {
  removePrintedCopy();
  const frame = document.createElement('iframe');
  frame.className = 'cda-print-frame';
  frame.setAttribute('aria-hidden', 'true');
  document.body.append(frame);
  const view = frame.contentWindow;
  if (view === null) {
    frame.remove();
    return { done: Promise.resolve(), cancel: () => undefined };
  }
  const target = view.document;
  const sheet = new (view as Window & typeof globalThis).CSSStyleSheet();
  sheet.replaceSync(pageRule() + printCss + narrativeCss + mediaCss);
  target.adoptedStyleSheets = [sheet];
  const sheetOfPaper = target.createElement('table');
  sheetOfPaper.className = 'cda-print-sheet';
  const running = sheetOfPaper.createTHead().insertRow().insertCell();
  for (const line of runningLines) {
    const row = target.createElement('div');
    row.textContent = line;
    running.append(row);
  }
  const page = sheetOfPaper.createTBody().insertRow().insertCell();
  target.body.append(sheetOfPaper);
  const copying = copyInSlices(root, page, PAPER);
  view.addEventListener('afterprint', () => frame.remove(), { once: true });
  return {
    done: copying.done.then(() => askToPrint(view, report)),
    cancel: copying.cancel,
  };
}

/** On paper everything is open, and nothing can be pressed: of a button its words stay. */
const PAPER: CopyRules = {
  leftOut: CONTROLS,
  unwrapped: 'button',
  change(copy) {
    // A style attribute that enters another document would have to pass that document's policy.
    copy.removeAttribute('style');
    copy.removeAttribute('hidden');
    if (copy instanceof HTMLDetailsElement) copy.open = true;
  },
};

/** Takes the copy away: it holds the whole document, and browsers differ in whether `afterprint` comes. */
export function removePrintedCopy(): void {
  document.querySelector('.cda-print-frame')?.remove();
}
