/** Text on paper: every line as written, in blocks that are laid out when they come into sight. */
import { useEffect, useEffectEvent, useMemo, useRef } from 'react';
import { t } from '../messages/messages.ts';
import { createZoom } from './create-zoom.ts';
import { createDomFind } from './dom-find.ts';
import { createPrintSheet } from './print-sheet.ts';
import type { RendererProps, Sentence } from './renderer.ts';
import { splitText } from './split-text.ts';
import './plain-text.css';

interface PlainTextProps extends Pick<RendererProps, 'report' | 'handle'> {
  readonly text: string;
  /** Columns line up (sources, reports aligned with spaces). */
  readonly fixedWidth?: boolean;
  readonly notice?: Sentence;
  /** The lines at the head of each printed page; without them it is not offered to print. */
  readonly printHeader?: readonly string[];
}

export function PlainText(props: PlainTextProps) {
  const { text, fixedWidth = false, notice, printHeader, report, handle } = props;
  const root = useRef<HTMLDivElement>(null);
  const blocks = useMemo(() => splitText(text), [text]);
  const publish = useEffectEvent((whole: string) => {
    handle({
      find: createDomFind(() => root.current),
      zoom: createZoom((level) => root.current?.style.setProperty('zoom', String(level))),
      ...(printHeader === undefined
        ? {}
        : { print: () => printText(whole, fixedWidth, printHeader, report) }),
      text: () => Promise.resolve(whole),
    });
    if (notice) report({ kind: 'notice', id: 'plain-text', sentence: notice });
    report({ kind: 'ready' });
    return () => handle(undefined);
  });
  useEffect(() => publish(text), [text]);
  return (
    <div
      className={fixedWidth ? 'plain-text plain-text-fixed' : 'plain-text'}
      role="document"
      aria-label={t('renderers.text.label')}
      ref={root}
    >
      {blocks.map((block, index) => (
        // Blocks of one text never move: their place is their name.
        <div className="plain-text-block" key={index}>
          {block}
        </div>
      ))}
    </div>
  );
}

/** Its lines as written; those too long for the paper are broken, none is cut. */
function printText(
  text: string,
  fixedWidth: boolean,
  header: readonly string[],
  report: RendererProps['report'],
): void {
  const sheet = createPrintSheet(header);
  for (const block of splitText(text)) {
    const lines = document.createElement('pre');
    if (fixedWidth) lines.className = 'print-fixed';
    lines.textContent = block;
    sheet.body.append(lines);
  }
  sheet.print(report);
}
