import { parseDate } from '@internationalized/date';
import type { MessageKey } from '../messages/messages.ts';
import type { CalendarDay } from './summary-range.ts';

export interface RangePreset {
  readonly label: MessageKey;
  readonly start?: CalendarDay;
  readonly end?: CalendarDay;
}

/** The ranges that people ask for most, ending on `today` of the range's zone. */
export function rangePresets(today: CalendarDay): readonly RangePreset[] {
  const end = parseDate(today);
  const back = (duration: { days?: number; months?: number; years?: number }): CalendarDay =>
    end.subtract(duration).toString();
  return [
    { label: 'ccd.preset30Days', start: back({ days: 30 }), end: today },
    { label: 'ccd.preset6Months', start: back({ months: 6 }), end: today },
    { label: 'ccd.preset1Year', start: back({ years: 1 }), end: today },
    { label: 'ccd.presetAll' },
  ];
}
