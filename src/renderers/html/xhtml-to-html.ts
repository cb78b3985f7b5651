/**
 * XHTML rewritten as the HTML that says the same: a parser of HTML would lose CDATA sections, close nothing at
 * `<a/>`, and know no prefixed element.
 */
import { SaxesParser } from 'saxes';
import { htmlEntities } from '../../cda/html-entities.ts';

const xhtml = 'http://www.w3.org/1999/xhtml';

const voids: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/** Their content is not escaped in HTML. */
const rawText: ReadonlySet<string> = new Set('script style xmp iframe noembed noframes'.split(' '));

/** Nested deeper than any parser of HTML goes, it would be laid out otherwise anyway. */
const deepest = 500;

/** Ends the work where it fails: thrown by the handlers, caught by `xhtmlToHtml`. */
class NotXhtml extends Error {}

/** Whether `source` says that it is XML, by its declaration, or was said to be (`essence`). */
export const isXhtml = (source: string, essence: string | undefined): boolean =>
  essence === 'application/xhtml+xml' ||
  source
    .replace(/^\uFEFF/, '')
    .trimStart()
    .startsWith('<?xml');

/** The HTML of well-formed XHTML; undefined where it is not well-formed or its root is no `html`. */
export function xhtmlToHtml(source: string): string | undefined {
  try {
    return rewrite(source);
  } catch (error) {
    if (error instanceof NotXhtml) return undefined;
    throw error;
  }
}

function rewrite(source: string): string {
  const out: string[] = [];
  const open: string[] = [];
  const fail = (): never => {
    throw new NotXhtml();
  };
  const parser = new SaxesParser({ xmlns: true });
  Object.assign(parser.ENTITIES, Object.fromEntries(htmlEntities));
  parser.on('error', fail);
  parser.on('doctype', (text) => out.push(`<!DOCTYPE${text.replaceAll('>', '')}>`));
  const write = (text: string): void => {
    if (open.length > 0) out.push(rawText.has(open.at(-1) ?? '') ? text : escapeText(text));
  };
  parser.on('text', write);
  parser.on('cdata', write);
  parser.on('opentag', (tag) => {
    const name = nameOf(tag.uri, tag.local, tag.name);
    if ((open.length === 0 && name !== 'html') || open.length >= deepest) fail();
    const attributes = Object.values(tag.attributes).map(({ prefix, local, name: full, value }) =>
      prefix === 'xmlns' || full === 'xmlns'
        ? ''
        : ` ${prefix === '' ? local : full}="${escapeValue(value)}"`,
    );
    out.push(`<${name}${attributes.join('')}>`);
    open.push(name);
  });
  parser.on('closetag', () => {
    const name = open.pop() ?? '';
    if (!voids.has(name)) out.push(`</${name}>`);
  });
  parser.write(source).close();
  return out.join('');
}

/** Elements of other namespaces keep their own prefixes off too: `svg:text` is `text` inside `svg`. */
const nameOf = (uri: string, local: string, full: string): string =>
  uri === xhtml || uri === '' || /\/(svg|MathML)$/.test(uri) ? local : full;

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const escapeValue = (text: string): string => escapeText(text).replaceAll('"', '&quot;');

/** CDATA sections of what is no well-formed XHTML as text: a parser of HTML would take them for comments. */
export const withoutCdata = (source: string): string =>
  source.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text: string) => escapeText(text));
