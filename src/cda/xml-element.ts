/** A plain tree of what was read: names without prefix where the element is CDA's own. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

export const isElement = (node: XmlElement | string): node is XmlElement =>
  typeof node !== 'string';

/** Child elements of that name, in order. */
export const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element === undefined
    ? []
    : element.children.filter((node): node is XmlElement => isElement(node) && node.name === name);

/** The element at the end of a path of first children. */
export function childOf(
  element: XmlElement | undefined,
  ...path: readonly string[]
): XmlElement | undefined {
  let current = element;
  for (const name of path) {
    current = current?.children.find(
      (node): node is XmlElement => isElement(node) && node.name === name,
    );
  }
  return current;
}

/** All text inside, as written. */
export function rawText(element: XmlElement): string {
  let text = '';
  for (const node of element.children) text += isElement(node) ? rawText(node) : node;
  return text;
}

/** Whether there are words inside; looks no further than the first. */
export const holdsText = (element: XmlElement): boolean =>
  element.children.some((node) => (isElement(node) ? holdsText(node) : /\S/.test(node)));

/** All words inside, white space collapsed; undefined when there are none. */
export function wordsOf(element: XmlElement | undefined): string | undefined {
  if (element === undefined) return undefined;
  const text = spacedText(element).replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : text;
}

function spacedText(element: XmlElement): string {
  return element.children
    .map((node) => (isElement(node) ? ` ${spacedText(node)} ` : node))
    .join('');
}

/** An attribute's value, trimmed; undefined when absent or blank. */
export function attributeOf(element: XmlElement | undefined, name: string): string | undefined {
  const value = element?.attributes[name]?.trim();
  return value === undefined || value === '' ? undefined : value;
}

type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Drops members that are undefined, so that optional means absent. */
export function present<T extends object>(value: T): Present<T> {
  const members: Record<string, unknown> = value as Record<string, unknown>;
  // A loop of deletes would make slow objects; `Object.entries` costs half of the reading of a large table.
  const kept: Record<string, unknown> = {};
  for (const name in members) {
    if (members[name] !== undefined) kept[name] = members[name];
  }
  return kept as Present<T>;
}
