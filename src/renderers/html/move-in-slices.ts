/** Moves sanitized nodes into the frame: the first words at once, the rest made ready in steps and laid out once. */
import { applyStyle, readInlineStyle } from './author-styles.ts';

/** So many elements are moved before the first pause: more than a screen holds. */
const firstScreen = 400;
/** A subtree up to this many elements is moved as one. */
const wholeUpTo = 400;
/** How long a step may keep the page. */
const stepMs = 20;

/**
 * Moves all children of `source` into `target` (of another document) with each element's author style. A table is
 * laid out anew each time it grows, so that equal steps would cost the square of its rows: behind the first screen
 * nothing is attached before all of it is ready. Resolves when all are there, or early when `signal` ends it.
 */
export async function moveInSlices(
  source: Node,
  target: Element,
  styles: ReadonlyMap<Element, string>,
  signal: AbortSignal,
): Promise<void> {
  const style = createStyler(styles);
  const open: { from: Node; into: Element }[] = [{ from: source, into: target }];
  for (let moved = 0; moved < firstScreen;) {
    const top = open.at(-1);
    if (!top) return;
    const child = top.from.firstChild;
    if (!child) open.pop();
    else if (isElement(child) && child.getElementsByTagName('*').length > wholeUpTo) {
      // Too large for one step: its shell first, then its children one by one.
      const shell = top.into.ownerDocument.importNode(child, false);
      top.into.append(shell);
      style(child, shell);
      child.remove();
      open.push({ from: child, into: shell });
      moved += 1;
    } else {
      moved += styleBelow(child, style);
      top.into.append(child);
    }
  }
  await nextTurn();
  await makeReady(open, style, signal);
  if (signal.aborted) return;
  for (let top = open.pop(); top; top = open.pop()) {
    const rest = document.createRange();
    rest.selectNodeContents(top.from);
    top.into.append(rest.extractContents());
  }
}

/** Styles what is still to come, in steps, while it is attached to nothing. */
async function makeReady(
  open: readonly { readonly from: Node }[],
  style: (source: Element, element: Element) => void,
  signal: AbortSignal,
): Promise<void> {
  let pauseAt = performance.now() + stepMs;
  for (const { from } of open) {
    const walker = (from.ownerDocument ?? document).createTreeWalker(from, 1 /* SHOW_ELEMENT */);
    for (let count = 1; walker.nextNode(); count += 1) {
      if (isElement(walker.currentNode)) style(walker.currentNode, walker.currentNode);
      if (count % 64 !== 0 || performance.now() < pauseAt) continue;
      await nextTurn();
      if (signal.aborted) return;
      pauseAt = performance.now() + stepMs;
    }
  }
}

const isElement = (node: Node): node is Element => node.nodeType === 1;

function styleBelow(node: Node, style: (source: Element, element: Element) => void): number {
  if (!isElement(node)) return 0;
  const elements = [node, ...node.getElementsByTagName('*')];
  for (const element of elements) style(element, element);
  return elements.length;
}

/** Applies the style that `source` had to `element`; equal texts are read once. */
function createStyler(
  styles: ReadonlyMap<Element, string>,
): (source: Element, element: Element) => void {
  const rebuilt = new Map<string, string>();
  return (source, element) => {
    const text = styles.get(source);
    // Elements of the frame are of the frame's realm: `instanceof HTMLElement` would be false.
    if (text === undefined || !('style' in element)) return;
    let allowed = rebuilt.get(text);
    if (allowed === undefined) rebuilt.set(text, (allowed = readInlineStyle(text)));
    applyStyle(element as HTMLElement, allowed);
  };
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
