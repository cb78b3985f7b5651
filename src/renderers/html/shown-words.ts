/** The words below an element of a page, parted as the source's words are. */
import { boundaries } from './words-rules.ts';

const nodesPerStep = 4_000;

/** In steps: only asked for where something differs, and then the document may be large. */
export async function shownWords(root: Element): Promise<string> {
  const walker = root.ownerDocument.createTreeWalker(root, 5 /* SHOW_ELEMENT | SHOW_TEXT */);
  const out: string[] = [];
  /** Elements that the walk is inside of and that end a word when it leaves them. */
  const open: Node[] = [];
  let count = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    while (open.length > 0 && open.at(-1)?.contains(node) === false) {
      open.pop();
      out.push('\n');
    }
    if (node.nodeType === 3) out.push(node.nodeValue ?? '');
    else if (boundaries.has(node.nodeName.toLowerCase())) {
      out.push('\n');
      open.push(node);
    }
    count += 1;
    if (count % nodesPerStep === 0) await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return out.join('');
}
