/**
 * The narrative block as a typed tree. Every element of CDA R2's NarrativeBlock.xsd has its kind, HTML found
 * in the wild is taken for what it means, any other element keeps its words.
 */
import type { Narrative, NarrativeStyle } from './narrative.ts';
import { markedOf, readChildren, withCaption, type NarrativeReader } from './narrative-reader.ts';
import { hasWords } from './narrative-words.ts';
import { readList, readTable } from './read-narrative-blocks.ts';
import { attributeOf, present, type XmlElement } from './xml-element.ts';

/** A reader for one document. */
export function createNarrativeReader(): NarrativeReader {
  const reader: NarrativeReader = {
    footnotes: 0,
    nodes: 0,
    read: (element) => readNarrative(element, reader),
  };
  return reader;
}

// A map, not an object: an element may be called `__proto__` or `constructor`.
const HTML_STYLES: ReadonlyMap<string, readonly NarrativeStyle[]> = new Map<
  string,
  readonly NarrativeStyle[]
>(
  Object.entries({
    b: ['bold'],
    strong: ['bold'],
    i: ['italics'],
    em: ['italics'],
    cite: ['italics'],
    u: ['underline'],
    s: ['struck'],
    strike: ['struck'],
    mark: ['highlight'],
    code: ['mono'],
    tt: ['mono'],
    kbd: ['mono'],
    samp: ['mono'],
    span: [],
    font: [],
    div: ['block'],
    address: ['block'],
    blockquote: ['block', 'indent'],
    center: ['block', 'align-center'],
    dl: ['block'],
    dt: ['bold', 'block'],
    dd: ['block', 'indent'],
  }),
);

/** One narrative element. */
function readNarrative(element: XmlElement, reader: NarrativeReader): Narrative {
  reader.nodes += 1;
  const marked = markedOf(element);
  switch (element.name) {
    case 'content': {
      const revised = attributeOf(element, 'revised')?.toLowerCase();
      const children = readChildren(element, reader);
      if (revised !== 'insert' && revised !== 'delete')
        return { kind: 'content', ...marked, children };
      return { kind: 'content', ...marked, revised, children };
    }
    case 'ins':
    case 'del':
      return {
        kind: 'content',
        ...marked,
        revised: element.name === 'ins' ? 'insert' : 'delete',
        children: readChildren(element, reader),
      };
    case 'linkHtml':
    case 'a': {
      const link: Narrative = {
        kind: 'link',
        ...marked,
        ...present({ href: attributeOf(element, 'href'), title: attributeOf(element, 'title') }),
        children: readChildren(element, reader),
      };
      // `name` is the old way to make a link's own place a target; it may have an id beside it.
      const name = attributeOf(element, 'name');
      if (name === undefined || name === marked.id) return link;
      if (marked.id === undefined) return { ...link, id: name };
      return { kind: 'content', id: name, children: [link] };
    }
    case 'sub':
    case 'sup':
      return { kind: element.name, ...marked, children: readChildren(element, reader) };
    case 'br':
      return { kind: 'break', ...marked };
    case 'hr':
      return { kind: 'break', ...marked, rule: true };
    case 'img':
      return {
        kind: 'image',
        ...marked,
        ...present({ alt: attributeOf(element, 'alt'), source: attributeOf(element, 'src') }),
      };
    case 'footnote': {
      reader.footnotes += 1;
      const number = reader.footnotes;
      return { kind: 'footnote', ...marked, number, children: readChildren(element, reader) };
    }
    case 'footnoteRef': {
      // One by the schema; authors who name several mean them all.
      const [first, ...more] = (attributeOf(element, 'IDREF')?.split(/\s+/) ?? []).map(
        (target): Narrative => ({ kind: 'footnoteReference', target }),
      );
      if (first === undefined) return { kind: 'footnoteReference', ...marked };
      return more.length === 0
        ? { ...first, ...marked }
        : { kind: 'content', ...marked, children: [first, ...more] };
    }
    case 'renderMultiMedia': {
      const { caption, rest } = withCaption(element, reader);
      const targets = attributeOf(element, 'referencedObject')?.split(/\s+/) ?? [];
      const media: Narrative = { kind: 'media', ...marked, targets, ...present({ caption }) };
      const stray = readChildren(rest, reader).filter(hasWords);
      return stray.length === 0 ? media : { kind: 'content', children: [media, ...stray] };
    }
    case 'p':
    case 'paragraph': {
      const { caption, rest } = withCaption(element, reader);
      const children = readChildren(rest, reader);
      return { kind: 'paragraph', ...marked, ...present({ caption }), children };
    }
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return {
        kind: 'paragraph',
        ...markedOf(element, ['bold']),
        children: readChildren(element, reader),
      };
    case 'pre':
      return { kind: 'preformatted', ...marked, children: readChildren(element, reader) };
    case 'list':
    case 'ol':
    case 'ul':
      return readList(element, reader);
    case 'table':
      return readTable(element, reader);
    case 'caption':
      return {
        kind: 'paragraph',
        ...markedOf(element, ['bold']),
        children: readChildren(element, reader),
      };
    default: {
      const styles = HTML_STYLES.get(element.name);
      const children = readChildren(element, reader);
      if (styles !== undefined) return { kind: 'content', ...markedOf(element, styles), children };
      return { kind: 'unknown', ...marked, name: element.name, children };
    }
  }
}
