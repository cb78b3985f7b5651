import { locale, t } from '../messages/messages.ts';
import type { CalendarDay, SummaryRange } from './summary-range.ts';

/** "1 Jan 2024 00:00 to 31 Mar 2024 23:59, Chicago time": what will be asked, open sides in words. */
export function describeRange({ start, end, zone }: SummaryRange): string {
  const values = { start: day(start), end: day(end), zone: zoneName(zone) };
  if (start === undefined && end === undefined) return t('ccd.rangeAll');
  if (start === undefined) return t('ccd.rangeUntil', values);
  if (end === undefined) return t('ccd.rangeFrom', values);
  return t('ccd.rangeBetween', values);
}

/** "1 Jan – 31 Mar 2024", for the title of the row; open sides in words. */
export function shortRange({ start, end }: SummaryRange): string {
  if (start === undefined && end === undefined) return t('ccd.shortAll');
  if (start === undefined) return t('ccd.shortUntil', { end: day(end) });
  if (end === undefined) return t('ccd.shortFrom', { start: day(start) });
  return dayFormat().formatRange(instant(start), instant(end));
}

/** "Summary, 1 Jan – 31 Mar 2024, made 14:02". `made` is shown in the range's zone. */
export function summaryTitle(range: SummaryRange, made: Date): string {
  const time = new Intl.DateTimeFormat(locale(), {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: range.zone,
  }).format(made);
  return t('ccd.title', { range: shortRange(range), time });
}

/** "Chicago time" of `America/Chicago`; UTC stays UTC. */
export function zoneName(zone: string): string {
  if (zone === 'UTC' || zone === 'Etc/UTC') return 'UTC';
  const place = zone.split('/').at(-1) ?? zone;
  return t('ccd.zone', { place: place.replaceAll('_', ' ') });
}

const dayFormat = (): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale(), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });

const instant = (value: CalendarDay): Date => new Date(`${value}T00:00:00Z`);

const day = (value: CalendarDay | undefined): string =>
  value === undefined ? '' : dayFormat().format(instant(value));
