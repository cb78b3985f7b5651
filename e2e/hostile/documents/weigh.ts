/** What only documents do that are parts of the page: outgrow their bytes, turn the page's letters round. */
import type { Page } from '@playwright/test';
import type { Done } from './document-case.ts';

/** Characters of markup beside the words. */
const mostMarkup = 1_000_000;
/** Elements inside each other. */
const deepest = 400;
/** Words may be as many as the document has, and as many again. */
const mostWords = 2;

/** @param length of the document, in bytes */
export async function weigh(page: Page, report: string, length: number): Promise<Done> {
  const { markup, words, depth, endless } = await page.evaluate((selector) => {
    const host = document.querySelector(selector);
    let depth = 0;
    let words = 0;
    let markup = 0;
    const walker = document.createTreeWalker(host ?? document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    let level = 0;
    for (let node: Node | null = walker.currentNode; node !== null; ) {
      if (node instanceof Element) for (const { name, value } of node.attributes) markup += name.length + value.length;
      else words += node.nodeValue?.length ?? 0;
      if (level > depth) depth = level;
      const child = walker.firstChild();
      if (child !== null) {
        level += 1;
        node = child;
        continue;
      }
      let next = walker.nextSibling();
      while (next === null && walker.parentNode() !== null && walker.currentNode !== host) {
        level -= 1;
        next = walker.nextSibling();
      }
      node = next;
    }
    return { markup, words, depth, endless: host?.getAttribute('data-endless') ?? null };
  }, report); // prettier-ignore
  const told = [
    ...(markup > mostMarkup ? [`${markup} characters in attributes`] : []),
    ...(words > mostWords * length + 20_000 ? [`${words} characters of words from ${length} bytes`] : []),
    ...(depth > deepest ? [`${depth} elements deep`] : []),
    // A naive reader that had to be stopped says so there.
    ...(endless === null ? [] : [endless]),
  ]; // prettier-ignore
  return told.length > 0 ? { burden: told } : {};
}

/** Whether the letters of `words`, wherever they are painted in `root`, stand in their order. */
export async function turned(page: Page, root: string, words: string): Promise<Done> {
  const isTurned = await page.evaluate(
    ([selector = '', text = '']) => {
      const host = document.querySelector(selector);
      const walker = document.createTreeWalker(host ?? document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = node.nodeValue?.indexOf(text) ?? -1;
        if (at < 0) continue;
        const place = (offset: number): DOMRect => {
          const range = document.createRange();
          range.setStart(node, offset);
          range.setEnd(node, offset + 1);
          return range.getBoundingClientRect();
        };
        const first = place(at);
        const second = place(at + 1);
        if (first.width > 0 && Math.abs(first.top - second.top) < 2 && second.left < first.left) return true;
      }
      return false;
    },
    [root, words],
  ); // prettier-ignore
  return isTurned ? { reverse: [`"${words}" runs from right to left`] } : {};
}
