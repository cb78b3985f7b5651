import type { CdaSection } from '../../cda/cda-document.ts';
import { t } from '../../messages/messages.ts';
import { useCdaDocument } from './cda-context.ts';
import { sectionName } from './section-name.ts';

interface ContentsProps {
  readonly sections: readonly CdaSection[];
  readonly complete: boolean;
  /** Unfolded from the start; the reader may fold it. */
  readonly open: boolean;
  readonly onGo: (key: string) => void;
}

/** The document's sections with their entry counts; a folded line where the pane is narrow. */
export function Contents({ sections, complete, open, onGo }: ContentsProps) {
  return (
    <nav className="cda-contents" aria-label={t('cda.contents')}>
      <details open={open}>
        <summary>{t('cda.contents')}</summary>
        <ContentsList sections={sections} onGo={onGo} />
        {!complete && <p className="cda-note">{t('cda.contents.reading')}</p>}
      </details>
    </nav>
  );
}

type ContentsListProps = Omit<ContentsProps, 'complete' | 'open'>;

function ContentsList({ sections, onGo }: ContentsListProps) {
  const { domId } = useCdaDocument();
  return (
    <ul>
      {sections.map((section) => (
        <li key={section.key}>
          <a
            href={`#${domId(`section-${section.key}`)}`}
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
          {section.sections.length > 0 && <ContentsList sections={section.sections} onGo={onGo} />}
        </li>
      ))}
    </ul>
  );
}
