import { useMemo, type CSSProperties, type ReactElement, type ReactNode } from 'react';
import type { Narrative, NarrativeCell, NarrativeColumn } from '../../cda/narrative.ts';
import { narrativeText } from '../../cda/section-text.ts';
import { t } from '../../messages/messages.ts';
import { useCdaDocument } from './cda-context.ts';
import type { ShownCell, ShownRow, ShownRows, ShownTable } from './condense-table.ts';
import { blocksOf, isLong } from './long-table.ts';
import { narrativeClass } from './narrative-class.ts';
import { PlainBlock } from './PlainBlock.tsx';
import { hasManyColumns, isForm } from './table-shape.ts';
import { columnWidths, isFull, type ColumnWidth } from './table-widths.ts';
import { useScrollFocus } from './use-scroll-focus.ts';
import './cda-table.css';

type RenderNodes = (nodes: readonly Narrative[]) => ReactNode;

interface NarrativeTableViewProps {
  readonly table: ShownTable;
  readonly within: string;
  readonly renderNodes: RenderNodes;
}

const GROUPS = { head: 'thead', body: 'tbody', foot: 'tfoot' } as const;

/** A table in a labelled region of its own that scrolls: the page around it never does. */
export function NarrativeTableView({ table, within, renderNodes }: NarrativeTableViewProps) {
  const { domId } = useCdaDocument();
  const region = useScrollFocus();
  const long = isLong(table);
  const widths = useMemo(
    () => (long ? columnWidths(table.groups.map(withoutAway)) : undefined),
    [long, table.groups],
  );
  const caption = table.caption === undefined ? '' : narrativeText(table.caption).trim();
  const name =
    caption === '' ? t('cda.table', { title: within }) : t('cda.table.captioned', { caption });
  return (
    <div
      className={long ? 'cda-table-scroll cda-table-scroll-long' : 'cda-table-scroll'}
      role="group"
      aria-label={name}
      ref={region}
    >
      <table
        {...(table.id === undefined ? {} : { id: domId(table.id) })}
        {...(table.language === undefined ? {} : { lang: table.language })}
        {...(table.summary === undefined ? {} : { 'aria-description': table.summary })}
        {...(long ? { role: 'table' } : {})}
        {...(widths === undefined
          ? {}
          : { style: { '--cda-least': leastOf(widths) } as CSSProperties })}
        {...narrativeClass(
          table.styles,
          'cda-table',
          long ? 'cda-table-long' : undefined,
          isForm(table) ? 'cda-table-form' : undefined,
          hasManyColumns(table) ? 'cda-table-many' : undefined,
          table.frame === undefined ? undefined : `cda-frame-${table.frame}`,
          table.rules === undefined ? undefined : `cda-rules-${table.rules}`,
        )}
      >
        {table.caption !== undefined && <caption>{renderNodes(table.caption)}</caption>}
        {!long && table.columns !== undefined && <Columns columns={table.columns} />}
        {table.groups.map((group, index) =>
          long ? (
            <LongGroup key={index} group={group} widths={widths} renderNodes={renderNodes} />
          ) : (
            <Group key={index} group={group} renderNodes={renderNodes} />
          ),
        )}
      </table>
    </div>
  );
}

/** What a cell's edges take: cda-table.css has the value. */
const EDGES = 'var(--cda-edges)';

const leastOf = (widths: readonly ColumnWidth[]): string =>
  `calc(${widths.reduce((sum, { least }) => sum + least, 0).toFixed(2)}em + ${widths.length} * ${EDGES})`;

/** In em: wider than any window. */
const ROOM = 400;

/**
 * Between the least and the wanted width of its columns a browser gives a table's room to each by the difference of
 * the two (CSS Tables 3, distributing width): a share of far too much becomes that share of what there is.
 */
const widthOf = ({ least, share }: ColumnWidth): CSSProperties => ({
  boxSizing: 'content-box',
  minInlineSize: `${least}em`,
  inlineSize: `${(least + share * ROOM).toFixed(2)}em`,
});

const shownCells = ({ cells }: ShownRow): readonly ShownCell[] =>
  cells.some(({ away }) => away) ? cells.filter(({ away }) => away === undefined) : cells;

const withoutAway = (group: ShownRows): ShownRows => ({
  ...group,
  rows: group.rows
    .filter(({ away }) => away === undefined)
    .map((row) => ({ ...row, cells: shownCells(row) })),
});

function Columns({ columns }: { readonly columns: readonly NarrativeColumn[] }) {
  const { domId } = useCdaDocument();
  return (
    <colgroup>
      {columns.map(({ id, styles, width }, index) => (
        <col
          key={index}
          {...(id === undefined ? {} : { id: domId(id) })}
          {...narrativeClass(styles)}
          {...(width === undefined ? {} : { style: { inlineSize: `${width}%` } })}
        />
      ))}
    </colgroup>
  );
}

interface GroupProps {
  readonly group: ShownRows;
  readonly renderNodes: RenderNodes;
}

function Group({ group, renderNodes }: GroupProps) {
  const { domId } = useCdaDocument();
  const Rows = GROUPS[group.kind];
  return (
    <Rows {...groupAnchor(group, domId)} {...narrativeClass(group.styles)}>
      {group.rows.map((row, index) =>
        rowOf(index, { row, rowsLeft: group.rows.length - index, domId, renderNodes }),
      )}
    </Rows>
  );
}

/** Of a group in several blocks, the first is where links lead. */
const groupAnchor = (
  { id, language }: ShownRows,
  domId: (id: string) => string,
  block = 0,
): { id?: string; lang?: string } => ({
  ...(id === undefined || block > 0 ? {} : { id: domId(id) }),
  ...(language === undefined ? {} : { lang: language }),
});

interface LongGroupProps extends GroupProps {
  readonly widths: readonly ColumnWidth[] | undefined;
}

/** A group in blocks of its own layout; roles are said, for the style sheet makes blocks of them. */
function LongGroup({ group, widths, renderNodes }: LongGroupProps) {
  const { domId } = useCdaDocument();
  return blocksOf(group.rows).map((rows, block) => (
    <PlainBlock
      key={block}
      as={GROUPS[group.kind]}
      attributes={{
        role: 'rowgroup',
        hidden: rows.every(({ away }) => away),
        ...groupAnchor(group, domId, block),
        ...narrativeClass(group.styles),
      }}
      content={() => {
        const measured = measuredRow(rows, widths?.length);
        return rows.map((row, index) =>
          rowOf(index, {
            row,
            rowsLeft: rows.length - index,
            widths: row === measured ? widths : undefined,
            long: true,
            domId,
            renderNodes,
          }),
        );
      }}
    />
  ));
}

/**
 * The row whose cells say how wide the columns of their block are: the others follow, for their words may be cut
 * anywhere. What a length is that depends on the region costs the browser more than all else of a cell's style.
 */
const measuredRow = (
  rows: readonly ShownRow[],
  columns: number | undefined,
): ShownRow | undefined =>
  columns === undefined
    ? undefined
    : rows.find(
        (row) => row.away === undefined && isFull({ ...row, cells: shownCells(row) }, columns),
      );

interface RowParts {
  readonly row: ShownRow;
  readonly rowsLeft: number;
  /** Of a long table. */
  readonly widths?: readonly ColumnWidth[] | undefined;
  readonly long?: boolean;
  readonly domId: (id: string) => string;
  readonly renderNodes: RenderNodes;
}

/** No components of their own, row and cell: to take away a hundred thousand of them would hold the page. */
function rowOf(
  key: number,
  { row, rowsLeft, widths, long = false, domId, renderNodes }: RowParts,
): ReactElement {
  const shown = widths === undefined ? [] : shownCells(row);
  return (
    <tr
      key={key}
      {...(long ? { role: 'row' } : {})}
      {...(row.id === undefined ? {} : { id: domId(row.id) })}
      {...(row.language === undefined ? {} : { lang: row.language })}
      {...narrativeClass(row.styles)}
      {...folded(row.away)}
    >
      {row.cells.map((cell, index) =>
        cellOf(index, {
          cell,
          rowsLeft,
          width: widths?.[shown.indexOf(cell)],
          long,
          domId,
          renderNodes,
        }),
      )}
    </tr>
  );
}

/** Out of sight, yet on the page: find counts its words and brings it back. */
const folded = (away: true | undefined) =>
  away === undefined ? {} : { hidden: true, 'data-folded': '' };

interface CellParts {
  readonly cell: ShownCell;
  readonly rowsLeft: number;
  readonly width: ColumnWidth | undefined;
  readonly long: boolean;
  readonly domId: (id: string) => string;
  readonly renderNodes: RenderNodes;
}

function cellOf(
  key: number,
  { cell, rowsLeft, width, long, domId, renderNodes }: CellParts,
): ReactNode {
  const Tag = cell.header ? 'th' : 'td';
  return (
    <Tag
      key={key}
      {...(long ? { role: roleOf(cell) } : {})}
      {...(width === undefined ? {} : { style: widthOf(width) })}
      {...(cell.id === undefined ? {} : { id: domId(cell.id) })}
      {...(cell.language === undefined ? {} : { lang: cell.language })}
      {...(cell.columnSpan === 1 ? {} : { colSpan: cell.columnSpan })}
      {...(cell.rowSpan === 1 ? {} : { rowSpan: Math.min(cell.rowSpan, rowsLeft) })}
      {...(cell.header && cell.scope !== undefined ? { scope: cell.scope } : {})}
      {...(cell.header && cell.abbreviation !== undefined ? { abbr: cell.abbreviation } : {})}
      {...(cell.headers === undefined ? {} : { headers: cell.headers.map(domId).join(' ') })}
      {...narrativeClass(
        cell.styles,
        cell.align === undefined ? undefined : `cda-align-${cell.align}`,
        cell.verticalAlign === undefined ? undefined : `cda-valign-${cell.verticalAlign}`,
      )}
      {...folded(cell.away)}
    >
      {renderNodes(cell.children)}
    </Tag>
  );
}

function roleOf({ header, scope }: NarrativeCell): 'cell' | 'columnheader' | 'rowheader' {
  if (!header) return 'cell';
  return scope === 'row' || scope === 'rowgroup' ? 'rowheader' : 'columnheader';
}
