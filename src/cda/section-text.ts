import type { CdaSection } from './cda-document.ts';
import type { Narrative, NarrativeItem } from './narrative.ts';

/** The words of narrative in the author's order, blocks on lines of their own. */
export function narrativeText(nodes: readonly Narrative[]): string {
  return nodes.map(nodeText).join('');
}

function nodeText(node: Narrative): string {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'break':
      return '\n';
    case 'footnoteReference':
      return '';
    case 'image':
      return node.alt ?? '';
    case 'media':
      return captionText(node.caption);
    case 'paragraph':
      return `\n${captionText(node.caption)}${narrativeText(node.children)}\n`;
    case 'preformatted':
    case 'footnote':
      return `\n${narrativeText(node.children)}\n`;
    case 'list':
      return `\n${captionText(node.caption)}${node.items.map(itemText).join('')}`;
    case 'table':
      return `\n${captionText(node.caption)}${node.groups
        .map(({ rows }) =>
          rows
            .map(
              ({ cells }) =>
                `${cells.map(({ children }) => narrativeText(children).trim()).join('\t')}\n`,
            )
            .join(''),
        )
        .join('')}`;
    case 'content': {
      const text = narrativeText(node.children);
      return node.styles?.includes('block') === true ? `\n${text}\n` : text;
    }
    default:
      return narrativeText(node.children);
  }
}

const captionText = (caption: readonly Narrative[] | undefined): string =>
  caption === undefined ? '' : `${narrativeText(caption)}\n`;

const itemText = (item: NarrativeItem): string =>
  `${captionText(item.caption)}${narrativeText(item.children)}\n`;

/** What its author wrote in a section, nested ones included: titles and narrative. */
export const sectionText = (section: CdaSection): string => sectionTextWith(section, () => '');

/** The same, with what `added` says of each section: the words for its entries are the reader's language's. */
export function sectionTextWith(
  section: CdaSection,
  added: (section: CdaSection) => string,
): string {
  const title = section.title === undefined ? '' : narrativeText(section.title);
  const narrative = section.narrative === undefined ? '' : narrativeText(section.narrative);
  const nested = section.sections.map((inner) => sectionTextWith(inner, added));
  return [title, narrative, added(section), ...nested].join('\n');
}
