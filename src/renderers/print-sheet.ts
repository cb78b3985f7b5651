/**
 * Prints something from the page itself: a sheet beside the app that paper alone shows, headed on every page.
 * Formats that lie in a frame of their own print that instead.
 */
import { askToPrint } from './ask-to-print.ts';
import { pageRule } from './print-header.ts';
import type { RendererEvent } from './renderer.ts';
import './print-sheet.css';

export interface PrintSheet {
  /** Where what is printed goes. */
  readonly body: HTMLElement;
  /** Opens the browser's print dialog; the sheet goes away afterwards. */
  print(report: (event: RendererEvent) => void): void;
  /** Takes the sheet away unprinted. */
  remove(): void;
}

let current: PrintSheet | undefined;

/** A new sheet with these lines at the head of each page; one that was there before goes. */
export function createPrintSheet(header: readonly string[]): PrintSheet {
  current?.remove();
  const table = document.createElement('table');
  table.className = 'print-sheet';
  table.setAttribute('aria-hidden', 'true');
  const head = table.createTHead().insertRow().insertCell();
  for (const line of header) {
    const row = document.createElement('div');
    row.textContent = line;
    head.append(row);
  }
  const body = table.createTBody().insertRow().insertCell();
  document.body.append(table);
  document.body.classList.add('prints-sheet');
  const rule = new CSSStyleSheet();
  rule.replaceSync(pageRule());
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, rule];
  const sheet: PrintSheet = {
    body,
    print(report) {
      window.addEventListener('afterprint', sheet.remove, { once: true });
      askToPrint(window, report);
    },
    remove() {
      if (current !== sheet) return;
      current = undefined;
      table.remove();
      document.body.classList.remove('prints-sheet');
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== rule);
    },
  };
  current = sheet;
  return sheet;
}
