import type {
  Narrative,
  NarrativeCell,
  NarrativeItem,
  NarrativeList,
  NarrativeRow,
  NarrativeRows,
  NarrativeTable,
} from './cda-document.ts';
import { MAX_SPAN } from './limits.ts';
import { markedOf, readChildren, withCaption, type NarrativeReader } from './narrative-reader.ts';
import { hasWords } from './narrative-words.ts';
import { attributeOf, isElement, present, type XmlElement } from './xml-element.ts';

/** `list`, `ol`, `ul`: what stands beside the items becomes an item, so that no word is lost. */
export function readList(element: XmlElement, reader: NarrativeReader): NarrativeList {
  const { caption, rest } = withCaption(element, reader);
  const items: NarrativeItem[] = [];
  for (const node of rest.children) {
    if (isElement(node) && (node.name === 'item' || node.name === 'li')) {
      const item = withCaption(node, reader);
      reader.nodes += 1;
      items.push({
        ...markedOf(node),
        ...present({ caption: item.caption }),
        children: readChildren(item.rest, reader),
      });
    } else {
      const stray = readStray(node, reader);
      if (stray !== undefined) items.push({ children: [stray] });
    }
  }
  const ordered =
    element.name === 'ol' || attributeOf(element, 'listType')?.toLowerCase() === 'ordered';
  return { kind: 'list', ...markedOf(element), ordered, ...present({ caption }), items };
}

const readStray = (node: XmlElement | string, reader: NarrativeReader): Narrative | undefined => {
  const stray: Narrative = isElement(node) ? reader.read(node) : { kind: 'text', text: node };
  return hasWords(stray) ? stray : undefined;
};

const GROUPS: Readonly<Record<string, NarrativeRows['kind']>> = {
  thead: 'head',
  tbody: 'body',
  tfoot: 'foot',
};

/** `table`: rows outside a group make a body of their own, stray content a row of one cell. */
export function readTable(element: XmlElement, reader: NarrativeReader): NarrativeTable {
  const { caption, rest } = withCaption(element, reader);
  const groups: NarrativeRows[] = [];
  let loose: NarrativeRow[] = [];
  const endLoose = (): void => {
    if (loose.length > 0) groups.push({ kind: 'body', rows: loose });
    loose = [];
  };
  for (const node of rest.children) {
    const kind = isElement(node) ? GROUPS[node.name] : undefined;
    if (isElement(node) && kind !== undefined) {
      endLoose();
      groups.push({ kind, ...markedOf(node), rows: readRows(node, reader, kind === 'head') });
    } else {
      loose.push(...readRow(node, reader, false));
    }
  }
  endLoose();
  return { kind: 'table', ...markedOf(element), ...present({ caption }), groups };
}

const readRows = (group: XmlElement, reader: NarrativeReader, header: boolean): NarrativeRow[] =>
  group.children.flatMap((node) => readRow(node, reader, header));

function readRow(
  node: XmlElement | string,
  reader: NarrativeReader,
  header: boolean,
): NarrativeRow[] {
  if (isElement(node) && (node.name === 'col' || node.name === 'colgroup')) return [];
  if (isElement(node) && node.name === 'tr') {
    reader.nodes += 1;
    return [{ ...markedOf(node), cells: node.children.flatMap((cell) => readCell(cell, reader)) }];
  }
  if (isElement(node) && (node.name === 'td' || node.name === 'th')) {
    return [{ cells: readCell(node, reader) }];
  }
  const stray = readStray(node, reader);
  return stray === undefined
    ? []
    : [{ cells: [{ header, columnSpan: 1, rowSpan: 1, children: [stray] }] }];
}

function readCell(node: XmlElement | string, reader: NarrativeReader): NarrativeCell[] {
  if (!isElement(node) || (node.name !== 'td' && node.name !== 'th')) {
    const stray = readStray(node, reader);
    return stray === undefined
      ? []
      : [{ header: false, columnSpan: 1, rowSpan: 1, children: [stray] }];
  }
  reader.nodes += 1;
  return [
    {
      ...markedOf(node),
      header: node.name === 'th',
      columnSpan: spanOf(node, 'colspan'),
      rowSpan: spanOf(node, 'rowspan'),
      ...present({
        align: oneOf(attributeOf(node, 'align'), ['left', 'center', 'right', 'justify'] as const),
        verticalAlign: oneOf(attributeOf(node, 'valign'), [
          'top',
          'middle',
          'bottom',
          'baseline',
        ] as const),
        scope: oneOf(attributeOf(node, 'scope'), ['row', 'col', 'rowgroup', 'colgroup'] as const),
        abbreviation: attributeOf(node, 'abbr'),
      }),
      children: readChildren(node, reader),
    },
  ];
}

function spanOf(element: XmlElement, name: string): number {
  const value = Number.parseInt(attributeOf(element, name) ?? '1', 10);
  return Number.isFinite(value) ? Math.min(MAX_SPAN, Math.max(1, value)) : 1;
}

const oneOf = <T extends string>(value: string | undefined, known: readonly T[]): T | undefined =>
  known.find((candidate) => candidate === value?.toLowerCase());
