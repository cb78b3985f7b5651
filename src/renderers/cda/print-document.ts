import { askToPrint } from '../ask-to-print.ts';
import { pageRule } from '../print-header.ts';
import type { RendererEvent } from '../renderer.ts';
import { copyInSlices, type Copying, type CopyRules } from './copy-in-slices.ts';
import mediaCss from './cda-media.css?inline';
import narrativeCss from './cda-narrative.css?inline';
import printCss from './cda-print.css?inline';

/** What has no meaning on paper. */
const CONTROLS = '.cda-contents, [data-tools], .cda-section-more';

/** The frame that is printed, and how to end before it is. */
export interface PrintedCopy {
  /** Settles when the browser was asked to print; never when it was cancelled. */
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
  let copying: Copying | undefined;
  let cancelled = false;
  const done = new Promise<void>((resolve) => {
    // Some browsers load the empty page after the frame is there, in place of all that was written before.
    frame.addEventListener(
      'load',
      () => {
        const view = frame.contentWindow;
        if (view === null || cancelled) return;
        copying = copyInSlices(root, sheetIn(view, runningLines), PAPER);
        view.addEventListener('afterprint', () => frame.remove(), { once: true });
        void copying.done.then(() => {
          askToPrint(view, report);
          resolve();
        });
      },
      { once: true },
    );
    document.body.append(frame);
  });
  return {
    done,
    cancel() {
      cancelled = true;
      copying?.cancel();
    },
  };
}

/** Lays an empty sheet of paper in the page, the lines at its head; where the document goes. */
function sheetIn(view: Window, runningLines: readonly string[]): HTMLElement {
  const target = view.document;
  const css = new (view as Window & typeof globalThis).CSSStyleSheet();
  css.replaceSync(pageRule() + printCss + narrativeCss + mediaCss);
  target.adoptedStyleSheets = [css];
  const sheet = target.createElement('table');
  sheet.className = 'cda-print-sheet';
  const running = sheet.createTHead().insertRow().insertCell();
  for (const line of runningLines) {
    const row = target.createElement('div');
    row.textContent = line;
    running.append(row);
  }
  target.body.append(sheet);
  return sheet.createTBody().insertRow().insertCell();
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
