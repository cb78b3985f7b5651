import { useMemo, type CSSProperties, type ReactNode } from 'react';
import type {
  Narrative,
  NarrativeCell,
  NarrativeColumn,
  NarrativeRow,
  NarrativeRows,
  NarrativeTable,
} from '../../cda/cda-document.ts';
import { narrativeText } from '../../cda/section-text.ts';
import { t } from '../../messages/messages.ts';
import { useCdaDocument } from './cda-context.ts';
import { blocksOf, columnWidths, isFull, isLong } from './long-table.ts';
import { narrativeClass } from './narrative-class.ts';
import { isForm } from './table-shape.ts';
import { useScrollFocus } from './use-scroll-focus.ts';
import './cda-table.css';

type RenderNodes = (nodes: readonly Narrative[]) => ReactNode;

interface NarrativeTableViewProps {
  readonly table: NarrativeTable;
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
    () => (long ? columnWidths(table.groups) : undefined),
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
          : { style: { '--cda-least': `${widths.least / 2}rem` } as CSSProperties })}
        {...narrativeClass(
          table.styles,
          'cda-table',
          long ? 'cda-table-long' : undefined,
          isForm(table) ? 'cda-table-form' : undefined,
          table.frame === undefined ? undefined : `cda-frame-${table.frame}`,
          table.rules === undefined ? undefined : `cda-rules-${table.rules}`,
        )}
      >
        {table.caption !== undefined && <caption>{renderNodes(table.caption)}</caption>}
        {!long && table.columns !== undefined && <Columns columns={table.columns} />}
        {table.groups.map((group, index) =>
          long ? (
            <LongGroup
              key={index}
              group={group}
              shares={widths?.shares}
              renderNodes={renderNodes}
            />
          ) : (
            <Group key={index} group={group} renderNodes={renderNodes} />
          ),
        )}
      </table>
    </div>
  );
}

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
  readonly group: NarrativeRows;
  readonly renderNodes: RenderNodes;
}

function Group({ group, renderNodes }: GroupProps) {
  const Rows = GROUPS[group.kind];
  return (
    <Rows {...narrativeClass(group.styles)}>
      {group.rows.map((row, index) => (
        <Row key={index} row={row} rowsLeft={group.rows.length - index} renderNodes={renderNodes} />
      ))}
    </Rows>
  );
}

interface LongGroupProps extends GroupProps {
  readonly shares: readonly number[] | undefined;
}

/** A group in blocks of its own layout; roles are said, for the style sheet makes blocks of them. */
function LongGroup({ group, shares, renderNodes }: LongGroupProps) {
  const Rows = GROUPS[group.kind];
  return blocksOf(group.rows).map((rows, block) => (
    <Rows key={block} role="rowgroup" {...narrativeClass(group.styles)}>
      {rows.map((row, index) => (
        <Row
          key={index}
          row={row}
          rowsLeft={rows.length - index}
          shares={shares !== undefined && isFull(row, shares.length) ? shares : undefined}
          long
          renderNodes={renderNodes}
        />
      ))}
    </Rows>
  ));
}

interface RowProps {
  readonly row: NarrativeRow;
  readonly rowsLeft: number;
  /** Of a long table: widths of the cells in percent. */
  readonly shares?: readonly number[] | undefined;
  readonly long?: boolean;
  readonly renderNodes: RenderNodes;
}

function Row({ row, rowsLeft, shares, long = false, renderNodes }: RowProps) {
  const { domId } = useCdaDocument();
  return (
    <tr
      {...(long ? { role: 'row' } : {})}
      {...(row.id === undefined ? {} : { id: domId(row.id) })}
      {...(row.language === undefined ? {} : { lang: row.language })}
      {...narrativeClass(row.styles)}
    >
      {row.cells.map((cell, index) => (
        <Cell
          key={index}
          cell={cell}
          rowsLeft={rowsLeft}
          share={shares?.[index]}
          long={long}
          renderNodes={renderNodes}
        />
      ))}
    </tr>
  );
}

interface CellProps {
  readonly cell: NarrativeCell;
  readonly rowsLeft: number;
  readonly share: number | undefined;
  readonly long: boolean;
  readonly renderNodes: RenderNodes;
}

function Cell({ cell, rowsLeft, share, long, renderNodes }: CellProps) {
  const { domId } = useCdaDocument();
  const Tag = cell.header ? 'th' : 'td';
  return (
    <Tag
      {...(long ? { role: roleOf(cell) } : {})}
      {...(share === undefined
        ? {}
        : { style: { inlineSize: `calc(${share / 100} * max(100cqi, var(--cda-least)))` } })}
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
    >
      {renderNodes(cell.children)}
    </Tag>
  );
}

function roleOf({ header, scope }: NarrativeCell): 'cell' | 'columnheader' | 'rowheader' {
  if (!header) return 'cell';
  return scope === 'row' || scope === 'rowgroup' ? 'rowheader' : 'columnheader';
}
