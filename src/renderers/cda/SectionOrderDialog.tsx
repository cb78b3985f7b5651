import { useLayoutEffect, useRef, useState } from 'react';
import type { CdaSection } from '../../cda/cda-document.ts';
import { t } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { LiveRegion } from '../../ui/LiveRegion.tsx';
import { Select } from '../../ui/Select.tsx';
import { useCdaDocument } from './cda-context.ts';
import { sectionName } from './section-name.ts';
import { useReadingView } from './use-reading-view.ts';

interface SectionOrderDialogProps {
  /** With content, in the order of reading. */
  readonly sections: readonly CdaSection[];
  readonly onClose: () => void;
}

/** Order and initial number of sections, remembered in this browser for every such document. */
export function SectionOrderDialog({ sections, onClose }: SectionOrderDialogProps) {
  const { view, move } = useCdaDocument();
  const { first, order } = useReadingView(({ preferences }) => preferences);
  const [movedKey, setMovedKey] = useState<{ readonly key: string; readonly up: boolean }>();
  const list = useRef<HTMLOListElement>(null);
  useLayoutEffect(
    // A row that moves in the page loses the focus.
    function keepFocus() {
      if (movedKey === undefined) return;
      const row = list.current?.querySelector(`[data-key="${movedKey.key}"]`);
      const buttons = [...(row?.querySelectorAll('button') ?? [])];
      const [up, down] = buttons;
      const wanted = movedKey.up ? up : down;
      (wanted?.disabled === true ? buttons.find(({ disabled }) => !disabled) : wanted)?.focus();
    },
    [movedKey],
  );
  const place = sections.findIndex(({ key }) => key === movedKey?.key);
  const said = sections[place];
  const moveBy = (key: string, by: number) => {
    move(key, by);
    setMovedKey({ key, up: by < 0 });
  };
  const counts = [...new Set([1, 3, 5, 8, 12, ...(first === undefined ? [] : [first])])];
  return (
    <Dialog title={t('cda.order.title')} onClose={onClose}>
      <p className="cda-note">{t('cda.order.remembered')}</p>
      <div className="cda-order-first">
        <span>{t('cda.order.first')}</span>
        <Select
          label={t('cda.order.first')}
          value={String(first ?? 'all')}
          options={[
            { value: 'all', label: t('cda.order.all') },
            ...counts
              .toSorted((a, b) => a - b)
              .map((count) => ({
                value: String(count),
                label: t('cda.order.count', { count }),
              })),
          ]}
          onValue={(value) => view.showFirst(value === 'all' ? undefined : Number(value))}
        />
      </div>
      <ol className="cda-order" ref={list}>
        {sections.map((section, index) => {
          const title = sectionName(section);
          return (
            <li key={section.key} data-key={section.key}>
              <span>{title}</span>
              <IconButton
                icon="up"
                label={t('cda.order.up', { title })}
                disabled={index === 0}
                onClick={() => moveBy(section.key, -1)}
              />
              <IconButton
                icon="down"
                label={t('cda.order.down', { title })}
                disabled={index === sections.length - 1}
                onClick={() => moveBy(section.key, 1)}
              />
            </li>
          );
        })}
      </ol>
      <LiveRegion
        text={
          said === undefined
            ? ''
            : t('cda.order.moved', {
                title: sectionName(said),
                place: place + 1,
                total: sections.length,
              })
        }
      />
      <div className="cda-order-end">
        <Button disabled={order.length === 0} onClick={() => view.prefer({ order: [] })}>
          {t('cda.order.reset')}
        </Button>
        <Button variant="primary" onClick={onClose}>
          {t('cda.order.done')}
        </Button>
      </div>
    </Dialog>
  );
}
