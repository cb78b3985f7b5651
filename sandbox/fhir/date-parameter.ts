import { err, ok, type Result } from '../../src/shared/result.ts';
import type { Rejected } from './answers.ts';

/** A FHIR date or dateTime as the period it covers, milliseconds, both ends included. */
export interface Period {
  readonly low: number;
  readonly high: number;
  readonly hasTime: boolean;
}

/** One date parameter of a search: `ge2019-12-01`. */
export interface DateParameter extends Period {
  readonly prefix: Prefix;
}

const prefixes = ['eq', 'ne', 'gt', 'lt', 'ge', 'le', 'sa', 'eb'] as const;
type Prefix = (typeof prefixes)[number];

const shape =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2}))?)?)?$/;

/** Reads a FHIR dateTime, partial ones as their whole period in UTC; a time needs a zone. */
export function readPeriod(text: string): Period | undefined {
  const parts = shape.exec(text);
  if (!parts) return undefined;
  const [, year = '', month, day, hour, minute, second, fraction, zone] = parts;
  const low = Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  const written = new Date(low).toISOString().slice(0, 10);
  if (written !== `${year}-${month ?? '01'}-${day ?? '01'}`) return undefined;
  if (hour === undefined) return { low, high: endOf(year, month, day) - 1, hasTime: false };
  const milliseconds = Number((fraction ?? '').padEnd(3, '0').slice(0, 3));
  const time = (Number(hour) * 60 + Number(minute)) * 60_000 + Number(second ?? 0) * 1000;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 60) return undefined;
  const start = low + time + milliseconds - offsetOf(zone ?? 'Z');
  const length = second === undefined ? 60_000 : fraction === undefined ? 1000 : 1;
  return { low: start, high: start + length - 1, hasTime: true };
}

function endOf(year: string, month: string | undefined, day: string | undefined): number {
  if (month === undefined) return Date.UTC(Number(year) + 1, 0, 1);
  if (day === undefined) return Date.UTC(Number(year), Number(month), 1);
  return Date.UTC(Number(year), Number(month) - 1, Number(day) + 1);
}

function offsetOf(zone: string): number {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}

/** Reads every value of one search parameter; a value without prefix is `eq`. */
export function readDateParameters(
  params: URLSearchParams,
  name: string,
): Result<readonly DateParameter[], Rejected> {
  const dates: DateParameter[] = [];
  for (const value of params.getAll(name)) {
    const prefix = prefixes.find((known) => value.startsWith(known));
    const period = readPeriod(prefix ? value.slice(2) : value);
    if (!period) return err(invalidDate(name, `is not a date: ${value}`));
    dates.push({ ...period, prefix: prefix ?? 'eq' });
  }
  return ok(dates);
}

export function invalidDate(name: string, what: string): Rejected {
  return { as: 'outcome', code: 'invalid', text: `${name} ${what}`, location: name };
}

/** Compares as FHIR search does (`http://hl7.org/fhir/R4/search.html#date`); an undated item never matches. */
export function matchesDate(date: string | undefined, parameter: DateParameter): boolean {
  const period = date === undefined ? undefined : readPeriod(date);
  if (!period) return false;
  switch (parameter.prefix) {
    case 'eq':
      return period.low >= parameter.low && period.high <= parameter.high;
    case 'ne':
      return period.low < parameter.low || period.high > parameter.high;
    case 'gt':
      return period.high > parameter.high;
    case 'ge':
      return period.high >= parameter.low;
    case 'lt':
      return period.low < parameter.low;
    case 'le':
      return period.low <= parameter.high;
    case 'sa':
      return period.low > parameter.high;
    case 'eb':
      return period.high < parameter.low;
  }
}
