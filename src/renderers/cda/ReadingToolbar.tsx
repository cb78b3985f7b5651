import type { Ref } from 'react';
import { t } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { useCdaDocument } from './cda-context.ts';
import type { CdaReferences } from './cda-reading.ts';
import { useReadingView } from './use-reading-view.ts';

interface ReadingToolbarProps {
  readonly wide: boolean;
  readonly contentsId: string;
  readonly contentsOpen: boolean;
  readonly contentsButton: Ref<HTMLButtonElement>;
  readonly onContents: () => void;
  /** Keys of all sections with content. */
  readonly foldable: readonly string[];
  readonly revisions: CdaReferences['revisions'];
  readonly onOrder: () => void;
}

/** What the reader can do with the whole document; where it is narrow, most of it lies in one menu. */
export function ReadingToolbar(props: ReadingToolbarProps) {
  const { wide, contentsId, contentsOpen, contentsButton, onContents } = props;
  const { view } = useCdaDocument();
  const filter = useReadingView((now) => now.filter);
  return (
    <div className="cda-tools" role="group" aria-label={t('cda.tools')}>
      <Button
        ref={contentsButton}
        variant="quiet"
        aria-expanded={contentsOpen}
        aria-controls={contentsId}
        onClick={onContents}
      >
        {t('cda.contents')}
      </Button>
      <SearchField
        label={t('cda.filter')}
        value={filter}
        onValue={(text) => view.change({ filter: text })}
      />
      {wide && <FoldingButtons {...props} />}
      <Menu label={t('cda.view')} word>
        {!wide && <FoldingButtons {...props} />}
        {!wide && <hr />}
        <ViewButtons {...props} />
      </Menu>
    </div>
  );
}

function FoldingButtons({ foldable }: ReadingToolbarProps) {
  const { view } = useCdaDocument();
  const collapsed = useReadingView((now) => now.collapsed);
  const condense = useReadingView((now) => now.condense);
  return (
    <>
      {collapsed.size > 0 ? (
        <Button variant="quiet" onClick={() => view.expandAll()}>
          {t('cda.expandAll')}
        </Button>
      ) : (
        <Button variant="quiet" onClick={() => view.change({ collapsed: new Set(foldable) })}>
          {t('cda.collapseAll')}
        </Button>
      )}
      <Button
        variant="quiet"
        aria-pressed={condense}
        title={t('cda.condense.title')}
        onClick={() => view.condense(!condense)}
      >
        {t('cda.condense')}
      </Button>
    </>
  );
}

function ViewButtons({ revisions, onOrder }: ReadingToolbarProps) {
  const { view } = useCdaDocument();
  const { single } = useReadingView((now) => now.preferences);
  const final = useReadingView((now) => now.final);
  return (
    <>
      <Button
        variant="quiet"
        aria-pressed={single}
        onClick={() => view.prefer({ single: !single })}
      >
        {t('cda.single')}
      </Button>
      {revisions.inserted + revisions.deleted > 0 && (
        <Button variant="quiet" aria-pressed={final} onClick={() => view.change({ final: !final })}>
          {t('cda.final')}
        </Button>
      )}
      <Button variant="quiet" onClick={onOrder}>
        {t('cda.order')}
      </Button>
    </>
  );
}
