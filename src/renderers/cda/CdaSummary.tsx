import { useRef, useState, type KeyboardEvent } from 'react';
import type { CdaHeader } from '../../cda/cda-header.ts';
import { t } from '../../messages/messages.ts';
import { usePressElsewhere } from '../../ui/use-press-elsewhere.ts';
import { headerRows } from './header-rows.ts';
import { summaryParts } from './summary-parts.ts';

interface CdaSummaryProps {
  readonly header: CdaHeader;
  /** What the heading above calls the document: not said twice where both are in sight. */
  readonly title: string;
}

/** Title, date, author, keeper and range in one line that is always in sight; it opens to all else. */
export function CdaSummary({ header, title }: CdaSummaryProps) {
  const { title: own, restriction, parts } = summaryParts(header);
  const details = useRef<HTMLDetailsElement>(null);
  const [open, setOpen] = useState(false);
  usePressElsewhere(details, open, () => {
    if (details.current !== null) details.current.open = false;
  });
  return (
    // Escape closes what lies over the words.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <details
      className="cda-summary"
      data-over=""
      ref={details}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      onKeyDown={closeOnEscape}
    >
      <summary className="cda-header-line">
        <strong className={isSame(own, title) ? 'cda-title-same' : undefined}>{own}</strong>
        {restriction !== undefined && <span className="cda-restricted">{restriction}</span>}
        {parts.map((part) => (
          <span key={part}>{part}</span>
        ))}
        <span className="cda-header-all">{t('cda.header.details')}</span>
      </summary>
      {/* It scrolls, and holds nothing else that the keyboard could stop at. */}
      <div
        className="cda-header-panel"
        role="group"
        aria-label={t('cda.header.details')}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        <dl>
          {headerRows(header).map(({ label, lines, ids }, index) => (
            <div key={index}>
              <dt>{label}</dt>
              {lines.map((line, at) => (
                <dd key={at}>{line}</dd>
              ))}
              {ids.length > 0 && <dd className="cda-header-ids">{ids.join(', ')}</dd>}
            </div>
          ))}
        </dl>
      </div>
    </details>
  );
}

function closeOnEscape(event: KeyboardEvent<HTMLDetailsElement>): void {
  const details = event.currentTarget;
  if (event.key !== 'Escape' || !details.open) return;
  event.stopPropagation();
  details.open = false;
  details.querySelector('summary')?.focus();
}

const isSame = (a: string, b: string): boolean => plain(a) === plain(b);

const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();
