import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { CdaEvent, CdaSection } from './cda-document.ts';
import type { Narrative, NarrativeTable } from './narrative.ts';
import { createCdaParser } from './parse-cda.ts';
import { sectionText } from './section-text.ts';

const corpus = process.env['CORPUS_DIR'];
const folder = corpus === undefined ? undefined : join(corpus, 'ccda');
const files =
  folder === undefined ? [] : readdirSync(folder).filter((name) => name.endsWith('.xml'));

/** Every non-space character: how words are cut by markup is not what is compared here. */
const letters = (text: string): string => text.replace(/\s+/g, '');

/** Tag names hidden from an HTML parser's own rules; it is used as a tokenizer of plain elements. */
function expectedOf(source: string): { text: string; tables: string[] } {
  const plain = source
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text: string) =>
      text.replace(/[&<]/g, (character) => `&#${character.charCodeAt(0)};`),
    )
    .replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, '')
    .replace(/<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/>/g, '<$1$2></$1>')
    .replace(/<(\/?)(?:\w+:)?([\w.-]+)/g, '<$1x-$2');
  let text = '';
  const tables: string[] = [];
  walk(parseFragment(plain), false);
  return { text, tables };

  function walk(node: DefaultTreeAdapterTypes.ParentNode, inside: boolean): void {
    for (const child of node.childNodes) {
      if ('value' in child) {
        if (inside) text += child.value;
      } else if ('tagName' in child) {
        const narrative =
          'tagName' in node &&
          node.tagName === 'x-section' &&
          (child.tagName === 'x-text' || child.tagName === 'x-title');
        if (child.tagName === 'x-table' && inside) tables.push(shapeOf(child));
        walk(child, inside || narrative);
      }
    }
  }
}

function shapeOf(table: DefaultTreeAdapterTypes.Element): string {
  const rows: number[] = [];
  const visit = (node: DefaultTreeAdapterTypes.ParentNode): void => {
    for (const child of node.childNodes) {
      if (!('tagName' in child)) continue;
      if (child.tagName === 'x-tr') {
        rows.push(
          child.childNodes.filter((cell) => 'tagName' in cell && /^x-t[dh]$/.test(cell.tagName))
            .length,
        );
      } else if (child.tagName !== 'x-table') visit(child);
    }
  };
  visit(table);
  return rows.join(',');
}

function tablesOf(section: CdaSection): string[] {
  const tables: string[] = [];
  const visit = (nodes: readonly Narrative[]): void => {
    for (const node of nodes) {
      if (node.kind === 'table') {
        tables.push(shape(node));
        for (const { rows } of node.groups) {
          for (const { cells } of rows) for (const { children } of cells) visit(children);
        }
      } else if (node.kind === 'list') for (const { children } of node.items) visit(children);
      else if ('children' in node) visit(node.children);
    }
  };
  visit(section.narrative ?? []);
  return [...tables, ...section.sections.flatMap(tablesOf)];
}

const shape = (table: NarrativeTable): string =>
  table.groups.flatMap(({ rows }) => rows.map(({ cells }) => cells.length)).join(',');

describe.runIf(folder !== undefined)('real documents', () => {
  it.each(files)('%s keeps every letter in order, and its tables their shape', (file) => {
    const bytes = readFileSync(join(folder ?? '', file));
    const events: CdaEvent[] = [];
    const parser = createCdaParser({}, (event) => events.push(event));
    for (let at = 0; at < bytes.length; at += 16_384) parser.write(bytes.subarray(at, at + 16_384));
    parser.end();
    const sections = events.flatMap((event) => (event.kind === 'section' ? [event.section] : []));
    const expected = expectedOf(new TextDecoder().decode(bytes));
    expect(letters(sections.map(sectionText).join(' '))).toBe(letters(expected.text));
    expect(sections.flatMap(tablesOf)).toEqual(expected.tables);
    expect(events.at(-1)).toEqual({ kind: 'end', repairs: {}, notices: [] });
    const titles = sections.map(({ titleText }) => titleText ?? '');
    expect(titles.every((title) => title !== '')).toBe(true);
  });
});
