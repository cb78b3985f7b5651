import type { ClinicalDate } from './clinical-date.ts';
import { readWrittenDate, utc } from './parse-clinical-date.ts';

const precisionOptions: Readonly<Record<ClinicalDate['precision'], Intl.DateTimeFormatOptions>> = {
  year: { year: 'numeric' },
  month: { year: 'numeric', month: 'short' },
  day: { year: 'numeric', month: 'short', day: 'numeric' },
  time: { year: 'numeric', month: 'short', day: 'numeric' },
};

/**
 * A date in words, no more precise than it was written and in the zone it was written in: the day that
 * the author saw, never shifted to the reader's. `time: true` adds the time and the author's offset.
 */
export function formatClinicalDate(
  date: ClinicalDate,
  locale: string,
  options: { readonly time?: boolean } = {},
): string {
  const parts = readWrittenDate(date.raw);
  if (parts === undefined) return date.raw;
  const withTime = options.time === true && date.precision === 'time';
  const shown = formatter(locale, {
    ...precisionOptions[date.precision],
    ...(withTime ? { hour: '2-digit', minute: '2-digit' } : {}),
  }).format(utc(parts));
  return withTime && date.offset !== undefined ? `${shown} ${offsetName(date.offset)}` : shown;
}

/** A month (`2019-12`) or a year (`2019`) as a heading of the list. */
export function formatMonth(month: string, locale: string): string {
  const parts = readWrittenDate(month);
  if (parts === undefined) return month;
  return formatter(
    locale,
    parts.precision === 'year' ? { year: 'numeric' } : { year: 'numeric', month: 'long' },
  ).format(utc(parts));
}

const offsetName = (offset: string): string =>
  offset === 'Z' || /^[+-]00:?00$/.test(offset) ? 'UTC' : `UTC${offset.replace('-', '−')}`;

/** Making a formatter costs more than a thousand uses of it, and a list has thousands of dates. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  formatters.set(key, made);
  return made;
}
