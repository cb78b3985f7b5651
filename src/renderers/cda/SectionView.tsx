import { memo } from 'react';
import type { CdaSection } from '../../cda/cda-document.ts';
import { t } from '../../messages/messages.ts';
import { useCdaDocument } from './cda-context.ts';
import { EntryFactsTable } from './EntryFactsTable.tsx';
import { roleWords, whoWords } from './header-rows.ts';
import { NarrativeNodes } from './NarrativeView.tsx';
import { sectionName } from './section-name.ts';

interface SectionViewProps {
  readonly section: CdaSection;
  readonly level?: number;
}

/** One section: a region named by its title, its words as written, nested sections inside. */
export const SectionView = memo(function SectionView({ section, level = 3 }: SectionViewProps) {
  const { domId } = useCdaDocument();
  const name = sectionName(section);
  const headingId = domId(`heading-${section.key}`);
  const Heading = HEADINGS[Math.min(level, 6) - 3] ?? 'h6';
  return (
    <section
      id={domId(`section-${section.key}`)}
      aria-labelledby={headingId}
      className={level === 3 ? 'cda-section' : 'cda-section-nested'}
      {...(section.language === undefined ? {} : { lang: section.language })}
    >
      {section.id !== undefined && <span id={domId(section.id)} />}
      <Heading id={headingId} tabIndex={-1} className="cda-section-title">
        {section.title === undefined ? (
          name
        ) : (
          <NarrativeNodes nodes={section.title} within={name} />
        )}
      </Heading>
      {section.participations.map((participation, index) => (
        <p key={index} className="cda-note" data-added="">
          {t('cda.section.about', {
            role: roleWords(participation.role),
            names: whoWords(participation),
          })}
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
    </section>
  );
});

const HEADINGS = ['h3', 'h4', 'h5', 'h6'] as const;

function FromEntries({ section, name }: { readonly section: CdaSection; readonly name: string }) {
  if (section.facts.length > 0) {
    return (
      <div data-added="">
        <p className="cda-note">{t('cda.section.facts')}</p>
        <EntryFactsTable facts={section.facts} title={name} />
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
