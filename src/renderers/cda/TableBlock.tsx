import { useLayoutEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { plainNodes, putNodes } from './plain-nodes.ts';

interface TableBlockProps {
  /** The row group, empty. */
  readonly group: 'thead' | 'tbody' | 'tfoot';
  readonly attributes: Readonly<Record<string, string | boolean>>;
  /** Called when this block is rendered: React may pause between two. */
  readonly rows: () => readonly ReactElement[];
}

/** A block of a long table. Rows of mere text are put on the page as they are, and go with their block. */
export function TableBlock({ group: Group, attributes, rows }: TableBlockProps): ReactNode {
  const elements = rows();
  const nodes = plainNodes(elements);
  return nodes === undefined ? (
    <Group {...attributes}>{elements}</Group>
  ) : (
    <PlainBlock group={Group} attributes={attributes} nodes={nodes} />
  );
}

interface PlainBlockProps extends Omit<TableBlockProps, 'rows'> {
  readonly nodes: readonly Node[];
}

function PlainBlock({ group: Group, attributes, nodes }: PlainBlockProps) {
  const block = useRef<HTMLTableSectionElement>(null);
  useLayoutEffect(
    function putInPlace() {
      if (block.current !== null) putNodes(block.current, nodes);
    },
    [nodes],
  );
  return <Group {...attributes} ref={block} />;
}
