import { useId, useState } from 'react';
import { t } from '../messages/messages.ts';
import { statusWord } from '../model/document-words.ts';
import { Button } from '../ui/Button.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Select } from '../ui/Select.tsx';
import { datePresets, datePresetWords, presetStart } from './date-presets.ts';
import { filterCount, noChoices } from './filter-choices.ts';
import type { DocumentList } from './use-document-list.ts';

export interface FilterBarProps {
  readonly list: DocumentList;
  /** The launch named an encounter: offer its documents alone. */
  readonly hasEncounter: boolean;
}

/** Search and the few filters; on narrow screens the filters fold behind one button. */
export function FilterBar({ list, hasEncounter }: FilterBarProps) {
  const [open, setOpen] = useState(false);
  const panel = useId();
  const { choices, setChoices } = list;
  const count = filterCount(choices);
  const clear = () => setChoices(noChoices);
  return (
    <div className="filter-bar" role="search">
      <div className="filter-bar-search">
        <SearchField
          label={t('list.search')}
          value={choices.text}
          onValue={(text) => setChoices({ ...choices, text })}
        />
        <Button
          className="filter-bar-toggle"
          aria-expanded={open}
          aria-controls={panel}
          onClick={() => setOpen(!open)}
        >
          {t('list.filters', { count })}
        </Button>
      </div>
      <div className="filter-bar-choices" id={panel} data-open={open}>
        <Select
          label={t('list.filter.type')}
          value={choices.type ?? ''}
          options={[
            { value: '', label: t('list.filter.anyType') },
            ...list.types.map((type) => ({ value: type, label: type })),
          ]}
          onValue={(type) => setChoices({ ...choices, type: type === '' ? undefined : type })}
        />
        <Select
          label={t('list.filter.date')}
          value={choices.date}
          options={datePresets.map((value) => ({ value, label: t(datePresetWords[value]) }))}
          onValue={(value) => {
            const date = datePresets.find((preset) => preset === value);
            if (date === undefined) return;
            setChoices({ ...choices, date, from: presetStart(date, new Date()) });
          }}
        />
        <Select
          label={t('list.filter.status')}
          value={choices.status ?? ''}
          options={[
            { value: '', label: t('list.filter.anyStatus') },
            ...list.statuses.map((status) => ({ value: status, label: statusWord(status) })),
          ]}
          onValue={(value) =>
            setChoices({ ...choices, status: list.statuses.find((status) => status === value) })
          }
        />
        {hasEncounter ? (
          <Button
            variant="quiet"
            aria-pressed={choices.visit}
            onClick={() => setChoices({ ...choices, visit: !choices.visit })}
          >
            {t('list.filter.visit')}
          </Button>
        ) : null}
        {list.filtered ? (
          <Button variant="quiet" onClick={clear}>
            {t('list.filter.clear')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
