/** Prints a report's own frame: with a head on every page that no author's rule reaches, and all of it unfolded. */
import { askToPrint } from '../ask-to-print.ts';
import { pageRule } from '../print-header.ts';
import type { RendererEvent } from '../renderer.ts';

/** An element that no report can hold: unknown elements are not let through. */
const headName = 'dossier-print-head';

/**
 * In a layer, because of two important declarations the one in a layer wins, whatever the selectors: no author's
 * rule may hide the head. The root becomes a table and the head its header group, which all browsers repeat on
 * each page; the body is wrapped by itself, so that no node of the report moves.
 * Source: https://www.w3.org/TR/css-cascade-5/#layering
 */
const printRules = `
@layer dossier-print {
  ${headName}, ${headName} * { all: initial !important; }
  ${headName} { display: none !important; }
  ${headName}::before, ${headName}::after, ${headName} *::before, ${headName} *::after { content: none !important; }
  @media print {
    html { display: table !important; float: none !important; width: 100% !important; height: auto !important; min-height: 0 !important; max-height: none !important; margin: 0 !important; overflow: visible !important; table-layout: fixed !important; zoom: 1 !important; }
    body { display: block !important; float: none !important; height: auto !important; min-height: 0 !important; max-height: none !important; overflow: visible !important; zoom: 1 !important; }
    ${headName} { display: table-header-group !important; break-inside: avoid !important; }
    ${headName} > div { display: block !important; margin: 0 !important; font: 600 10pt/1.4 system-ui, sans-serif !important; color: #000 !important; }
    ${headName} > div:last-child { margin: 0 0 6pt !important; padding: 0 0 4pt !important; border-bottom: 1px solid #000 !important; }
    body *, body { max-height: none !important; overflow: visible !important; }
    thead { display: table-header-group !important; }
    tr, img { break-inside: avoid; }
    p, li { orphans: 2; widows: 2; }
  }
}
`;

/** Prepares the frame's document for paper; again and again, it is the same. `header` goes on every page. */
export function prepareForPaper(inside: Document, header: readonly string[]): void {
  const view = inside.defaultView;
  if (view === null) return;
  inside.querySelector(headName)?.remove();
  const head = inside.createElement(headName);
  head.setAttribute('aria-hidden', 'true');
  for (const line of header) {
    const row = inside.createElement('div');
    row.textContent = line;
    head.append(row);
  }
  // Beside the body: selectors of the author that count children keep their count.
  inside.documentElement.append(head);
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(printRules + pageRule());
  const others = inside.adoptedStyleSheets.filter((each) => each !== prepared.get(inside));
  inside.adoptedStyleSheets = [...others, sheet];
  prepared.set(inside, sheet);
}

const prepared = new WeakMap<Document, CSSStyleSheet>();

/** Prints the frame; folded parts are unfolded on paper, and folded again afterwards. */
export function printHtml(
  frame: HTMLIFrameElement,
  header: readonly string[],
  report: (event: RendererEvent) => void,
): void {
  const { contentDocument: inside, contentWindow: view } = frame;
  if (inside === null || view === null) return;
  prepareForPaper(inside, header);
  const foldAgain = unfold(inside);
  const clipAgain = unclip(inside, view);
  view.addEventListener(
    'afterprint',
    () => {
      clipAgain();
      foldAgain();
    },
    { once: true },
  );
  askToPrint(view, report);
}

function unfold(inside: Document): () => void {
  const folded = [...inside.querySelectorAll('details:not([open])')];
  for (const details of folded) details.setAttribute('open', '');
  return () => {
    for (const details of folded) details.removeAttribute('open');
  };
}

/** A box that scrolls has more than its height: on paper it grows, or its words would lie over the next. */
function unclip(inside: Document, view: Window): () => void {
  const clipped = [...inside.body.querySelectorAll<HTMLElement>('*')].filter(
    (element) =>
      element.scrollHeight > element.clientHeight + 1 &&
      element.clientHeight > 0 &&
      view.getComputedStyle(element).overflowY !== 'visible',
  );
  const before = clipped.map(({ style }) => ({
    style,
    value: style.getPropertyValue('height'),
    priority: style.getPropertyPriority('height'),
  }));
  for (const { style } of before) style.setProperty('height', 'auto', 'important');
  return () => {
    for (const { style, value, priority } of before) style.setProperty('height', value, priority);
  };
}
