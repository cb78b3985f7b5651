import { cellText, isFlagged, type Block, type Item, type Report, type Table } from '../report.ts';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (found) => escapes[found] ?? found);
}

/** How one layout writes each kind of block; what it leaves out is written plainly. */
export interface Dialect {
  readonly paragraph?: (text: string) => string;
  readonly list?: (items: string, ordered: boolean) => string;
  readonly item?: (text: string, nested: string) => string;
  readonly table?: (table: Table) => string;
  readonly pairs?: (pairs: readonly (readonly [string, string])[]) => string;
  readonly pre?: (text: string) => string;
}

/** Blocks as markup in a layout's dialect; texts reach the dialect escaped, tables and pairs as they are. */
export function writeBlocks(blocks: readonly Block[], dialect: Dialect): string {
  return blocks.map((block) => writeBlock(block, dialect)).join('\n');
}

function writeBlock(block: Block, dialect: Dialect): string {
  if (typeof block === 'string') {
    return (dialect.paragraph ?? ((text) => `<p>${text}</p>`))(escapeHtml(block));
  }
  if ('list' in block) return writeList(block.list, block.ordered ?? false, dialect);
  if ('table' in block) return (dialect.table ?? plainTable())(block.table);
  if ('pairs' in block) return (dialect.pairs ?? plainPairs)(block.pairs);
  return (dialect.pre ?? ((text) => `<pre>${text}</pre>`))(escapeHtml(block.pre));
}

function writeList(items: readonly Item[], ordered: boolean, dialect: Dialect): string {
  const item = dialect.item ?? ((text, nested) => `<li>${text}${nested}</li>`);
  const written = items
    .map((one) =>
      typeof one === 'string'
        ? item(escapeHtml(one), '')
        : item(escapeHtml(one.text), writeList(one.items, false, dialect)),
    )
    .join('\n');
  const tag = ordered ? 'ol' : 'ul';
  return (dialect.list ?? ((inner) => `<${tag}>\n${inner}\n</${tag}>`))(written, ordered);
}

/** A table whose elements carry the given attributes; `flagged` goes on cells out of range. */
export function plainTable(
  attributes: { table?: string; head?: string; cell?: string; flagged?: string; odd?: string } = {},
): (table: Table) => string {
  const attribute = (text: string | undefined): string => (text === undefined ? '' : ` ${text}`);
  return ({ caption, head, rows }) => {
    const title = caption === undefined ? '' : `<caption>${escapeHtml(caption)}</caption>\n`;
    const headings = head
      .map((cell) => `<th${attribute(attributes.head)}>${escapeHtml(cell)}</th>`)
      .join('');
    const body = rows
      .map((row, index) => {
        const cells = row
          .map((cell) => {
            const how = isFlagged(cell) ? (attributes.flagged ?? attributes.cell) : attributes.cell;
            return `<td${attribute(how)}>${escapeHtml(cellText(cell))}</td>`;
          })
          .join('');
        return `<tr${attribute(index % 2 === 1 ? attributes.odd : undefined)}>${cells}</tr>`;
      })
      .join('\n');
    return `<table${attribute(attributes.table)}>\n${title}<thead><tr>${headings}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table>`;
  };
}

const plainPairs = (pairs: readonly (readonly [string, string])[]): string =>
  pairs
    .map(([label, value]) => `<p><b>${escapeHtml(label)}:</b> ${escapeHtml(value)}</p>`)
    .join('\n');

/** Sections one after another, each made by the layout. */
export function writeSections(
  report: Report,
  section: (heading: string, body: string, index: number) => string,
  dialect: Dialect = {},
): string {
  return report.sections
    .map(({ heading, blocks }, index) =>
      section(escapeHtml(heading), writeBlocks(blocks, dialect), index),
    )
    .join('\n');
}

/** A stable pseudo GUID, such as generators put into anchors. */
export function anchorName(seed: string): string {
  let hash = 0x811c9dc5;
  let digits = '';
  for (let round = 0; digits.length < 32; round += 1) {
    for (const character of `${seed}${round}`) {
      hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
    }
    digits += hash.toString(16).padStart(8, '0').toUpperCase();
  }
  return `_${digits.slice(0, 8)}-${digits.slice(8, 12)}-${digits.slice(12, 16)}-${digits.slice(16, 20)}-${digits.slice(20)}`;
}
