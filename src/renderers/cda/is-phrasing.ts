import type { Narrative } from '../../cda/narrative.ts';

/** Whether HTML lets it stand in a paragraph. */
export function isPhrasing(node: Narrative): boolean {
  switch (node.kind) {
    case 'text':
    case 'image':
    case 'footnoteReference':
      return true;
    case 'break':
      return node.rule !== true;
    case 'content':
    case 'link':
    case 'sub':
    case 'sup':
    case 'unknown':
      return node.children.every(isPhrasing);
    default:
      return false;
  }
}
