import { CalendarDate, parseDate, toZoned } from '@internationalized/date';
import type { InstantRange } from '../fhir/autogen-ccd.ts';
import type { Instant } from '../model/clinical-date.ts';

/** A day of the calendar, `2024-01-31`. */
export type CalendarDay = string;

/** What the reader chose. A missing side is open and is left out of the request. */
export interface SummaryRange {
  readonly start?: CalendarDay;
  readonly end?: CalendarDay;
  /** IANA name of the zone whose days these are: the browser's. */
  readonly zone: string;
}

export type RangeProblem =
  'startAfterEnd' | 'startInFuture' | 'endInFuture' | 'startTooEarly' | 'endTooEarly';

/** Before this no record of a living patient begins; a typed year of 0202 is a slip. */
const earliest = new CalendarDate(1900, 1, 1);

/**
 * The first and the last millisecond of the range: Start means 00:00:00.000 and End 23:59:59.999 of the
 * chosen day in `zone`, daylight saving included (where midnight does not exist, the day's first instant).
 */
export function rangeInstants({ start, end, zone }: SummaryRange): InstantRange {
  return {
    ...(start === undefined ? {} : { start: startOfDay(parseDate(start), zone) }),
    ...(end === undefined
      ? {}
      : {
          end: (startOfDay(parseDate(end).add({ days: 1 }), zone) - 1) as Instant,
        }),
  };
}

/** Why the range cannot be asked for, or undefined. `today` is today's day in the range's zone. */
export function rangeProblem(range: SummaryRange, today: CalendarDay): RangeProblem | undefined {
  const start = range.start === undefined ? undefined : parseDate(range.start);
  const end = range.end === undefined ? undefined : parseDate(range.end);
  const last = parseDate(today);
  if (start !== undefined && start.compare(earliest) < 0) return 'startTooEarly';
  if (end !== undefined && end.compare(earliest) < 0) return 'endTooEarly';
  if (start !== undefined && start.compare(last) > 0) return 'startInFuture';
  if (end !== undefined && end.compare(last) > 0) return 'endInFuture';
  if (start !== undefined && end !== undefined && start.compare(end) > 0) return 'startAfterEnd';
  return undefined;
}

function startOfDay(day: CalendarDate, zone: string): Instant {
  return toZoned(day, zone).toDate().getTime() as Instant;
}
