/** Asks for the days of a new summary and starts it; the summary itself is made while the reader works on. */
import { getLocalTimeZone, today as todayIn } from '@internationalized/date';
import { useCallback, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { t } from '../messages/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { letAnnouncerClear } from './announcer-clearing.ts';
import { DayField } from './DayField.tsx';
import { describeRange, zoneName } from './describe-range.ts';
import { reservePressableStyle } from './pressable-style.ts';
import { rangePresets } from './range-presets.ts';
import { rangeInstants, rangeProblem, type SummaryRange } from './summary-range.ts';
import type { SummaryRequest } from './create-summaries.ts';
import './summary-dialog.css';

reservePressableStyle();
letAnnouncerClear();

export interface SummaryDialogProps {
  readonly onCreate: (request: SummaryRequest) => void;
  readonly onClose: () => void;
}

/** The contract of names: "Start", "End", presets as buttons, "Create". */
export function SummaryDialog({ onCreate, onClose }: SummaryDialogProps) {
  const zone = getLocalTimeZone();
  const today = todayIn(zone).toString();
  const presets = rangePresets(today);
  const [sides, setSides] = useState<Omit<SummaryRange, 'zone'>>(() => side(presets[1]));
  const [partial, setPartial] = useState({ start: false, end: false });
  const startPartial = useCallback(
    (start: boolean) => setPartial((old) => ({ ...old, start })),
    [],
  );
  const endPartial = useCallback((end: boolean) => setPartial((old) => ({ ...old, end })), []);

  const range: SummaryRange = { ...sides, zone };
  const problem = rangeProblem(range, today);
  const unfinished = partial.start || partial.end;

  return (
    <Dialog title={t('ccd.dialogTitle')} onClose={onClose}>
      <I18nProvider locale={navigator.language}>
        <form
          className="summary-dialog"
          onSubmit={(event) => {
            event.preventDefault();
            if (problem !== undefined || unfinished) return;
            onCreate({ range, instants: rangeInstants(range) });
            onClose();
          }}
        >
          <p className="summary-dialog-intro">{t('ccd.intro')}</p>
          <div role="group" aria-label={t('ccd.presets')} className="summary-dialog-presets">
            {presets.map((preset) => (
              <Button
                key={preset.label}
                aria-pressed={preset.start === sides.start && preset.end === sides.end}
                onClick={() => setSides(side(preset))}
              >
                {t(preset.label)}
              </Button>
            ))}
          </div>
          <div className="summary-dialog-days">
            <DayField
              label={t('ccd.start')}
              help={t('ccd.startHelp')}
              value={sides.start}
              maximum={today}
              onPartial={startPartial}
              onChange={(start) => setSides((old) => side({ ...old, start }))}
            />
            <DayField
              label={t('ccd.end')}
              help={t('ccd.endHelp')}
              value={sides.end}
              maximum={today}
              onPartial={endPartial}
              onChange={(end) => setSides((old) => side({ ...old, end }))}
            />
          </div>
          <p className="summary-dialog-zone">{t('ccd.zoneOfDays', { zone: zoneName(zone) })}</p>
          <p className="summary-dialog-sentence" role="status">
            {unfinished
              ? t('ccd.incompleteDay')
              : problem === undefined
                ? t('ccd.willAsk', { range: describeRange(range) })
                : t(`ccd.${problem}`)}
          </p>
          <footer className="summary-dialog-foot">
            <Button onClick={onClose}>{t('ccd.cancel')}</Button>
            <Button type="submit" variant="primary" disabled={problem !== undefined || unfinished}>
              {t('ccd.create')}
            </Button>
          </footer>
        </form>
      </I18nProvider>
    </Dialog>
  );
}

/** The days that are set, and nothing else: an open side is absent, not undefined. */
function side(days: { start?: string | undefined; end?: string | undefined } | undefined) {
  return {
    ...(days?.start === undefined ? {} : { start: days.start }),
    ...(days?.end === undefined ? {} : { end: days.end }),
  };
}
