import { t } from '../../messages/messages.ts';
import type { OutlineEntry } from './pdf-outline.ts';

interface PdfOutlineProps {
  readonly entries: readonly OutlineEntry[];
  readonly goTo: (destination: string | readonly unknown[]) => void;
}

/** The document's own contents, folded until asked for. */
export function PdfOutline({ entries, goTo }: PdfOutlineProps) {
  return (
    <details className="pdf-outline">
      <summary>{t('renderers.pdf.outline')}</summary>
      <OutlineList entries={entries} goTo={goTo} />
    </details>
  );
}

function OutlineList({ entries, goTo }: PdfOutlineProps) {
  return (
    <ul>
      {entries.map(({ title, destination, children }, index) => (
        // An outline is never reordered: its place is its name.
        <li key={index}>
          {destination === undefined ? (
            <span>{title}</span>
          ) : (
            <button type="button" onClick={() => goTo(destination)}>
              {title}
            </button>
          )}
          {children.length > 0 ? <OutlineList entries={children} goTo={goTo} /> : null}
        </li>
      ))}
    </ul>
  );
}
