import type { ReactNode } from 'react';
import type {
  Narrative,
  NarrativeCell,
  NarrativeRow,
  NarrativeRows,
  NarrativeTable,
} from '../../cda/cda-document.ts';
import { narrativeText } from '../../cda/section-text.ts';
import { t } from '../../messages/messages.ts';
import { useCdaDocument } from './cda-context.ts';
import { narrativeClass } from './narrative-class.ts';

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
  const caption = table.caption === undefined ? '' : narrativeText(table.caption).trim();
  const name =
    caption === '' ? t('cda.table', { title: within }) : t('cda.table.captioned', { caption });
  return (
    // Keyboards reach what scrolls only through a focusable element.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="cda-table-scroll" role="group" aria-label={name} tabIndex={0}>
      <table
        {...(table.id === undefined ? {} : { id: domId(table.id) })}
        {...narrativeClass(table.styles, 'cda-table')}
      >
        {table.caption !== undefined && <caption>{renderNodes(table.caption)}</caption>}
        {table.groups.map((group, index) => (
          <Group key={index} group={group} renderNodes={renderNodes} />
        ))}
      </table>
    </div>
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

interface RowProps {
  readonly row: NarrativeRow;
  readonly rowsLeft: number;
  readonly renderNodes: RenderNodes;
}

function Row({ row, rowsLeft, renderNodes }: RowProps) {
  const { domId } = useCdaDocument();
  return (
    <tr {...(row.id === undefined ? {} : { id: domId(row.id) })} {...narrativeClass(row.styles)}>
      {row.cells.map((cell, index) => (
        <Cell key={index} cell={cell} rowsLeft={rowsLeft} renderNodes={renderNodes} />
      ))}
    </tr>
  );
}

interface CellProps {
  readonly cell: NarrativeCell;
  readonly rowsLeft: number;
  readonly renderNodes: RenderNodes;
}

function Cell({ cell, rowsLeft, renderNodes }: CellProps) {
  const { domId } = useCdaDocument();
  const Tag = cell.header ? 'th' : 'td';
  return (
    <Tag
      {...(cell.id === undefined ? {} : { id: domId(cell.id) })}
      {...(cell.language === undefined ? {} : { lang: cell.language })}
      {...(cell.columnSpan === 1 ? {} : { colSpan: cell.columnSpan })}
      {...(cell.rowSpan === 1 ? {} : { rowSpan: Math.min(cell.rowSpan, rowsLeft) })}
      {...(cell.header && cell.scope !== undefined ? { scope: cell.scope } : {})}
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
