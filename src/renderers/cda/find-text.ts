/** The words of a page as text that can be searched, built in slices; blocks are apart, as a reader sees them. */

/** A stretch of text of the page; no word goes over its end. */
export interface TextStretch {
  readonly text: string;
  readonly nodes: readonly Text[];
  /** Where each node's text starts in `text`. */
  readonly starts: readonly number[];
}

export interface FoundText {
  readonly stretch: TextStretch;
  readonly from: number;
  readonly to: number;
}

const BLOCK =
  'p,div,li,td,th,h3,h4,h5,h6,section,caption,pre,dt,dd,summary,strong,.cda-block,.cda-media';
/** What is no part of the document. */
const APART = '[data-tools], nav';
/** What comes last: it lies over the words that a reader is more likely to look for. */
const LAST = 'details[data-over] > :not(summary)';
const STRETCH_CHARACTERS = 64 * 1024;
/** Nodes of one step: those that nobody has looked at for a while are slow to come. */
const STEP_NODES = 40;

/**
 * The stretches of `root`, those of panels that lie over its words behind all others. Each step of the iteration is
 * short; undefined: nothing yet.
 */
export function* stretchesOf(root: Element): Generator<TextStretch | undefined> {
  yield* stretchesIn(root, `${APART}, ${LAST}`);
  for (const panel of root.querySelectorAll(LAST)) yield* stretchesIn(panel, APART);
}

function* stretchesIn(root: Element, leftOut: string): Generator<TextStretch | undefined> {
  const walker = root.ownerDocument.createTreeWalker(root, 1 | 4 /* elements and text */, (node) =>
    node.nodeType === 1 && (node as Element).matches(leftOut) ? 2 /* reject */ : 1,
  );
  let text = '';
  let nodes: Text[] = [];
  let starts: number[] = [];
  let block: Element | null | undefined;
  let broken = false;
  let steps = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    steps += 1;
    if (steps % STEP_NODES === 0) yield undefined;
    if (node.nodeType === 1) {
      broken ||= node.nodeName === 'BR';
      continue;
    }
    const part = node as Text;
    const around = part.parentElement?.closest(BLOCK);
    if (around !== block) {
      block = around;
      broken = true;
      if (text.length > STRETCH_CHARACTERS) {
        yield { text, nodes, starts };
        text = '';
        nodes = [];
        starts = [];
      }
    }
    if (broken && text !== '') text += '\n';
    broken = false;
    nodes.push(part);
    starts.push(text.length);
    text += part.data;
  }
  if (text !== '') yield { text, nodes, starts };
}

/** What finds `query`: case ignored, any white space for any other. Undefined for nothing to look for. */
export function findPattern(query: string): RegExp | undefined {
  const words = query.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return undefined;
  return new RegExp(
    words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('\\s+'),
    'giu',
  );
}

/** Where the text is on the page. Undefined: it is there no more. */
export function placeOf({ stretch, from, to }: FoundText): StaticRangeInit | undefined {
  const first = nodeAt(stretch, from);
  const last = nodeAt(stretch, to - 1);
  if (!first?.node.isConnected || !last?.node.isConnected) return undefined;
  const startOffset = from - first.start;
  const endOffset = to - last.start;
  if (startOffset > first.node.length || endOffset > last.node.length) return undefined;
  return {
    startContainer: first.node,
    startOffset,
    endContainer: last.node,
    endOffset,
  };
}

function nodeAt(
  { nodes, starts }: TextStretch,
  at: number,
): { node: Text; start: number } | undefined {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const node = nodes[low];
  const start = starts[low];
  return node && start !== undefined ? { node, start } : undefined;
}
