import type { Instant } from '../model/clinical-date.ts';
import { normaliseBase } from '../model/resource-address.ts';

/** A range of instants; an open side means the beginning of time, or now. */
export interface InstantRange {
  readonly start?: Instant;
  readonly end?: Instant;
}

/** The address that makes a CCD on request, for servers whose `$docref` gives no link to follow. */
export function autogenCcdAddress(base: string, patientId: string, range: InstantRange): string {
  const params = new URLSearchParams({ patient: patientId });
  appendRange(params, range);
  return `${normaliseBase(base)}/Binary/$autogen-ccd-if?${params.toString()}`;
}

/** Adds `start` and `end` as UTC instants: a date without a time part is an error to these operations. */
export function appendRange(params: URLSearchParams, range: InstantRange): void {
  if (range.start !== undefined) params.append('start', new Date(range.start).toISOString());
  if (range.end !== undefined) params.append('end', new Date(range.end).toISOString());
}
