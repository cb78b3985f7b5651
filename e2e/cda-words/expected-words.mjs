/**
 * The words of a CDA document's sections, from its bytes, by a tokenizer that shares nothing with the app.
 * Reads the file named by the first argument, or standard input; writes JSON: one item per section of the body
 * with its words in order (nested sections included), the shapes of its tables and its count of entries.
 */
import { readFileSync } from 'node:fs';

/** Elements that words do not reach across. */
const blocks = new Set(
  'title text paragraph list item table thead tbody tfoot tr td th caption br footnote renderMultiMedia footnoteRef section p div ul ol li pre h1 h2 h3 h4'.split(
    ' ',
  ),
);

const bytes = readFileSync(process.argv[2] ?? 0);
const encoding = /^(?:\ufeff)?<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(
  bytes.subarray(0, 200).toString('latin1'),
)?.[1];
const source = new TextDecoder(/^utf-?16/i.test(encoding ?? '') ? 'utf-8' : (encoding ?? 'utf-8'))
  .decode(bytes)
  // Of a document that was cut off inside a tag, what stands before the tag.
  .replace(/<[^>]*$/, '');

const characters = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const decoded = (text) =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hexadecimal, decimal, name) => {
    if (hexadecimal) return String.fromCodePoint(Number.parseInt(hexadecimal, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return characters[name] ?? whole;
  });

const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:"[^"]*"|'[^']*'|[^>"'])*?)(\/?)>|([^<]+)/g;

const sections = [];
const stack = [];
let open;
let text = '';

function boundary() {
  if (open !== undefined) text += '\n';
}

function close(element) {
  if (element.block) boundary();
  if (element.name === 'section' && element === open?.element) {
    open.section.words = text.split(/\s+/).filter((word) => word !== '');
    text = '';
    open = undefined;
  }
}

for (const [, cdata, slash, name, attributes, empty, plain] of source.matchAll(token)) {
  const top = stack.at(-1);
  if (name !== undefined) {
    if (slash === '/') {
      const element = stack.pop();
      if (element?.name !== name) throw new Error(`</${name}> closes <${element?.name}>`);
      close(element);
      continue;
    }
    const inEntry = top?.inEntry === true || (name === 'entry' && top?.name === 'section');
    const element = {
      name,
      inEntry,
      narrative:
        !inEntry &&
        (top?.narrative === true ||
          (top?.name === 'section' && (name === 'text' || name === 'title'))),
      block: blocks.has(name) || /styleCode\s*=\s*["'][^"']*\bxdiv\b/i.test(attributes),
      table: top?.table,
    };
    if (name === 'section' && open === undefined && !inEntry) {
      open = { element, section: { words: [], tables: [], entries: 0 } };
      sections.push(open.section);
    }
    if (open !== undefined) {
      if (name === 'entry' && top?.name === 'section') open.section.entries += 1;
      if (element.block) boundary();
      if (element.narrative && name === 'table') {
        element.table = [];
        open.section.tables.push(element.table);
      }
      if (element.narrative && name === 'tr') element.table?.push(0);
      if (element.narrative && (name === 'td' || name === 'th') && element.table?.length)
        element.table[element.table.length - 1] += 1;
    }
    if (empty === '/') close(element);
    else stack.push(element);
  } else if (open !== undefined && top?.narrative) {
    if (cdata !== undefined) text += cdata;
    else if (plain !== undefined) text += decoded(plain);
  }
}

// What a document that was cut off left open ends with it.
while (stack.length > 0) close(stack.pop());

process.stdout.write(JSON.stringify(sections));
