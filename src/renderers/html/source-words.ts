/** The words that a browser without scripts would show of a source, by a second parser than the browser's. */
import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes, type TreeAdapter } from 'parse5';
import { fieldText, type Field } from './form-field-text.ts';
import { isShownImage } from './shown-image.ts';
import { boundaries, imageWords, wordless, wordlessInDrawings } from './words-rules.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Thrown by the counting adapter, caught by `sourceWords`. */
class TooManyElements extends Error {}

/** Words parted by white space, in the order of the tree; undefined where it has more elements than `limit`. */
export function sourceWords(source: string, limit: number): string | undefined {
  try {
    return wordsBelow(parse(source, { scriptingEnabled: false, treeAdapter: counting(limit) }));
  } catch (error) {
    if (error instanceof TooManyElements) return undefined;
    throw error;
  }
}

/** Formatting left open is made again in every block: what a source becomes is counted as it is made. */
function counting(limit: number): TreeAdapter<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> {
  let count = 0;
  return {
    ...defaultTreeAdapter,
    createElement(tagName, namespace, attributes) {
      count += 1;
      if (count > limit) throw new TooManyElements();
      return defaultTreeAdapter.createElement(tagName, namespace, attributes);
    },
  };
}

/** What is still to be written, the next at the end: a node, or the boundary behind one. */
type Pending = Node | '\n';

function wordsBelow(root: { readonly childNodes: readonly Node[] }): string {
  const out: string[] = [];
  const pending: Pending[] = root.childNodes.toReversed();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node === '\n') out.push('\n');
    else if ('value' in node) out.push(node.value);
    else if ('tagName' in node) writeElement(node, out, pending);
  }
  return out.join('');
}

function writeElement(element: Element, out: string[], pending: Pending[]): void {
  const name = element.tagName;
  if (name === 'svg' || name === 'math') {
    out.push(' ', textBelow(element, wordlessInDrawings), ' ');
    return;
  }
  if (wordless.has(name)) return;
  const words = name === 'img' ? wordsOfImage(element) : fieldText(fieldOf(element));
  if (words !== undefined) {
    out.push(' ', words, ' ');
    return;
  }
  const isBoundary = boundaries.has(name);
  if (isBoundary) {
    out.push('\n');
    pending.push('\n');
  }
  for (let at = element.childNodes.length - 1; at >= 0; at -= 1) {
    const child = element.childNodes[at];
    if (child) pending.push(child);
  }
}

const wordsOfImage = (image: Element): string =>
  isShownImage(attributeOf(image, 'src')) ? '' : imageWords(attributeOf(image, 'alt'));

const attributeOf = (element: Element, name: string): string | undefined =>
  element.attrs.find((attribute) => attribute.name === name)?.value;

const none: ReadonlySet<string> = new Set();

function textBelow(root: Element, without: ReadonlySet<string>): string {
  const out: string[] = [];
  const pending: Node[] = root.childNodes.toReversed();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if ('value' in node) out.push(node.value);
    else if ('tagName' in node && !without.has(node.tagName)) {
      out.push(' ');
      for (let at = node.childNodes.length - 1; at >= 0; at -= 1) {
        const child = node.childNodes[at];
        if (child) pending.push(child);
      }
    }
  }
  return out.join('');
}

function fieldOf(element: Element): Field {
  return {
    name: element.tagName,
    attribute: (name) => attributeOf(element, name),
    text: () => textBelow(element, none),
    options: () =>
      optionsBelow(element).map((option) => ({
        selected: attributeOf(option, 'selected') !== undefined,
        text: textBelow(option, none),
      })),
  };
}

function optionsBelow(select: Element): readonly Element[] {
  const found: Element[] = [];
  const pending: Node[] = select.childNodes.toReversed();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (!('tagName' in node)) continue;
    if (node.tagName === 'option') found.push(node);
    for (let at = node.childNodes.length - 1; at >= 0; at -= 1) {
      const child = node.childNodes[at];
      if (child) pending.push(child);
    }
  }
  return found;
}
