import { isNarrated } from './known-names.ts';
import { childrenOf, isElement, type XmlElement } from './xml-element.ts';

/** Words, or an element that holds words, where the standard has no place for them. */
export const isStrayNarrative = (node: XmlElement | string): boolean =>
  isElement(node) ? isNarrated(node.name) && !OTHERWISE.has(node.name) : /\S/.test(node);

/** Names of HTML that mean something else in a section. */
const OTHERWISE = new Set(['title', 'section', 'code', 'template', 'object', 'source', 'time']);

/**
 * The `text` elements of a section, and behind them what an early `</text>` left outside: nobody else would show
 * it. One that stands in a nested section's `component` counts to the section around.
 */
export function textsOf(section: XmlElement): XmlElement[] {
  const texts: XmlElement[] = [];
  const stray = (node: XmlElement | string): void => {
    const last = texts.at(-1);
    if (last?.attributes === STRAY) last.children.push(node);
    else texts.push({ name: 'text', attributes: STRAY, children: [node] });
  };
  for (const node of section.children) {
    if (isElement(node) && node.name === 'text') texts.push(node);
    else if (isStrayNarrative(node)) stray(node);
  }
  for (const component of childrenOf(section, 'component')) {
    for (const node of component.children) if (isStrayNarrative(node)) stray(node);
  }
  return texts;
}

/** On a line of its own, so that no two words become one. */
const STRAY: Readonly<Record<string, string>> = { styleCode: 'xdiv' };
