import { useEffect, useState } from 'react';
import type { CdaSection } from '../../cda/cda-document.ts';
import { t } from '../../messages/messages.ts';
import type { Content } from '../../model/content.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { sectionName } from './section-name.ts';
import { readSource, sourceBlocks } from './section-source.ts';

interface SectionSourceProps {
  readonly section: CdaSection;
  readonly content: Content;
  readonly onClose: () => void;
}

type Source =
  | { readonly kind: 'reading' }
  | { readonly kind: 'read'; readonly blocks: readonly string[] }
  | { readonly kind: 'failed' };

const BLOCK = 8_000;

/** The XML of one section, as it was written. */
export function SectionSource({ section, content, onClose }: SectionSourceProps) {
  const [source, setSource] = useState<Source>({ kind: 'reading' });
  useEffect(
    function read() {
      let current = true;
      void readSource(content, section.source).then((result) => {
        if (!current) return;
        setSource(
          result.ok && result.value !== ''
            ? { kind: 'read', blocks: sourceBlocks(result.value, BLOCK) }
            : { kind: 'failed' },
        );
      });
      return () => {
        current = false;
      };
    },
    [content, section],
  );
  const title = t('cda.source.title', { title: sectionName(section) });
  return (
    <Dialog title={title} onClose={onClose}>
      {source.kind === 'reading' && <p role="status">{t('cda.source.reading')}</p>}
      {source.kind === 'failed' && <p role="alert">{t('cda.source.failed')}</p>}
      {source.kind === 'read' && (
        // Keyboards reach what scrolls only through a focusable element.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className="cda-source" role="group" aria-label={title} tabIndex={0}>
          {source.blocks.map((block, index) => (
            // Blocks of one text never move.
            <pre key={index}>{block}</pre>
          ))}
        </div>
      )}
    </Dialog>
  );
}
