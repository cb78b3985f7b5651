/** What a form field of a document says: fields are removed, their values stay as words. */

/** A field as both sides see it: the browser's elements, and the tokenizer's in the worker. */
export interface Field {
  readonly name: string;
  attribute(name: string): string | undefined;
  /** Its own words (a textarea's). */
  text(): string;
  /** Of a select. */
  options(): readonly FieldOption[];
}

interface FieldOption {
  readonly selected: boolean;
  readonly text: string;
}

const wordless: ReadonlySet<string> = new Set(['hidden', 'password', 'file']);

/** The text that stands for a field; undefined for what is no field (its content is kept as it is). */
export function fieldText(field: Field): string | undefined {
  if (field.name === 'textarea') return field.text();
  if (field.name === 'select') return selectedText(field);
  if (field.name !== 'input') return undefined;
  const type = field.attribute('type')?.trim().toLowerCase() ?? 'text';
  if (type === 'checkbox' || type === 'radio')
    return field.attribute('checked') === undefined ? '☐' : '☒';
  if (wordless.has(type)) return '';
  if (type === 'image') return field.attribute('alt') ?? '';
  return field.attribute('value') ?? '';
}

/** All that is selected; of a select that takes one, the last; nothing selected there means the first. */
function selectedText(select: Field): string {
  const options = select.options();
  const selected = options.filter((option) => option.selected);
  const shown =
    select.attribute('multiple') === undefined
      ? [selected.at(-1) ?? options[0]].filter((option) => option !== undefined)
      : selected;
  return shown.map(({ text }) => text.trim()).join(', ');
}

/** An element of a page as a field. */
export function fieldOf(element: Element, name: string): Field {
  return {
    name,
    attribute: (wanted) => element.getAttribute(wanted) ?? undefined,
    text: () => element.textContent,
    options: () =>
      Array.from(element.querySelectorAll('option'), (option) => ({
        selected: option.hasAttribute('selected'),
        text: option.textContent,
      })),
  };
}
