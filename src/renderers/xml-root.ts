/** Finds the root element of an XML document in its first characters, without parsing the rest. */

export interface XmlRoot {
  readonly localName: string;
  readonly namespace?: string;
}

const nameEnd = /[\s/>]/;

/**
 * Local name and namespace of the root element; skips BOM, white space, declaration, processing
 * instructions, comments and DOCTYPE. Undefined where `text` is no markup or ends too early.
 */
export function readXmlRoot(text: string): XmlRoot | undefined {
  const start = skipProlog(text);
  if (start === undefined || !/[A-Za-z_\u00C0-\uFFFF]/.test(text.charAt(start + 1)))
    return undefined;
  const tag = readTag(text, start + 1);
  if (!tag) return undefined;
  const colon = tag.name.indexOf(':');
  const prefix = colon < 0 ? '' : tag.name.slice(0, colon);
  const localName = tag.name.slice(colon + 1);
  const namespace = tag.attributes.get(prefix === '' ? 'xmlns' : `xmlns:${prefix}`);
  return namespace ? { localName, namespace } : { localName };
}

/** Index of the `<` that opens the root element. */
function skipProlog(text: string): number | undefined {
  let at = 0;
  for (;;) {
    while (/[\s\uFEFF]/.test(text.charAt(at))) at += 1;
    if (text.charAt(at) !== '<') return undefined;
    const end = endOfMisc(text, at);
    if (end === 'none') return at;
    if (end === undefined) return undefined;
    at = end;
  }
}

/** Where the comment, instruction or DOCTYPE at `at` ends; `none` if there is none. */
function endOfMisc(text: string, at: number): number | 'none' | undefined {
  if (text.startsWith('<!--', at)) return after(text, '-->', at + 4);
  if (text.startsWith('<?', at)) return after(text, '?>', at + 2);
  if (text.startsWith('<!', at)) return endOfDoctype(text, at + 2);
  return 'none';
}

function endOfDoctype(text: string, from: number): number | undefined {
  let quote = '';
  let subset = 0;
  for (let at = from; at < text.length; at += 1) {
    const c = text.charAt(at);
    if (quote) {
      if (c === quote) quote = '';
    } else if (c === '"' || c === "'") quote = c;
    else if (c === '[') subset += 1;
    else if (c === ']') subset -= 1;
    else if (c === '>' && subset <= 0) return at + 1;
  }
  return undefined;
}

function after(text: string, mark: string, from: number): number | undefined {
  const at = text.indexOf(mark, from);
  return at < 0 ? undefined : at + mark.length;
}

/** Name and attributes of the tag whose name starts at `from`; a tag cut off by the head still counts. */
function readTag(
  text: string,
  from: number,
): { name: string; attributes: ReadonlyMap<string, string> } | undefined {
  let at = from;
  while (at < text.length && !nameEnd.test(text.charAt(at))) at += 1;
  if (at >= text.length) return undefined;
  const name = text.slice(from, at);
  const attributes = new Map<string, string>();
  for (;;) {
    while (/\s/.test(text.charAt(at))) at += 1;
    const c = text.charAt(at);
    if (c === '' || c === '>' || c === '/') return { name, attributes };
    const equals = text.indexOf('=', at);
    if (equals < 0) return { name, attributes };
    const key = text.slice(at, equals).trim();
    at = equals + 1;
    while (/\s/.test(text.charAt(at))) at += 1;
    const quote = text.charAt(at);
    const end = quote === '"' || quote === "'" ? text.indexOf(quote, at + 1) : -1;
    if (end < 0) return { name, attributes };
    attributes.set(key, text.slice(at + 1, end));
    at = end + 1;
  }
}
