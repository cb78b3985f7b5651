import { wrap } from './html/clinical-layouts.ts';
import { cellText, isFlagged, printedDate, type Block, type Item, type Report } from './report.ts';

/** A report as plain text of 76 columns. */
export function plainText(report: Report): string {
  const rule = '='.repeat(76);
  const sections = report.sections.map(
    ({ heading, blocks }) =>
      `${heading.toUpperCase()}\n${blocks.map((block) => textOf(block)).join('\n\n')}`,
  );
  return `${report.organisation}
${report.department}
${rule}
${report.title}
${report.patient.name}   MRN ${report.patient.mrn}   DOB ${printedDate(report.patient.birthDate)}
${printedDate(report.date)}   ${report.author}   [${report.status}]
${rule}

${sections.join('\n\n')}

-- ${report.author}, ${printedDate(report.date)}
`;
}

function textOf(block: Block): string {
  if (typeof block === 'string') return wrap(block, 76);
  if ('list' in block) return itemLines(block.list, '').join('\n');
  if ('pre' in block) return block.pre;
  if ('pairs' in block) {
    return block.pairs.map(([label, value]) => `${`${label}:`.padEnd(26)}${value}`).join('\n');
  }
  const rows = [block.table.head, ...block.table.rows.map((row) => row.map(marked))];
  const widths = block.table.head.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .join('\n');
}

const marked = (cell: string): string => (isFlagged(cell) ? `${cellText(cell)} *` : cell);

function itemLines(items: readonly Item[], indent: string): string[] {
  return items.flatMap((item) =>
    typeof item === 'string'
      ? [`${indent}- ${item}`]
      : [`${indent}- ${item.text}`, ...itemLines(item.items, `${indent}  `)],
  );
}

/** A report as RTF: fonts, colours, bullets, tables as cells, other characters as `\u` escapes. */
export function richText(report: Report): string {
  const body = report.sections
    .map(
      ({ heading, blocks }) =>
        `\\pard\\sb160\\sa60\\cf2\\b ${rtf(heading)}\\b0\\cf1\\par\n${blocks.map(rtfBlock).join('\n')}`,
    )
    .join('\n');
  return `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss\\fcharset0 Arial;}{\\f1\\fmodern\\fcharset0 Courier New;}}
{\\colortbl;\\red0\\green0\\blue0;\\red31\\green78\\blue121;\\red160\\green0\\blue0;}
{\\*\\generator Dictation Desk 4;}\\viewkind4\\uc1
\\pard\\qc\\f0\\fs28\\b ${rtf(report.title)}\\b0\\fs20\\par
\\pard\\qc ${rtf(`${report.organisation}, ${report.department}`)}\\par
\\pard\\sa120 ${rtf(`${report.patient.name}   MRN ${report.patient.mrn}   ${printedDate(report.date)}`)}\\par
${body}
\\pard\\sb240\\i ${rtf(`Signed ${report.author}. ${report.status}.`)}\\i0\\par
}
`;
}

function rtfBlock(block: Block): string {
  if (typeof block === 'string') return `\\pard\\sa80 ${rtf(block)}\\par`;
  if ('list' in block) {
    return itemLines(block.list, '')
      .map((line) => `\\pard\\fi-200\\li400 \\bullet\\tab ${rtf(line.replace(/^\s*- /, ''))}\\par`)
      .join('\n');
  }
  if ('pre' in block) return `\\pard\\f1 ${rtf(block.pre).replaceAll('\n', '\\line\n')}\\f0\\par`;
  if ('pairs' in block) {
    return block.pairs
      .map(([label, value]) => `\\pard\\b ${rtf(label)}:\\b0  ${rtf(value)}\\par`)
      .join('\n');
  }
  const edges = block.table.head.map((_, column) => `\\cellx${(column + 1) * 2200}`).join('');
  return [block.table.head, ...block.table.rows]
    .map(
      (row) =>
        `\\trowd${edges}\\pard\\intbl ${row.map((cell) => `${isFlagged(cell) ? `{\\cf3\\b ${rtf(cellText(cell))}}` : rtf(cell)}\\cell`).join(' ')}\\row`,
    )
    .join('\n')
    .concat('\n\\pard');
}

function rtf(text: string): string {
  return text
    .replace(/[\\{}]/g, (found) => `\\${found}`)
    .replace(/[^\0-\x7f]/g, (found) => {
      const code = found.charCodeAt(0);
      return `\\u${code > 0x7fff ? code - 0x10000 : code}?`;
    });
}
