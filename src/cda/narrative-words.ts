import type { Narrative } from './narrative.ts';

/** Whether a reader would see anything. */
export function hasWords(node: Narrative): boolean {
  switch (node.kind) {
    case 'text':
      return /[^\s\u00a0]/.test(node.text);
    case 'break':
    case 'footnoteReference':
      return false;
    case 'media':
    case 'image':
      return true;
    case 'list':
      return (
        (node.caption?.some(hasWords) ?? false) ||
        node.items.some(
          (item) => item.children.some(hasWords) || (item.caption?.some(hasWords) ?? false),
        )
      );
    case 'table':
      return (
        (node.caption?.some(hasWords) ?? false) ||
        node.groups.some(({ rows }) =>
          rows.some(({ cells }) => cells.some(({ children }) => children.some(hasWords))),
        )
      );
    case 'paragraph':
      return (node.caption?.some(hasWords) ?? false) || node.children.some(hasWords);
    default:
      return node.children.some(hasWords);
  }
}
