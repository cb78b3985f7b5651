/** When two cells of a table say the same. */
import type {
  Narrative,
  NarrativeCell,
  NarrativeRow,
  NarrativeStyle,
} from '../../cda/narrative.ts';
import { hasWords } from '../../cda/narrative-words.ts';
import type { PlacedCell } from './table-grid.ts';

/** Neither words nor a mark that leads to some. */
export const isEmpty = (cell: NarrativeCell): boolean =>
  !cell.children.some(hasWords) && !childSignature(cell.children).includes(NOTE);

const NOTE = '{note ';

/** What a cell says and how; nothing where it is blank. */
export function signature({ cell }: PlacedCell, row?: NarrativeRow): string {
  const text = childSignature(cell.children)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
  if (text === '') return '';
  const look = lookOf([...(row?.styles ?? []), ...(cell.styles ?? [])]);
  return `${cell.header ? 'th ' : ''}${look}${text}`;
}

/** Styles by which one word says more than the same word beside it. */
const LOOKS = new Set<NarrativeStyle>(
  ['bold', 'underline', 'italics', 'emphasis', 'highlight', 'alert', 'struck'], // prettier-ignore
);

const lookOf = (styles: readonly NarrativeStyle[]): string => {
  const looks = styles.filter((style) => LOOKS.has(style));
  return looks.length === 0 ? '' : `{${[...new Set(looks)].toSorted().join(' ')}}`;
};

const childSignature = (nodes: readonly Narrative[]): string => nodes.map(nodeSignature).join('');

/** What a reader sees of it, and where its links and pictures lead. */
function nodeSignature(node: Narrative): string {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'break':
      return '\n';
    case 'media':
      return `{media ${node.targets.join(' ')}}${childSignature(node.caption ?? [])}`;
    case 'image':
      return `{image ${node.source ?? ''} ${node.alt ?? ''}}`;
    case 'footnoteReference':
      return `${NOTE}${node.target ?? ''}}`;
    case 'link':
      return `{link ${node.href ?? ''}}${childSignature(node.children)}`;
    case 'sub':
    case 'sup': {
      const inner = childSignature(node.children);
      return inner.trim() === '' ? inner : `{${node.kind} ${inner}}`;
    }
    case 'content': {
      const inner = childSignature(node.children);
      if (inner.trim() === '') return inner;
      const look = lookOf(node.styles ?? []);
      const styled = look === '' ? inner : `${look}${inner}{/}`;
      return node.revised === undefined ? styled : `{${node.revised} ${styled}}`;
    }
    case 'list':
      return node.items
        .map((item) => `\n- ${childSignature(item.caption ?? [])} ${childSignature(item.children)}`)
        .join('');
    case 'table':
      return node.groups
        .flatMap(({ rows }) => rows)
        .map(({ cells }) => `\n${cells.map(({ children }) => childSignature(children)).join('|')}`)
        .join('');
    case 'paragraph':
      return `\n${childSignature(node.caption ?? [])} ${childSignature(node.children)}\n`;
    default:
      return childSignature(node.children);
  }
}
