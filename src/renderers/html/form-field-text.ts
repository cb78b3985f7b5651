/** What a form field of a document says: fields are removed, their values stay as words. */

/** The text that stands for a field; undefined for what is no field (its content is kept as it is). */
export function formFieldText(node: Element, tagName: string): string | undefined {
  if (tagName === 'textarea') return node.textContent;
  if (tagName === 'select') return selectedText(node);
  if (tagName !== 'input') return undefined;
  const type = node.getAttribute('type')?.toLowerCase() ?? 'text';
  if (type === 'checkbox' || type === 'radio') return node.hasAttribute('checked') ? '☒' : '☐';
  if (type === 'hidden' || type === 'password' || type === 'image' || type === 'file') return '';
  return node.getAttribute('value') ?? '';
}

function selectedText(select: Element): string {
  const options = [...select.querySelectorAll('option')];
  const selected = options.filter((option) => option.hasAttribute('selected'));
  return (selected.length > 0 ? selected : options.slice(0, 1))
    .map((option) => option.textContent.trim())
    .join(', ');
}
