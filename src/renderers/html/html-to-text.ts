/** The words of HTML too large for the sanitizer: one forward pass, no DOM, no regular expressions over markup. */

const blocks: ReadonlySet<string> = new Set(
  'address article aside blockquote br center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const cells: ReadonlySet<string> = new Set(['td', 'th']);
const wordless: ReadonlySet<string> = new Set(['script', 'style', 'title', 'template']);

const entities: Readonly<Record<string, string>> = {
  nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", copy: '©', reg: '®', trade: '™',
  deg: '°', micro: 'µ', plusmn: '±', times: '×', divide: '÷', middot: '·', bull: '•', hellip: '…',
  ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', frac12: '½', frac14: '¼',
  sup2: '²', sup3: '³', le: '≤', ge: '≥', alpha: 'α', beta: 'β', gamma: 'γ', mu: 'μ',
}; // prettier-ignore

/** Text of `html` with a line per block and a tab between cells; unknown entities stay as written. */
export function htmlToText(html: string): string {
  const out: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) {
      out.push(words(html.slice(at)));
      break;
    }
    if (open > at) out.push(words(html.slice(at, open)));
    if (html.startsWith('<!--', open)) {
      at = endAfter(html, '-->', open + 4);
      continue;
    }
    const first = html.charAt(open + 1);
    if (!/[A-Za-z/!?]/.test(first)) {
      out.push('<');
      at = open + 1;
      continue;
    }
    const close = tagEnd(html, open + 1);
    const name = tagName(html, open + 1);
    at = close;
    if (blocks.has(name)) out.push('\n');
    else if (cells.has(name) && first !== '/') out.push('\t');
    else if (first !== '/' && wordless.has(name)) at = skipRaw(html, close, name);
  }
  return tidy(out.join(''));
}

function tagName(html: string, from: number): string {
  let at = html.charAt(from) === '/' ? from + 1 : from;
  const start = at;
  while (/[A-Za-z0-9]/.test(html.charAt(at))) at += 1;
  return html.slice(start, at).toLowerCase();
}

/** Index after the tag's `>`, quoted attribute values skipped. */
function tagEnd(html: string, from: number): number {
  let quote = '';
  for (let at = from; at < html.length; at += 1) {
    const c = html.charAt(at);
    if (quote) {
      if (c === quote) quote = '';
    } else if ((c === '"' || c === "'") && html.charAt(at - 1) === '=') quote = c;
    else if (c === '>') return at + 1;
  }
  return html.length;
}

/** Index after the end tag of a raw text element. */
function skipRaw(html: string, from: number, name: string): number {
  for (let at = html.indexOf('</', from); at >= 0; at = html.indexOf('</', at + 2))
    if (html.slice(at + 2, at + 2 + name.length).toLowerCase() === name)
      return endAfter(html, '>', at);
  return html.length;
}

function endAfter(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at < 0 ? html.length : at + mark.length;
}

const words = (text: string): string =>
  text
    .replace(/[\t\n\f\r ]+/g, ' ')
    .replace(/&(#x[\da-f]+|#\d+|[a-z]\w*);?/gi, (whole, name: string) => entity(name) ?? whole);

function entity(name: string): string | undefined {
  if (!name.startsWith('#')) return entities[name] ?? entities[name.toLowerCase()];
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

const tidy = (text: string): string =>
  text
    .replace(/ *\n[ \n]*\n */g, '\n\n')
    .replace(/ *\n */g, '\n')
    .trim();
