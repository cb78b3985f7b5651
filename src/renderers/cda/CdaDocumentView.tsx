import { useId, useMemo, useRef, useState, type RefObject } from 'react';
import type { CdaSection } from '../../cda/cda-document.ts';
import type { CdaHeader } from '../../cda/cda-header.ts';
import { t } from '../../messages/messages.ts';
import type { RequestedPeriod } from '../../model/clinical-document.ts';
import type { PatientContext } from '../../model/patient-context.ts';
import { usePressElsewhere } from '../../ui/use-press-elsewhere.ts';
import { useCdaDocument } from './cda-context.ts';
import type { CdaReading, CdaReferences } from './cda-reading.ts';
import { CdaHeaderView } from './CdaHeaderView.tsx';
import { CdaSummary } from './CdaSummary.tsx';
import { Contents } from './Contents.tsx';
import { IdentityBar } from './IdentityBar.tsx';
import { NestedData } from './NestedData.tsx';
import { arrange } from './reading-view.ts';
import { ReadingBars } from './ReadingBars.tsx';
import { ReadingToolbar } from './ReadingToolbar.tsx';
import { sectionName } from './section-name.ts';
import { SectionOrderDialog } from './SectionOrderDialog.tsx';
import { SectionView } from './SectionView.tsx';
import { useCurrentSection } from './use-current-section.ts';
import { useDocumentLayout } from './use-document-layout.ts';
import { useLayOutAhead } from './use-lay-out-ahead.ts';
import { useKnownFilter } from './use-known-filter.ts';
import { useReadingView } from './use-reading-view.ts';

interface CdaDocumentViewProps {
  readonly root: RefObject<HTMLDivElement | null>;
  readonly reading: CdaReading;
  readonly header: CdaHeader;
  /** What the list calls the document. */
  readonly title: string;
  readonly patient: PatientContext;
  readonly requested: RequestedPeriod | undefined;
  readonly revisions: CdaReferences['revisions'];
}

/** The document: whose it is where that is not plain, its header, its contents, its sections. */
export function CdaDocumentView(props: CdaDocumentViewProps) {
  const { root, reading, header, title, patient, requested, revisions } = props;
  const { goTo, bodyHandle, view: store } = useCdaDocument();
  const wide = useDocumentLayout(root);
  const [ordering, setOrdering] = useState(false);
  const contentsButton = useRef<HTMLButtonElement>(null);
  const tools = useRef<HTMLDivElement>(null);
  const contentsId = useId();
  const { sections, bodies } = reading;
  const complete = reading.status === 'complete';
  const view = useReadingView((now) => now);
  const { preferences, asAuthored, only, all, printing } = view;
  const filter = useKnownFilter(sections, view.filter);
  const arrangement = useMemo(
    () => arrange(sections, { ...view, filter }),
    // Folding a section arranges nothing anew.
    // oxlint-disable-next-line react/exhaustive-deps
    [sections, preferences, asAuthored, filter, only, all, printing],
  );
  useLayOutAhead(root, complete);
  usePressElsewhere(tools, view.contentsOpen, () => store.change({ contentsOpen: false }));
  const { hidden, filtered } = arrangement;
  const beside = sections.length > 0 && wide && !preferences.contentsAway;
  const contentsOpen = wide ? !preferences.contentsAway : view.contentsOpen;
  const { current, mark } = useCurrentSection(root, arrangement);
  const full = arrangement.sections.filter((section) => !section.withoutContent);
  const empty = sections.filter((section) => section.withoutContent);
  const contents = (
    <Contents
      id={contentsId}
      sections={
        filtered ? arrangement.sections.filter(({ key }) => !hidden.has(key)) : arrangement.sections
      }
      away={hidden}
      current={current}
      complete={complete}
      onGo={(key) => {
        mark(key);
        goTo(`section-${key}`);
      }}
    />
  );
  const language = header.language;
  return (
    <div
      className={view.final && !printing ? 'cda-document cda-final' : 'cda-document'}
      ref={root}
      {...(language === undefined ? {} : { lang: language })}
    >
      <div className="cda-standing">
        {reading.match?.verdict === 'unclear' && (
          <IdentityBar
            named={header.patients.map(({ identity }) => identity)}
            patient={patient.identity}
          />
        )}
        <CdaSummary header={header} title={title} />
        {sections.length > 0 && (
          // Escape closes the contents where they are a menu.
          // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
          <div
            data-tools=""
            ref={tools}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || !view.contentsOpen) return;
              event.stopPropagation();
              store.change({ contentsOpen: false });
              contentsButton.current?.focus();
            }}
          >
            <ReadingToolbar
              wide={wide}
              contentsId={contentsId}
              contentsOpen={contentsOpen}
              contentsButton={contentsButton}
              onContents={() =>
                wide
                  ? store.putContentsAway(contentsOpen)
                  : store.change({ contentsOpen: !contentsOpen })
              }
              foldable={full.map(({ key }) => key)}
              revisions={revisions}
              onOrder={() => setOrdering(true)}
            />
            {!wide && contentsOpen && contents}
            <ReadingBars sections={sections} arrangement={arrangement} revisions={revisions} />
          </div>
        )}
      </div>
      <CdaHeaderView header={header} requested={requested} />
      <div className={beside ? 'cda-columns cda-beside' : 'cda-columns'}>
        {beside && contents}
        <div className="cda-sections" aria-busy={!complete}>
          {full.map((section) => (
            <SectionView key={section.key} section={section} hidden={hidden.has(section.key)} />
          ))}
          {bodies.map((body, index) => (
            <NestedData
              key={index}
              data={body}
              outside="cda.body.reference"
              damaged="cda.body.damaged"
              handle={bodyHandle}
            />
          ))}
          {complete && sections.length === 0 && bodies.length === 0 && (
            <p className="cda-note">{t('cda.body.empty')}</p>
          )}
          <EmptySections
            sections={filtered ? empty.filter(({ key }) => !hidden.has(key)) : empty}
          />
        </div>
      </div>
      {ordering && <SectionOrderDialog sections={full} onClose={() => setOrdering(false)} />}
    </div>
  );
}

function EmptySections({ sections }: { readonly sections: readonly CdaSection[] }) {
  if (sections.length === 0) return null;
  return (
    <details className="cda-empty">
      <summary>
        {t('cda.empty', {
          count: sections.length,
          names: sections.map(sectionName).join(', '),
        })}
      </summary>
      {sections.map((section) => (
        <SectionView key={section.key} section={section} />
      ))}
    </details>
  );
}
