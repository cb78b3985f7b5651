/** What lies over the words while it is open. */
const OVER_WORDS = 'details[data-over][open]';

/** Unfolds every folded part around an element of the document, and closes what would lie over it. */
export function openAround(root: Element | null | undefined, element: Element): void {
  for (const over of root?.querySelectorAll<HTMLDetailsElement>(OVER_WORDS) ?? []) {
    if (!over.contains(element)) over.open = false;
  }
  for (
    let details = element.closest('details');
    details !== null;
    details = details.parentElement?.closest('details') ?? null
  ) {
    details.open = true;
  }
}
