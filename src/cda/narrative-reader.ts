import type { Narrative, NarrativeStyle } from './narrative.ts';
import { readStyles } from './style-codes.ts';
import { attributeOf, isElement, present, type XmlElement } from './xml-element.ts';

/** Reads narrative elements of one document and counts across it. */
export interface NarrativeReader {
  footnotes: number;
  nodes: number;
  read(element: XmlElement): Narrative;
}

/** Attributes that any narrative element may carry. */
export function markedOf(
  element: XmlElement,
  more: readonly NarrativeStyle[] = [],
): { id?: string; language?: string; styles?: readonly NarrativeStyle[] } {
  const styles = [...(readStyles(attributeOf(element, 'styleCode')) ?? []), ...more];
  return present({
    id: attributeOf(element, 'ID') ?? attributeOf(element, 'id'),
    language:
      attributeOf(element, 'language') ??
      attributeOf(element, 'xml:lang') ??
      attributeOf(element, 'lang'),
    styles: styles.length === 0 ? undefined : styles,
  });
}

/** The children of a narrative element, `caption` left out: it belongs to its parent. */
export function readChildren(element: XmlElement, reader: NarrativeReader): Narrative[] {
  const nodes: Narrative[] = [];
  for (const child of element.children) {
    if (!isElement(child)) {
      reader.nodes += 1;
      nodes.push({ kind: 'text', text: child });
    } else {
      nodes.push(reader.read(child));
    }
  }
  return nodes;
}

/** What an element without a node of its own (a caption, a title, the narrative itself) says of all its words. */
export function inMarked(
  marked: ReturnType<typeof markedOf>,
  children: readonly Narrative[],
): readonly Narrative[] {
  return Object.keys(marked).length === 0 ? children : [{ kind: 'content', ...marked, children }];
}

/** Splits off the first `caption`; later ones stay as content. */
export function withCaption(
  element: XmlElement,
  reader: NarrativeReader,
): { caption?: readonly Narrative[]; rest: XmlElement } {
  const caption = element.children.find(
    (node): node is XmlElement => isElement(node) && node.name === 'caption',
  );
  if (caption === undefined) return { rest: element };
  return {
    caption: inMarked(markedOf(caption), readChildren(caption, reader)),
    rest: { ...element, children: element.children.filter((node) => node !== caption) },
  };
}
