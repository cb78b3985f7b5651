import type { CdaSection } from '../../cda/cda-document.ts';
import { t } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { useCdaDocument } from './cda-context.ts';
import type { CdaReferences } from './cda-reading.ts';
import type { Arrangement } from './reading-view.ts';
import { useCondensedCounts } from './use-condensed-counts.ts';
import { useReadingView } from './use-reading-view.ts';

interface ReadingBarsProps {
  readonly sections: readonly CdaSection[];
  readonly arrangement: Arrangement;
  readonly revisions: CdaReferences['revisions'];
}

/** Whatever is not as its author has it is said in a line, with the way back. */
export function ReadingBars({ sections, arrangement, revisions }: ReadingBarsProps) {
  const { view } = useCdaDocument();
  const now = useReadingView((whole) => whole);
  const { rows, columns } = useCondensedCounts(sections, now.condense);
  const { hidden, reordered, filtered } = arrangement;
  const preferred =
    now.asAuthored &&
    (now.preferences.order.length > 0 ||
      now.preferences.single ||
      now.preferences.first !== undefined);
  return (
    <div className="cda-bars" data-tools="">
      {filtered && (
        <Bar
          text={t('cda.bar.filtered', {
            shown: sections.length - hidden.size,
            count: sections.length,
            filter: now.filter.trim(),
          })}
          action={t('cda.bar.clearFilter')}
          onAction={() => view.change({ filter: '' })}
        />
      )}
      {!filtered && (hidden.size > 0 || reordered) && (
        <Bar
          text={arrangedWords(hidden.size, reordered)}
          action={t('cda.bar.asAuthored')}
          onAction={() => {
            view.showOnly(undefined);
            view.change({ asAuthored: true });
          }}
        />
      )}
      {!filtered && hidden.size === 0 && !reordered && preferred && (
        <Bar
          text={t('cda.bar.authored')}
          action={t('cda.bar.mine')}
          onAction={() => view.change({ asAuthored: false })}
        />
      )}
      {rows + columns > 0 && (
        <Bar
          text={condensedWords(rows, columns)}
          action={t('cda.bar.showAll')}
          onAction={() => view.condense(false)}
        />
      )}
      {now.final && (
        <Bar
          text={t('cda.bar.final', { count: revisions.deleted })}
          action={t('cda.bar.asAuthored')}
          onAction={() => view.change({ final: false })}
        />
      )}
    </div>
  );
}

function arrangedWords(hidden: number, reordered: boolean): string {
  if (hidden === 0) return t('cda.bar.reordered');
  return t(reordered ? 'cda.bar.hiddenReordered' : 'cda.bar.hidden', { count: hidden });
}

function condensedWords(rows: number, columns: number): string {
  if (columns === 0) return t('cda.bar.rows', { count: rows });
  if (rows === 0) return t('cda.bar.columns', { count: columns });
  return t('cda.bar.rowsColumns', { rows, columns });
}

interface BarProps {
  readonly text: string;
  readonly action: string;
  readonly onAction: () => void;
}

function Bar({ text, action, onAction }: BarProps) {
  return (
    <p className="cda-bar" role="status">
      <span>{text}</span>
      <Button variant="quiet" onClick={onAction}>
        {action}
      </Button>
    </p>
  );
}
