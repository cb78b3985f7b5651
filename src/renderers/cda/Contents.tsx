import { useEffect, useRef } from 'react';
import type { CdaSection } from '../../cda/cda-document.ts';
import { t } from '../../messages/messages.ts';
import { useCdaDocument } from './cda-context.ts';
import { sectionName } from './section-name.ts';

interface ContentsProps {
  readonly id: string;
  readonly sections: readonly CdaSection[];
  /** Keys of the sections that are not shown now. */
  readonly away: ReadonlySet<string>;
  readonly current: string | undefined;
  readonly complete: boolean;
  readonly onGo: (key: string) => void;
}

/** The document's sections with their entry counts; the one being read is marked. */
export function Contents({ id, complete, ...list }: ContentsProps) {
  const nav = useRef<HTMLElement>(null);
  const { current } = list;
  useEffect(
    function keepCurrentInSight() {
      const link = nav.current?.querySelector(`[aria-current]`);
      if (current === undefined || !nav.current || !link) return;
      // Scrolls these contents alone, never the page under them.
      const around = nav.current.getBoundingClientRect();
      const { top, bottom } = link.getBoundingClientRect();
      if (top < around.top) nav.current.scrollTop -= around.top - top;
      if (bottom > around.bottom) nav.current.scrollTop += bottom - around.bottom;
    },
    [current],
  );
  return (
    <nav className="cda-contents" id={id} aria-label={t('cda.contents')} ref={nav}>
      <ContentsList {...list} />
      {list.sections.length === 0 && complete && (
        <p className="cda-note">{t('cda.contents.none')}</p>
      )}
      {!complete && <p className="cda-note">{t('cda.contents.reading')}</p>}
    </nav>
  );
}

type ContentsListProps = Omit<ContentsProps, 'id' | 'complete'>;

function ContentsList({ sections, away, current, onGo }: ContentsListProps) {
  const { domId } = useCdaDocument();
  return (
    <ul>
      {sections.map((section) => (
        <li key={section.key} className={away.has(section.key) ? 'cda-contents-away' : undefined}>
          <a
            href={`#${domId(`section-${section.key}`)}`}
            aria-current={section.key === current ? 'location' : undefined}
            onClick={(event) => {
              event.preventDefault();
              onGo(section.key);
            }}
          >
            {sectionName(section)}
          </a>
          {section.entries.length > 0 && (
            <span
              className="cda-count"
              title={t('cda.contents.entries', { count: section.entries.length })}
            >
              {section.entries.length}
            </span>
          )}
          {section.sections.length > 0 && (
            <ContentsList sections={section.sections} away={away} current={current} onGo={onGo} />
          )}
        </li>
      ))}
    </ul>
  );
}
