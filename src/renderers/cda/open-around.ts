/** Unfolds every folded part around an element. */
export function openAround(element: Element | null | undefined): void {
  for (
    let details = element?.closest('details');
    details;
    details = details.parentElement?.closest('details')
  ) {
    details.open = true;
  }
}
