/** Moves sanitized nodes into the frame in growing steps: the first words at once, the whole without relayout after each row. */
import { applyStyle, readInlineStyle } from './author-styles.ts';
import type { Declaration } from './style-allow-list.ts';

/** A subtree up to this many elements is moved as one. */
const wholeUpTo = 400;

/**
 * Moves all children of `source` into `target` (of another document), applying each element's author
 * style as it arrives. Each step moves as many elements as are there already: a table is laid out anew
 * after each, so that equal steps would cost the square of its rows. Resolves when all are there, or
 * early when `signal` ends it.
 */
export async function moveInSlices(
  source: Node,
  target: Element,
  styles: ReadonlyMap<Element, string>,
  signal: AbortSignal,
): Promise<void> {
  const style = createStyler(styles);
  const open: { from: Node; into: Element }[] = [{ from: source, into: target }];
  let moved = 0;
  let nextPause = wholeUpTo;
  for (let top = open.at(-1); top && !signal.aborted; top = open.at(-1)) {
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
      const elements = isElement(child) ? [child, ...child.getElementsByTagName('*')] : [];
      top.into.append(child);
      for (const element of elements) style(element, element);
      moved += elements.length;
    }
    if (moved >= nextPause) {
      nextPause = moved * 2;
      await nextTurn();
    }
  }
}

const isElement = (node: Node): node is Element => node.nodeType === 1;

/** Applies the style that `source` had to `element`; equal texts are read once. */
function createStyler(
  styles: ReadonlyMap<Element, string>,
): (source: Element, element: Element) => void {
  const read = new Map<string, readonly Declaration[]>();
  return (source, element) => {
    const text = styles.get(source);
    // Elements of the frame are of the frame's realm: `instanceof HTMLElement` would be false.
    if (text === undefined || !('style' in element)) return;
    let declarations = read.get(text);
    if (!declarations) read.set(text, (declarations = readInlineStyle(text)));
    applyStyle(element as HTMLElement, declarations);
  };
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
