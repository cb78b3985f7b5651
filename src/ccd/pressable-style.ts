/** The id under which react-aria looks for its own rule before it injects a `<style>` of it. */
export const pressableStyleId = 'react-aria-pressable-style';

/**
 * Keeps react-aria from injecting a `<style>`, which the page's CSP would refuse: the rule stands in
 * `summary-dialog.css`, and an element with the id it looks for stands in the head. Call before rendering.
 */
export function reservePressableStyle(): void {
  if (document.getElementById(pressableStyleId) !== null) return;
  const placeholder = document.createElement('meta');
  placeholder.id = pressableStyleId;
  document.head.append(placeholder);
}
