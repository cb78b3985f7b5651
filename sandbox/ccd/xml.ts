/** XML as text: elements are built from escaped parts only, so the result is well-formed by construction. */
export type Xml = { readonly xml: string };
export type XmlChild = Xml | string | undefined | readonly XmlChild[];
export type XmlAttributes = Readonly<Record<string, string | number | undefined>>;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (found) => escapes[found] ?? found);
}

/** One element; strings among the children are text, `undefined` children and attributes are left out. */
export function element(name: string, attributes: XmlAttributes, ...children: XmlChild[]): Xml {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('');
  const inner = serialize(children);
  return { xml: inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>` };
}

/** Children on lines of their own: for elements whose white space means nothing. */
export function lines(...children: XmlChild[]): XmlChild[] {
  return children.flatMap((child): XmlChild[] => {
    if (child === undefined) return [];
    if (typeof child !== 'string' && !('xml' in child)) return lines(...child);
    return ['\n', child];
  });
}

export function serialize(child: XmlChild): string {
  if (child === undefined) return '';
  if (typeof child === 'string') return escapeXml(child);
  if ('xml' in child) return child.xml;
  return child.map(serialize).join('');
}
