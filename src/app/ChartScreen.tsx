import {
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type RefObject,
} from 'react';
import { DocumentsRegion } from '../list/DocumentsRegion.tsx';
import type { ListHandle } from '../list/DocumentGrid.tsx';
import { isLoading } from '../list/LoadProgress.tsx';
import { useDocumentList } from '../list/use-document-list.ts';
import { t } from '../messages/messages.ts';
import type { ClinicalDocument, DocumentId } from '../model/clinical-document.ts';
import { EmptyReader } from '../reader/EmptyReader.tsx';
import { Reader } from '../reader/Reader.tsx';
import type { Sentence } from '../renderers/renderer.ts';
import type { LaunchContext } from '../session/session-state.ts';
import type { Session } from '../session/session.ts';
import { useObservable } from '../ui/use-observable.ts';
import { AboutDialog } from './AboutDialog.tsx';
import type { ChartServices } from './chart-services.ts';
import { ChartMenu } from './ChartMenu.tsx';
import { Divider } from './Divider.tsx';
import { EndingBar } from './EndingBar.tsx';
import { closeChart } from './open-charts.ts';
import { namedDocuments } from './named-document.ts';
import { PatientRegion } from './PatientRegion.tsx';
import { SessionBar, type SessionEnd } from './SessionBar.tsx';
import { signInAddress } from './sign-in-address.ts';
import { SummaryNews } from './SummaryNews.tsx';
import { useGeneratedRows } from './use-generated-rows.ts';
import { useNamedDocument } from './use-named-document.ts';
import { usePatient } from './use-patient.ts';
import type { SessionOutlook } from './use-session-life.ts';
import { isPersonal } from './user-words.ts';
import './chart.css';

const SummaryDialog = lazy(async () => ({
  default: (await import('../ccd/SummaryDialog.tsx')).SummaryDialog,
}));

export interface ChartScreenProps {
  readonly services: ChartServices;
  readonly session: Session;
  readonly launch: LaunchContext;
  /** The sign-in was completed by this page. */
  readonly isNew: boolean;
  readonly outlook: SessionOutlook;
  readonly end: SessionEnd | undefined;
  readonly graceMinutes: number;
}

/** Wide: list and reader side by side. Narrow: one of the two, chosen by whether a document is open. */
export function ChartScreen(props: ChartScreenProps) {
  const { services, session, launch, isNew, outlook, end, graceMinutes } = props;
  const readOnly = end !== undefined;
  const { documents, contents, summaries, openDocument } = services;
  const state = useObservable(documents.state);
  const openId = useObservable(openDocument);
  const patient = usePatient(services, launch, readOnly);
  const generated = useGeneratedRows(summaries);
  const list = useDocumentList(state, generated, patient.context, encounterOf(launch));
  const [renditions, setRenditions] = useState<ReadonlyMap<DocumentId, number>>(new Map());
  const [refusals, setRefusals] = useState<ReadonlyMap<DocumentId, Sentence>>(new Map());
  const onRefused = useCallback(
    (id: DocumentId, refusal: Sentence) => setRefusals((old) => new Map(old).set(id, refusal)),
    [],
  );
  const [dialog, setDialog] = useState<'summary' | 'about'>();
  const listRef = useRef<ListHandle>(null);
  useFocusReturn(openId, listRef);

  const open = list.openable.find(
    ({ id, alsoIds }) => openId !== undefined && (id === openId || alsoIds?.includes(openId)),
  );
  const choose = (id: DocumentId, rendition: number) =>
    setRenditions((old) => new Map(old).set(id, rendition));
  const onOpen = (document: ClinicalDocument, rendition?: number) => {
    if (rendition !== undefined) choose(document.id, rendition);
    openDocument.open(document.id);
  };
  const step = (by: 1 | -1) => {
    const at = list.ordered.findIndex(({ id }) => id === open?.id);
    const target = at === -1 || readOnly ? undefined : list.ordered[at + by];
    return target === undefined ? undefined : () => openDocument.open(target.id);
  };
  const signOut = () => {
    openDocument.forget();
    closeChart();
    void session.signOut();
  };
  const wanted = useMemo(
    () => (isNew ? namedDocuments(launch.references, launch.iss) : []),
    [isNew, launch],
  );
  const namedIsMissing = useNamedDocument(
    wanted,
    {
      openable: patient.settled ? list.openable : noDocuments,
      isComplete: patient.settled && !isLoading(state),
    },
    openDocument,
  );
  const waiting = openId !== undefined && (isLoading(state) || !patient.settled);

  return (
    <div className="chart" data-view={openId === undefined ? 'list' : 'document'}>
      <PatientRegion
        patient={patient.context}
        settled={patient.settled}
        launch={launch}
        problem={patient.problem}
        onRetry={patient.retry}
      >
        <ChartMenu
          onAbout={() => setDialog('about')}
          onAnotherPerson={
            launch.launchedBy === 'standalone'
              ? () => window.location.assign(signInAddress(launch))
              : undefined
          }
          onSignOut={signOut}
        />
      </PatientRegion>
      {outlook.kind === 'fixed' ? (
        <EndingBar launch={launch} endsAt={outlook.endsAt} isNear={outlook.isNear} isNew={isNew} />
      ) : null}
      {namedIsMissing ? (
        <p className="session-bar session-bar-quiet" role="status">
          {t('app.namedMissing')}
        </p>
      ) : null}
      {end === undefined ? null : (
        <SessionBar launch={launch} end={end} graceMinutes={graceMinutes} />
      )}
      <div className="chart-body">
        <DocumentsRegion
          state={state}
          list={patient.settled ? list : { ...list, refused: 0, withheld: 0 }}
          isPersonal={isPersonal(launch)}
          readable={launch.readable}
          openId={open?.id}
          hasEncounter={launch.encounterId !== undefined}
          readOnly={readOnly}
          onOpen={onOpen}
          onRetry={(search) => documents.retry(search)}
          onNewSummary={() => setDialog('summary')}
          listRef={listRef}
          edge={<Divider />}
        />
        {open === undefined || !patient.settled ? (
          <EmptyReader state={openId === undefined ? 'none' : waiting ? 'opening' : 'gone'} />
        ) : (
          <Reader
            key={open.id}
            document={open}
            rendition={renditions.get(open.id) ?? 0}
            onRendition={(rendition) => choose(open.id, rendition)}
            patient={patient.context}
            refusal={refusals.get(open.id)}
            onRefused={onRefused}
            contents={contents}
            count={list.total}
            readOnly={readOnly}
            onReloadList={() => documents.reload()}
            onBack={() => openDocument.close()}
            onPrevious={step(-1)}
            onNext={step(1)}
          />
        )}
      </div>
      <SummaryNews rows={generated} />
      {dialog === 'summary' && !readOnly ? (
        <Suspense fallback={<p role="status">{t('app.loadingDialog')}</p>}>
          <SummaryDialog
            onCreate={(request) => summaries.create(request)}
            onClose={() => setDialog(undefined)}
          />
        </Suspense>
      ) : null}
      {dialog === 'about' ? (
        <AboutDialog launch={launch} onClose={() => setDialog(undefined)} />
      ) : null}
    </div>
  );
}

const noDocuments: readonly ClinicalDocument[] = [];

const encounterOf = ({ encounterId }: LaunchContext): string | undefined =>
  encounterId === undefined ? undefined : `Encounter/${encounterId}`;

/** When a document is closed, focus goes back to its row. */
function useFocusReturn(openId: DocumentId | undefined, list: RefObject<ListHandle | null>): void {
  const before = useRef<DocumentId>(undefined);
  useEffect(
    function returnFocus() {
      if (openId === undefined && before.current !== undefined) {
        list.current?.focusRow(before.current);
      }
      before.current = openId;
    },
    [openId, list],
  );
}
