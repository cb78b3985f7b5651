/**
 * Find in text that is on the page (or in a frame of it): every match highlighted where the browser
 * can (CSS Custom Highlight API), the current one selected elsewhere. Changes no node.
 */
import type { FindCapability, FindResult } from './renderer.ts';

interface TextIndex {
  readonly text: string;
  readonly nodes: readonly Text[];
  /** Where each node's text starts in `text`. */
  readonly starts: readonly number[];
}

/** Find over the text below `root()`, which may live in another (same-origin) document. */
export function createDomFind(root: () => Element | null | undefined): FindCapability {
  let matches: readonly Range[] = [];
  let current = 0;
  let notify: ((result: FindResult) => void) | undefined;

  const show = (): void => {
    const element = root();
    const match = matches[current];
    if (element) paint(element, matches, match);
    notify?.({ current: match ? current + 1 : 0, total: matches.length, complete: true });
  };
  const step = (by: number): void => {
    if (matches.length === 0) return;
    current = (current + by + matches.length) % matches.length;
    show();
  };
  const reset = (): void => {
    matches = [];
    current = 0;
  };
  return {
    search(query, onResult) {
      notify = onResult;
      reset();
      const element = root();
      if (element) matches = findRanges(element, query);
      show();
    },
    next: () => step(1),
    previous: () => step(-1),
    clear() {
      notify = undefined;
      reset();
      show();
    },
  };
}

/** Ranges of `query` below `root`, case and runs of white space ignored. */
export function findRanges(root: Element, query: string): Range[] {
  const wanted = fold(query).trim();
  if (wanted === '') return [];
  const index = indexText(root);
  const ranges: Range[] = [];
  for (
    let at = index.text.indexOf(wanted);
    at >= 0;
    at = index.text.indexOf(wanted, at + wanted.length)
  ) {
    const range = rangeAt(root.ownerDocument, index, at, at + wanted.length);
    if (range) ranges.push(range);
  }
  return ranges;
}

/** Lower case, same length: one code unit in, one out, so that offsets stay true. */
function fold(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower.replaceAll(/\s/g, ' ');
  let folded = '';
  for (const unit of text.split('')) {
    const one = unit.toLowerCase();
    folded += /\s/.test(unit) ? ' ' : one.length === 1 ? one : unit;
  }
  return folded;
}

function indexText(root: Element): TextIndex {
  const walker = root.ownerDocument.createTreeWalker(root, 4 /* NodeFilter.SHOW_TEXT */);
  const nodes: Text[] = [];
  const starts: number[] = [];
  const parts: string[] = [];
  let length = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType !== 3) continue;
    const text = node as Text;
    nodes.push(text);
    starts.push(length);
    const folded = fold(text.data);
    parts.push(folded);
    length += folded.length;
  }
  return { text: parts.join(''), nodes, starts };
}

function rangeAt(
  document: Document,
  index: TextIndex,
  from: number,
  to: number,
): Range | undefined {
  const first = nodeAt(index, from);
  const last = nodeAt(index, to - 1);
  if (!first || !last) return undefined;
  const range = document.createRange();
  range.setStart(first.node, from - first.start);
  range.setEnd(last.node, to - last.start);
  return range;
}

function nodeAt(index: TextIndex, at: number): { node: Text; start: number } | undefined {
  let low = 0;
  let high = index.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((index.starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const node = index.nodes[low];
  const start = index.starts[low];
  return node && start !== undefined ? { node, start } : undefined;
}

/** Names that style sheets address with `::highlight(…)`. */
export const findHighlight = 'dossier-find';
export const findCurrentHighlight = 'dossier-find-current';

function paint(root: Element, matches: readonly Range[], current: Range | undefined): void {
  const view = root.ownerDocument.defaultView;
  if (!view) return;
  if ('Highlight' in view && 'highlights' in view.CSS) {
    view.CSS.highlights.set(findHighlight, new view.Highlight(...matches.slice(0, 5000)));
    view.CSS.highlights.set(
      findCurrentHighlight,
      new view.Highlight(...(current ? [current] : [])),
    );
  } else {
    const selection = view.getSelection();
    selection?.removeAllRanges();
    if (current) selection?.addRange(current);
  }
  current?.startContainer.parentElement?.scrollIntoView({ block: 'center', inline: 'nearest' });
}
