import type { ClinicalDate, DatePrecision, Instant } from './clinical-date.ts';

const pattern =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?\s*(Z|[+-]\d{2}:?\d{2})?)?)?)?$/i;

/** The parts of a date as written, in its author's zone; what is shown is made of these. */
export interface WrittenDate {
  readonly year: number;
  /** 1–12; 1 where the date has none. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  readonly precision: DatePrecision;
  readonly offset?: string;
}

/**
 * Reads a FHIR `date`, `dateTime` or `instant`. Tolerates a missing zone or seconds; undefined where it is
 * no date (`2019-13`, `2019-02-30`, words). Source: http://hl7.org/fhir/R4/datatypes.html#dateTime
 */
export function parseClinicalDate(raw: string): ClinicalDate | undefined {
  const parts = readWrittenDate(raw);
  if (parts === undefined) return undefined;
  const local = utc(parts);
  return {
    raw,
    precision: parts.precision,
    instant: (local - offsetMilliseconds(parts.offset)) as Instant,
    ...(parts.offset === undefined ? {} : { offset: parts.offset }),
  };
}

/** The written parts of a date, unshifted; undefined where it is no date. */
export function readWrittenDate(raw: string): WrittenDate | undefined {
  const match = pattern.exec(raw.trim());
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, fraction, zone] = match;
  const parts: WrittenDate = {
    year: Number(year),
    month: Number(month ?? 1),
    day: Number(day ?? 1),
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    millisecond: Number((fraction ?? '').slice(0, 3).padEnd(3, '0')),
    precision:
      hour !== undefined
        ? 'time'
        : day !== undefined
          ? 'day'
          : month !== undefined
            ? 'month'
            : 'year',
    ...(zone === undefined ? {} : { offset: zone.toUpperCase() }),
  };
  return isPossible(parts) ? parts : undefined;
}

function isPossible(p: WrittenDate): boolean {
  const date = new Date(utc({ ...p, hour: 0, minute: 0, second: 0, millisecond: 0 }));
  return (
    p.year > 0 &&
    date.getUTCMonth() === p.month - 1 &&
    date.getUTCDate() === p.day &&
    p.hour <= 24 &&
    p.minute < 60 &&
    p.second <= 60 &&
    Math.abs(offsetMilliseconds(p.offset)) <= 14 * 3_600_000
  );
}

/** The written wall-clock time read as if it were UTC, in milliseconds. */
export function utc(p: WrittenDate): number {
  const date = new Date(0);
  // Date.UTC reads the years 0–99 as 1900–1999.
  date.setUTCFullYear(p.year, p.month - 1, p.day);
  date.setUTCHours(p.hour, p.minute, p.second, p.millisecond);
  return date.getTime();
}

function offsetMilliseconds(offset: string | undefined): number {
  if (offset === undefined || offset === 'Z') return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2));
  return (offset.startsWith('-') ? -minutes : minutes) * 60_000;
}
