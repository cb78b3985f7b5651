import { err, ok, type Result } from '../../src/shared/result.ts';
import type { Rejected } from './answers.ts';
import { readPeriod } from './date-parameter.ts';

/** The range of a summary, milliseconds, both ends included; an open side is absent. */
export interface SummaryRange {
  readonly start?: number;
  readonly end?: number;
}

/** Reads `start` and `end`: full dateTimes with a time part, prefix `eq` or none. */
export function readSummaryRange(params: URLSearchParams): Result<SummaryRange, Rejected> {
  const start = readEnd(params, 'start');
  if (!start.ok) return start;
  const end = readEnd(params, 'end');
  if (!end.ok) return end;
  if (start.value !== undefined && end.value !== undefined && start.value > end.value) {
    return err(refusedRange('start', 'is after end'));
  }
  return ok({
    ...(start.value !== undefined && { start: start.value }),
    ...(end.value !== undefined && { end: end.value }),
  });
}

function readEnd(
  params: URLSearchParams,
  name: 'start' | 'end',
): Result<number | undefined, Rejected> {
  const value = params.get(name);
  if (value === null) return ok(undefined);
  const period = readPeriod(value.replace(/^eq/, ''));
  if (!period) return err(refusedRange(name, 'is not a dateTime'));
  if (!period.hasTime) return err(refusedRange(name, 'must have a time'));
  return ok(period.low);
}

function refusedRange(name: string, what: string): Rejected {
  return { as: 'outcome', code: 'invalid', text: `${name} ${what}`, location: name };
}
