import { useState, type ReactNode } from 'react';
import type { CdaSection } from '../../cda/cda-document.ts';
import type { Narrative } from '../../cda/narrative.ts';
import { t } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useCdaDocument } from './cda-context.ts';
import { restrictionWords } from './confidentiality-words.ts';
import { useReadingView } from './use-reading-view.ts';

interface SectionHeadProps {
  readonly section: CdaSection;
  readonly level: number;
  readonly name: string;
  readonly headingId: string;
  readonly bodyId: string;
  readonly collapsed: boolean;
  /** The title as written. */
  readonly children: ReactNode;
}

const HEADINGS = ['h3', 'h4', 'h5', 'h6'] as const;

/** The title, which folds its section, and what else can be done with the section. */
export function SectionHead(props: SectionHeadProps) {
  const { section, level, name, headingId, bodyId, collapsed, children } = props;
  const { view } = useCdaDocument();
  const [tools, setTools] = useState(false);
  const Heading = HEADINGS[Math.min(level, 6) - 3] ?? 'h6';
  const folding = {
    'aria-expanded': !collapsed,
    'aria-controls': bodyId,
    onClick: () => view.toggle(section.key),
  };
  // A button holds no links.
  const restriction = restrictionWords(section.confidentiality);
  const plain = section.title?.every(isPlain) ?? true;
  return (
    <>
      <div className="cda-section-head">
        {!plain && (
          <IconButton
            icon={collapsed ? 'next' : 'down'}
            label={t('cda.section.fold', { title: name })}
            {...folding}
          />
        )}
        <Heading id={headingId} tabIndex={-1} className="cda-section-title">
          {plain ? (
            <button type="button" className="cda-fold-button" {...folding}>
              {/* One item of the button's layout, whatever markup the title has. */}
              <span>{children}</span>
            </button>
          ) : (
            children
          )}
        </Heading>
        {restriction !== undefined && (
          <span className="cda-restricted" data-added="">
            {t('cda.section.confidentiality', { text: restriction })}
          </span>
        )}
        <IconButton
          icon="more"
          label={t('cda.section.more', { title: name })}
          className="cda-section-more"
          aria-expanded={tools}
          onClick={() => setTools(!tools)}
        />
      </div>
      {tools && <SectionTools section={section} top={level === 3} />}
    </>
  );
}

function SectionTools({ section, top }: { readonly section: CdaSection; readonly top: boolean }) {
  const { view, move, showSource } = useCdaDocument();
  const only = useReadingView((now) => now.only === section.key);
  const movable = top && !section.withoutContent;
  return (
    <div className="cda-section-tools" data-added="" data-tools="">
      {movable && (
        <>
          <Button
            variant="quiet"
            aria-pressed={only}
            onClick={() => view.showOnly(only ? undefined : section.key)}
          >
            {t('cda.section.only')}
          </Button>
          <Button variant="quiet" onClick={() => move(section.key, -1)}>
            {t('cda.section.up')}
          </Button>
          <Button variant="quiet" onClick={() => move(section.key, 1)}>
            {t('cda.section.down')}
          </Button>
        </>
      )}
      <Button variant="quiet" onClick={() => showSource(section)}>
        {t('cda.section.source')}
      </Button>
    </div>
  );
}

function isPlain(node: Narrative): boolean {
  switch (node.kind) {
    case 'text':
    case 'break':
      return true;
    case 'content':
    case 'sub':
    case 'sup':
    case 'unknown':
      return node.children.every(isPlain);
    default:
      return false;
  }
}
