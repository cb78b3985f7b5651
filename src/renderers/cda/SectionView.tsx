import { memo, useCallback } from 'react';
import type { CdaSection } from '../../cda/cda-document.ts';
import { t } from '../../messages/messages.ts';
import { useCdaDocument } from './cda-context.ts';
import { EntryFactsTable } from './EntryFactsTable.tsx';
import { Fold } from './Fold.tsx';
import { NarrativeNodes } from './NarrativeView.tsx';
import { participationLines } from './participation-lines.ts';
import { sectionName } from './section-name.ts';
import { SectionHead } from './SectionHead.tsx';
import { useReadingView } from './use-reading-view.ts';

interface SectionViewProps {
  readonly section: CdaSection;
  readonly level?: number;
  /** Not among those that are looked at; stays on the page, so that find reaches it. */
  readonly hidden?: boolean;
}

/** One section: a region named by its title, its words as written, nested sections inside. */
export const SectionView = memo(function SectionView({
  section,
  level = 3,
  hidden = false,
}: SectionViewProps) {
  const { domId, view } = useCdaDocument();
  const collapsed = useReadingView((now) => now.collapsed.has(section.key));
  const name = sectionName(section);
  const headingId = domId(`heading-${section.key}`);
  const bodyId = domId(`body-${section.key}`);
  const unfold = useCallback(() => view.toggle(section.key), [view, section.key]);
  return (
    <section
      id={domId(`section-${section.key}`)}
      data-section={section.key}
      hidden={hidden}
      // It keeps a box, and with that its place among the regions.
      aria-hidden={hidden || undefined}
      aria-labelledby={headingId}
      className={level === 3 ? 'cda-section' : 'cda-section-nested'}
      {...(section.language === undefined ? {} : { lang: section.language })}
    >
      {section.id !== undefined && <span id={domId(section.id)} />}
      <SectionHead {...{ section, level, name, headingId, bodyId, collapsed }}>
        {section.title === undefined ? (
          <span data-added="">{name}</span>
        ) : (
          <NarrativeNodes nodes={section.title} within={name} />
        )}
      </SectionHead>
      <Fold id={bodyId} folded={collapsed} onFound={unfold}>
        <SectionBody section={section} level={level} name={name} />
      </Fold>
    </section>
  );
});

interface SectionBodyProps {
  readonly section: CdaSection;
  readonly level: number;
  readonly name: string;
}

/** Rendered once: folding a section does not render its words again. */
const SectionBody = memo(function SectionBody({ section, level, name }: SectionBodyProps) {
  const { domId } = useCdaDocument();
  return (
    <>
      {participationLines(section).map((line, index) => (
        <p key={index} className="cda-note" data-added="">
          {line}
        </p>
      ))}
      {section.narrative !== undefined && !section.narrativeEmpty && (
        <div
          className="cda-narrative"
          {...(section.narrativeId === undefined ? {} : { id: domId(section.narrativeId) })}
        >
          <NarrativeNodes nodes={section.narrative} within={name} />
        </div>
      )}
      {section.narrativeEmpty && <FromEntries section={section} name={name} />}
      {section.sections.map((nested) => (
        <SectionView key={nested.key} section={nested} level={level + 1} />
      ))}
    </>
  );
});

function FromEntries({ section, name }: { readonly section: CdaSection; readonly name: string }) {
  if (section.facts.length > 0) {
    return (
      <div data-added="">
        <p className="cda-note">{t('cda.section.facts')}</p>
        <EntryFactsTable section={section} title={name} />
      </div>
    );
  }
  if (section.entries.length > 0) {
    return (
      <p className="cda-note" data-added="">
        {t('cda.section.entriesOnly', { count: section.entries.length })}
      </p>
    );
  }
  if (section.sections.length > 0) return null;
  return (
    <p className="cda-note" data-added="">
      {t('cda.section.noText')}
    </p>
  );
}
