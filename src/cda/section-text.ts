import type { CdaSection, Narrative, NarrativeItem } from './cda-document.ts';

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

/** A section with its nested ones: title, narrative, facts. */
export function sectionText(section: CdaSection): string {
  const title = section.title === undefined ? '' : narrativeText(section.title);
  const narrative = section.narrative === undefined ? '' : narrativeText(section.narrative);
  return [title, narrative, ...section.sections.map(sectionText)].join('\n');
}
