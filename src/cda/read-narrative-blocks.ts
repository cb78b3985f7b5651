import type {
  Narrative,
  NarrativeCell,
  NarrativeColumn,
  NarrativeItem,
  NarrativeList,
  NarrativeRow,
  NarrativeRows,
  NarrativeTable,
} from './narrative.ts';
import { MAX_ROW_SPAN, MAX_SPAN } from './limits.ts';
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

const GROUPS: ReadonlyMap<string, NarrativeRows['kind']> = new Map([
  ['thead', 'head'],
  ['tbody', 'body'],
  ['tfoot', 'foot'],
]);

/** `table`: rows outside a group make a body of their own, stray content a row of one cell. */
export function readTable(element: XmlElement, reader: NarrativeReader): NarrativeTable {
  const { caption, rest } = withCaption(element, reader);
  const groups: NarrativeRows[] = [];
  let loose: NarrativeRow[] = [];
  const endLoose = (): void => {
    if (loose.length > 0) groups.push({ kind: 'body', rows: loose });
    loose = [];
  };
  const columns = columnsIn(rest, {});
  for (const node of rest.children) {
    const kind = isElement(node) ? GROUPS.get(node.name) : undefined;
    if (isElement(node) && kind !== undefined) {
      endLoose();
      const rows = readRows(node, reader, kind === 'head', columns);
      groups.push({ kind, ...markedOf(node), rows });
    } else {
      loose.push(...readRow(node, reader, false));
    }
  }
  endLoose();
  const shown = columns.map(({ column }) => column);
  return {
    kind: 'table',
    ...markedOf(element),
    ...present({
      caption,
      summary: attributeOf(element, 'summary'),
      ...linesOf(element),
      columns: shown.some((column) => Object.keys(column).length > 0) ? shown : undefined,
    }),
    groups,
  };
}

const FRAMES = [
  'void',
  'above',
  'below',
  'hsides',
  'lhs',
  'rhs',
  'vsides',
  'box',
  'border',
] as const;
const RULES = ['none', 'groups', 'rows', 'cols', 'all'] as const;

/** Lines around and inside; a `border` of some width means all of them where nothing else is said (HTML 4, 11.3.1). */
function linesOf(element: XmlElement): Pick<NarrativeTable, 'frame' | 'rules'> {
  const border = attributeOf(element, 'border');
  const bordered = border !== undefined && !/^0+(?:\D|$)/.test(border);
  return present({
    frame: oneOf(attributeOf(element, 'frame'), FRAMES) ?? (bordered ? 'border' : undefined),
    rules: oneOf(attributeOf(element, 'rules'), RULES) ?? (bordered ? 'all' : undefined),
  });
}

interface ReadColumn {
  readonly column: NarrativeColumn;
  readonly alignment: Alignment;
}

/** The columns that the children describe: as many as a browser lays out. */
function columnsIn(element: XmlElement, alignment: Alignment): ReadColumn[] {
  const columns: ReadColumn[] = [];
  for (const node of element.children) {
    if (columns.length >= MAX_SPAN) break;
    if (isElement(node)) columns.push(...readColumns(node, alignment));
  }
  return columns.slice(0, MAX_SPAN);
}

/** `col` as often as it spans; `colgroup` by its columns, else as often as it spans. */
function readColumns(element: XmlElement, outer: Alignment): ReadColumn[] {
  if (element.name !== 'col' && element.name !== 'colgroup') return [];
  const alignment = { ...outer, ...alignmentOf(element) };
  const { id, ...marked } = markedOf(element);
  const inner = columnsIn(element, alignment);
  if (inner.length > 0)
    return inner.map((read, at) => insideGroup(read, marked.styles, at === 0 ? id : undefined));
  const percent = /^(\d{1,3}(?:\.\d+)?)%$/.exec(attributeOf(element, 'width') ?? '')?.[1];
  const width = percent === undefined ? undefined : Math.min(100, Number(percent));
  const column = { ...marked, ...present({ width }) };
  return Array.from({ length: spanOf(element, 'span') || 1 }, (_, at) => ({
    // An id names one element only.
    column: at === 0 ? { ...present({ id }), ...column } : column,
    alignment,
  }));
}

/** A column with what its group says of it; a group's id is where its first column begins. */
function insideGroup(
  { column, alignment }: ReadColumn,
  styles: NarrativeColumn['styles'],
  id: string | undefined,
): ReadColumn {
  return {
    column: { ...present({ id }), ...column, ...present({ styles: both(styles, column.styles) }) },
    alignment,
  };
}

function both(
  some: NarrativeColumn['styles'],
  others: NarrativeColumn['styles'],
): NarrativeColumn['styles'] {
  return some === undefined || others === undefined ? (some ?? others) : [...some, ...others];
}

/**
 * Rows of a group; cells get the alignment of their column, row or group where they have none (HTML 4, 11.3.2),
 * and their column's styles besides their own, for no browser makes a column's cells bold.
 */
function readRows(
  group: XmlElement,
  reader: NarrativeReader,
  header: boolean,
  columns: readonly ReadColumn[],
): NarrativeRow[] {
  const ofGroup = alignmentOf(group);
  const grid = columnFinder(columns.length);
  return group.children.flatMap((node) => {
    const ofRow = isElement(node) && node.name === 'tr' ? alignmentOf(node) : {};
    return readRow(node, reader, header).map((row) => {
      const places = grid(row.cells);
      const cells = row.cells.map((cell, at) => {
        const { alignment: ofColumn = {}, column } = columns[places[at] ?? -1] ?? {};
        const styles = column?.styles === undefined ? undefined : both(column.styles, cell.styles);
        return { ...ofGroup, ...ofRow, ...ofColumn, ...cell, ...present({ styles }) };
      });
      return { ...row, cells };
    });
  });
}

/** Tells of each row's cells in which column they begin, rowspans from above counted. */
function columnFinder(known: number): (cells: readonly NarrativeCell[]) => readonly number[] {
  // Beyond the columns that are described nothing depends on the place: spans there cost nothing.
  let taken: number[] = [];
  return (cells) => {
    const places: number[] = [];
    const next = taken.map((rows) => Math.max(0, rows - 1));
    let column = 0;
    for (const { columnSpan, rowSpan } of cells) {
      if (column >= known) break;
      while ((taken[column] ?? 0) > 0) column += 1;
      places.push(column);
      const end = Math.min(known, column + columnSpan);
      if (rowSpan > 1) for (let at = column; at < end; at += 1) next[at] = rowSpan - 1;
      column = end;
    }
    taken = Array.from(next, (rows) => rows ?? 0);
    return places;
  };
}

type Alignment = Pick<NarrativeCell, 'align' | 'verticalAlign'>;

/** `align="char"` has no counterpart in a browser: such columns hold numbers, which end alike. */
const alignmentOf = (element: XmlElement): Alignment =>
  present({
    align:
      attributeOf(element, 'align')?.toLowerCase() === 'char'
        ? 'right'
        : oneOf(attributeOf(element, 'align'), ['left', 'center', 'right', 'justify'] as const),
    verticalAlign: oneOf(attributeOf(element, 'valign'), [
      'top',
      'middle',
      'bottom',
      'baseline',
    ] as const),
  });

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
      columnSpan: spanOf(node, 'colspan') || 1,
      // Zero: to the end of its group.
      rowSpan: spanOf(node, 'rowspan', MAX_ROW_SPAN) || MAX_ROW_SPAN,
      ...alignmentOf(node),
      ...present({
        scope: oneOf(attributeOf(node, 'scope'), ['row', 'col', 'rowgroup', 'colgroup'] as const),
        abbreviation: attributeOf(node, 'abbr'),
        headers: attributeOf(node, 'headers')?.split(/\s+/),
      }),
      children: readChildren(node, reader),
    },
  ];
}

function spanOf(element: XmlElement, name: string, most = MAX_SPAN): number {
  const value = Number.parseInt(attributeOf(element, name) ?? '1', 10);
  return value >= 0 ? Math.min(most, value) : 1;
}

const oneOf = <T extends string>(value: string | undefined, known: readonly T[]): T | undefined =>
  known.find((candidate) => candidate === value?.toLowerCase());
