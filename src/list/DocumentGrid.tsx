import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import {
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type Ref,
} from 'react';
import { t } from '../messages/messages.ts';
import type { ClinicalDocument, DocumentId } from '../model/clinical-document.ts';
import { DocumentRow } from './DocumentRow.tsx';
import { rowAfterKey } from './grid-keys.ts';
import type { ListItem } from './list-items.ts';

/** What others may ask of the list. */
export interface ListHandle {
  /** Brings the document's row into sight and gives it focus; false where it is not listed. */
  focusRow(id: DocumentId): boolean;
}

export interface DocumentGridProps {
  readonly items: readonly ListItem[];
  readonly openId: DocumentId | undefined;
  /** The session ended: no row opens any more. */
  readonly readOnly: boolean;
  readonly onOpen: (document: ClinicalDocument, rendition?: number) => void;
  readonly ref?: Ref<ListHandle>;
}

const headingHeight = 28;
const rowHeight = 52;

/** The rows in sight and a few around them; arrow keys move through all, one row is the stop for Tab. */
export function DocumentGrid({ items, openId, readOnly, onOpen, ref }: DocumentGridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [activeKey, setActiveKey] = useState<string>();
  const focusWanted = useRef(false);

  const rowItems = items.flatMap((item, index) => (item.kind === 'row' ? [{ item, index }] : []));
  const found = rowItems.findIndex(({ item }) => item.key === (activeKey ?? openId));
  const activeRow = Math.max(found, 0);
  const activeIndex = rowItems[activeRow]?.index ?? 0;

  // The compiler, which is not in use, could not memoise what this returns.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (items[index]?.kind === 'heading' ? headingHeight : rowHeight),
    getItemKey: (index) => items[index]?.key ?? index,
    overscan: 8,
    scrollPaddingStart: headingHeight,
    rangeExtractor: (range) =>
      withKept(range, [headingBefore(items, range.startIndex), activeIndex]),
  });
  const stickyIndex = headingBefore(items, virtualizer.range?.startIndex ?? 0);

  const activate = (row: number) => {
    const target = rowItems[row];
    if (target === undefined) return;
    focusWanted.current = true;
    setActiveKey(target.item.key);
    virtualizer.scrollToIndex(target.index, { align: 'auto' });
  };
  useImperativeHandle(ref, () => ({
    focusRow(id) {
      const row = rowItems.findIndex(({ item }) => item.key === id);
      if (row === -1) return false;
      activate(row);
      if (row === activeRow) focusActiveRow();
      return true;
    },
  }));
  const focusActiveRow = () => {
    const element = scroller.current?.querySelector('[role="row"][tabindex="0"]');
    if (element instanceof HTMLElement) element.focus({ preventScroll: true });
    focusWanted.current = false;
  };
  useLayoutEffect(function followActiveRow() {
    if (focusWanted.current) focusActiveRow();
  });

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const perPage = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
    const row = rowAfterKey(event.key, activeRow, rowItems.length, perPage);
    if (row === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    activate(row);
  };
  const onFocusRow = (key: string) => {
    if (key !== activeKey) setActiveKey(key);
  };

  return (
    // Rows are the stops of focus, not the grid itself.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div
      ref={scroller}
      role="grid"
      className="document-grid"
      aria-label={t('list.heading')}
      aria-rowcount={rowItems.length}
      onKeyDown={onKeyDown}
    >
      <div
        role="presentation"
        className="document-grid-inner"
        style={{ height: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const item = items[index];
          if (item === undefined) return null;
          const sticky = index === stickyIndex;
          return (
            <div
              key={item.key}
              role="presentation"
              className={sticky ? 'document-grid-item document-grid-sticky' : 'document-grid-item'}
              data-index={index}
              ref={virtualizer.measureElement}
              style={sticky ? {} : { transform: `translateY(${start}px)` }}
              onFocus={item.kind === 'row' ? () => onFocusRow(item.key) : undefined}
            >
              {item.kind === 'heading' ? (
                <div className="document-grid-heading" aria-hidden="true">
                  {item.label}
                </div>
              ) : (
                <DocumentRow
                  document={item.document}
                  row={item.row}
                  making={item.making}
                  selected={item.key === openId}
                  active={index === activeIndex}
                  readOnly={readOnly}
                  onOpen={onOpen}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function withKept(range: Range, kept: readonly number[]): number[] {
  const indexes = new Set([
    ...defaultRangeExtractor(range),
    ...kept.filter((i) => i >= 0 && i < range.count),
  ]);
  return [...indexes].sort((a, b) => a - b);
}

/** The heading that stands over the item at `index`. */
function headingBefore(items: readonly ListItem[], index: number): number {
  for (let i = Math.min(index, items.length - 1); i >= 0; i -= 1) {
    if (items[i]?.kind === 'heading') return i;
  }
  return -1;
}
