/** Moves sanitized nodes into the frame: the first words at once, the rest made ready in steps and laid out once. */
import { readInlineStyle } from './author-styles.ts';

/** So many elements are moved before the first pause: more than a screen holds. */
const firstScreen = 400;
/** A subtree up to this many elements is moved as one. */
const wholeUpTo = 400;
/** From so many elements on, parts far from what is looked at are laid out when they come near. */
const partsAbove = 20_000;
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
  const style = await createStyler(styles, target.ownerDocument, signal);
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
  await nextFrame();
  await makeReady(open, style, signal);
  if (signal.aborted) return;
  const isLarge = source.childNodes.length > 0 && countBelow(source) > partsAbove;
  for (let top = open.pop(); top; top = open.pop()) {
    if (isLarge) markParts(top.from);
    const rest = document.createRange();
    rest.selectNodeContents(top.from);
    top.into.append(rest.extractContents());
  }
}

/** Styles what is still to come, in steps, while it is attached to nothing. */
async function makeReady(
  open: readonly { readonly from: Node }[],
  style: Styler,
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

function styleBelow(node: Node, style: Styler): number {
  if (!isElement(node)) return 0;
  const elements = [node, ...node.getElementsByTagName('*')];
  for (const element of elements) style(element, element);
  return elements.length;
}

const countBelow = (node: Node): number =>
  'querySelectorAll' in node ? (node as ParentNode).querySelectorAll('*').length : 0;

/** Blocks of some size that stand side by side; tables and their rows are laid out as a whole. */
function markParts(from: Node): void {
  for (const child of from.childNodes)
    if (isElement(child) && /^(div|section|article)$/.test(child.localName))
      if (child.getElementsByTagName('*').length >= leastPart) child.classList.add('dossier-part');
}

/** Smaller blocks cost less to lay out than to watch. */
const leastPart = 16;

type Styler = (source: Element, element: Element) => void;

/** Like a style attribute these outweigh the author's sheets, as long as no selector names five ids. */
const outweighing = ':not(#_)'.repeat(5);

/**
 * One rule for each text of a style attribute, in a sheet that `target`'s document adopts, and a class on each
 * element that had it: equal texts are read once, and no element is given its declarations one by one.
 */
async function createStyler(
  styles: ReadonlyMap<Element, string>,
  target: Document,
  signal: AbortSignal,
): Promise<Styler> {
  const classes = new Map<string, string>();
  const rules: string[] = [];
  let pauseAt = performance.now() + stepMs;
  for (const text of styles.values()) {
    if (classes.has(text)) continue;
    const allowed = readInlineStyle(text);
    const name = `dossier-style-${classes.size}`;
    classes.set(text, allowed === '' ? '' : name);
    if (allowed !== '') rules.push(`.${name}${outweighing} { ${allowed} }`);
    if (performance.now() < pauseAt) continue;
    await nextTurn();
    if (signal.aborted) break;
    pauseAt = performance.now() + stepMs;
  }
  const realm = target.defaultView;
  if (realm && rules.length > 0) {
    const sheet = new realm.CSSStyleSheet();
    sheet.replaceSync(rules.join('\n'));
    target.adoptedStyleSheets = [...target.adoptedStyleSheets, sheet];
  }
  return (source, element) => {
    const name = classes.get(styles.get(source) ?? '');
    if (name) element.classList.add(name);
  };
}

/** The next frame is drawn; a page that nobody sees draws none. */
const nextFrame = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 100);
    requestAnimationFrame(() => setTimeout(resolve, 0));
  });

const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
