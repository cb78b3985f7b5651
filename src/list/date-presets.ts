import type { MessageKey } from '../messages/messages.ts';

/** The choices of the Date filter; `any` asks for nothing. */
export const datePresets = ['any', 'days30', 'months6', 'year1', 'years5'] as const;
export type DatePreset = (typeof datePresets)[number];

export const datePresetWords: Readonly<Record<DatePreset, MessageKey>> = {
  any: 'list.filter.anyDate',
  days30: 'list.filter.days30',
  months6: 'list.filter.months6',
  year1: 'list.filter.year1',
  years5: 'list.filter.years5',
};

/** The first local day of a preset as `yyyy-MM-dd`, or undefined for `any`. */
export function presetStart(preset: DatePreset, now: Date): string | undefined {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  switch (preset) {
    case 'any':
      return undefined;
    case 'days30':
      return localDay(new Date(day.getFullYear(), day.getMonth(), day.getDate() - 30));
    case 'months6':
      return localDay(monthsBefore(day, 6));
    case 'year1':
      return localDay(monthsBefore(day, 12));
    case 'years5':
      return localDay(monthsBefore(day, 60));
  }
}

/** The same day of an earlier month, or that month's last day where it is shorter. */
function monthsBefore(day: Date, months: number): Date {
  const last = new Date(day.getFullYear(), day.getMonth() - months + 1, 0).getDate();
  return new Date(day.getFullYear(), day.getMonth() - months, Math.min(day.getDate(), last));
}

const two = (value: number): string => String(value).padStart(2, '0');

const localDay = (day: Date): string =>
  `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
