import type { ReactNode, Ref } from 'react';
import type { DocumentsState, SearchName } from '../documents/documents-state.ts';
import { t } from '../messages/messages.ts';
import type { ClinicalDocument, DocumentId } from '../model/clinical-document.ts';
import { Alert } from '../ui/Alert.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { DocumentGrid, type ListHandle } from './DocumentGrid.tsx';
import { noChoices } from './filter-choices.ts';
import { FilterBar } from './FilterBar.tsx';
import { LoadNotices } from './LoadNotices.tsx';
import { isLoading, LoadProgress } from './LoadProgress.tsx';
import type { DocumentList } from './use-document-list.ts';
import './list.css';

export interface DocumentsRegionProps {
  readonly state: DocumentsState;
  readonly list: DocumentList;
  readonly openId: DocumentId | undefined;
  readonly hasEncounter: boolean;
  /** A person's own record, or one of their family's: what is missing is said to them. */
  readonly isPersonal: boolean;
  /** Resource types that may be read. */
  readonly readable: readonly string[];
  /** The session ended: nothing more can be loaded or made. */
  readonly readOnly: boolean;
  readonly onOpen: (document: ClinicalDocument, rendition?: number) => void;
  readonly onRetry: (search: SearchName) => void;
  readonly onNewSummary: () => void;
  readonly listRef: Ref<ListHandle>;
  /** The region's edge, by which its width is changed. */
  readonly edge: ReactNode;
}

/** The patient's documents: search, filters, what could not be loaded, the rows, a new summary. */
export function DocumentsRegion(props: DocumentsRegionProps) {
  const { state, list, readOnly } = props;
  const loading = isLoading(state);
  return (
    <section className="documents" aria-label={t('list.heading')}>
      <FilterBar list={list} hasEncounter={props.hasEncounter} />
      <div className="documents-notices">
        <LoadNotices state={state} readOnly={readOnly} onRetry={props.onRetry} />
        {props.readable.includes('Binary') ? null : (
          <Alert
            tone="info"
            words={{ what: t('list.contentsNotGranted'), todo: t('list.notGrantedTodo') }}
          />
        )}
        {list.refused === 0 ? null : (
          <p className="documents-line documents-line-strong" role="status">
            {t('list.refused', { count: list.refused })}
          </p>
        )}
        {list.withheld === 0 ? null : (
          <p className="documents-line documents-line-strong" role="status">
            {t('list.withheld', { count: list.withheld })}
          </p>
        )}
        {list.unclear === 0 ? null : (
          <p className="documents-line">{t('list.unclear', { count: list.unclear })}</p>
        )}
        {loading ? (
          <LoadProgress state={state} />
        ) : list.total === 0 ? null : (
          <p className="documents-line" role="status">
            {list.filtered
              ? t('list.count.some', { shown: list.shown, count: list.total })
              : t('list.count.all', { count: list.total })}
          </p>
        )}
      </div>
      <Rows {...props} loading={loading} />
      <footer className="documents-footer">
        <Button onClick={props.onNewSummary} disabled={readOnly}>
          <Icon name="plus" />
          {t('list.newSummary')}
        </Button>
      </footer>
      {props.edge}
    </section>
  );
}

/** Exactly one of skeleton, empty and rows. What failed is said above. */
function Rows({
  list,
  openId,
  readOnly,
  isPersonal,
  onOpen,
  listRef,
  loading,
  state,
}: DocumentsRegionProps & { readonly loading: boolean }) {
  if (list.items.length > 0) {
    return (
      <DocumentGrid
        ref={listRef}
        items={list.items}
        openId={openId}
        readOnly={readOnly}
        onOpen={onOpen}
      />
    );
  }
  if (list.total > 0) {
    return (
      <div className="documents-empty">
        <p>{t(loading ? 'list.empty.loading' : 'list.empty.filtered')}</p>
        <Button onClick={() => list.setChoices(noChoices)}>{t('list.filter.clear')}</Button>
      </div>
    );
  }
  if (loading) {
    return (
      <div className="documents-rest">
        <Skeleton rows={8} />
      </div>
    );
  }
  const isComplete = Object.values(state.searches).every(({ kind }) => kind === 'complete');
  if (list.refused + list.withheld > 0) return <div className="documents-empty" />;
  return (
    <div className="documents-empty" role="status">
      {isComplete ? (
        <>
          <p>{t(isPersonal ? 'list.empty.noneToYou' : 'list.empty.none')}</p>
          <p className="documents-line">{t('list.empty.noneHint')}</p>
        </>
      ) : (
        <p>{t(isPersonal ? 'list.empty.noneToYouSoFar' : 'list.empty.noneSoFar')}</p>
      )}
    </div>
  );
}
