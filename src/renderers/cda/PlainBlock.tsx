import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { useCdaDocument } from './cda-context.ts';
import { plainNodes } from './plain-nodes.ts';

interface PlainBlockProps {
  /** The element around it. */
  readonly as: 'thead' | 'tbody' | 'tfoot' | 'span';
  readonly attributes: Readonly<Record<string, string | boolean>>;
  /** Called when this block is rendered: React may pause between two. */
  readonly content: () => ReactNode;
}

/** A block of something long. What is mere elements and text is put on the page as it is, and goes with its block. */
export function PlainBlock({ as: Block, attributes, content }: PlainBlockProps): ReactNode {
  const inside = content();
  const nodes = plainNodes(inside);
  return nodes === undefined ? (
    <Block {...attributes}>{inside}</Block>
  ) : (
    <FilledBlock as={Block} attributes={attributes} nodes={nodes} />
  );
}

interface FilledBlockProps extends Omit<PlainBlockProps, 'content'> {
  readonly nodes: readonly Node[];
}

function FilledBlock({ as: Block, attributes, nodes }: FilledBlockProps) {
  const { putting } = useCdaDocument();
  const block = useRef<HTMLTableSectionElement & HTMLSpanElement>(null);
  useLayoutEffect(
    function putInPlace() {
      const parent = block.current;
      if (parent === null) return undefined;
      putting.put(parent, nodes);
      return () => putting.forget(parent);
    },
    [putting, nodes],
  );
  return <Block {...attributes} ref={block} />;
}
