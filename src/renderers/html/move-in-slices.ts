/** Moves sanitized nodes into the frame in small steps, so that no insertion holds the page. */
import { applyStyle, readInlineStyle } from './author-styles.ts';

/** A subtree up to this many elements is moved as one. */
const wholeUpTo = 400;
/** After this long the page gets its turn. */
const sliceMilliseconds = 12;

/**
 * Moves all children of `source` into `target` (of another document), applying each element's author
 * style as it arrives. Resolves when all are there, or early when `signal` ends it.
 */
export async function moveInSlices(
  source: Node,
  target: Element,
  styles: ReadonlyMap<Element, string>,
  signal: AbortSignal,
): Promise<void> {
  const open: { from: Node; into: Element }[] = [{ from: source, into: target }];
  let sliceStart = performance.now();
  for (let top = open.at(-1); top && !signal.aborted; top = open.at(-1)) {
    const child = top.from.firstChild;
    if (!child) open.pop();
    else if (isElement(child) && child.getElementsByTagName('*').length > wholeUpTo) {
      // Too large for one step: its shell first, then its children one by one.
      const shell = top.into.ownerDocument.importNode(child, false);
      top.into.append(shell);
      style(shell, styles.get(child));
      child.remove();
      open.push({ from: child, into: shell });
    } else {
      const elements = isElement(child) ? [child, ...child.getElementsByTagName('*')] : [];
      top.into.append(child);
      for (const element of elements) style(element, styles.get(element));
    }
    if (performance.now() - sliceStart > sliceMilliseconds) {
      await nextTurn();
      sliceStart = performance.now();
    }
  }
}

const isElement = (node: Node): node is Element => node.nodeType === 1;

function style(element: Element, text: string | undefined): void {
  // Elements of the frame are of the frame's realm: `instanceof HTMLElement` would be false.
  if (text !== undefined && 'style' in element)
    applyStyle(element as HTMLElement, readInlineStyle(text));
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
