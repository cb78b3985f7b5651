import type { CdaPeriod } from '../../cda/cda-header.ts';
import type { RequestedPeriod } from '../../model/clinical-document.ts';

/** Whether the range a document states is the one that was asked for. */
export type PeriodVerdict = 'same' | 'different' | 'notStated';

/** Without an offset a time may be meant in any zone of the Earth. */
const anyZone = 14 * 3_600_000;

const written =
  /^(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(?:\.(\d+))?(?:([+-])(\d{2}):?(\d{2})|Z)?$/;

/**
 * Compares at the precision the document states (`20240331` holds all of that day). A side that was left
 * open in the request is not compared: a document may well state where its record begins.
 */
export function comparePeriod(
  requested: RequestedPeriod,
  stated: CdaPeriod | undefined,
): PeriodVerdict {
  if (stated?.low === undefined && stated?.high === undefined) return 'notStated';
  return agrees(requested.start, stated.low) && agrees(requested.end, stated.high)
    ? 'same'
    : 'different';
}

function agrees(asked: number | undefined, stated: string | undefined): boolean {
  if (asked === undefined) return true;
  const span = stated === undefined ? undefined : spanOf(stated);
  return span !== undefined && span.from <= asked && asked <= span.to;
}

/** The first and last millisecond that an HL7 V3 time can mean. */
function spanOf(raw: string): { readonly from: number; readonly to: number } | undefined {
  const match = written.exec(raw.trim());
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, fraction, sign, zoneHours, zoneMinutes] = match;
  const parts = [year, month, day, hour, minute, second];
  const given = parts.filter((part) => part !== undefined).length;
  const numbers = parts.map((part, index) => Number(part ?? (index === 1 || index === 2 ? 1 : 0)));
  const offset =
    sign === undefined
      ? 0
      : (Number(zoneHours) * 60 + Number(zoneMinutes)) * 60_000 * (sign === '-' ? -1 : 1);
  const milliseconds = fraction === undefined ? 0 : Math.trunc(Number(`0.${fraction}`) * 1000);
  const from = instant(numbers) + milliseconds - offset;
  const next = numbers.map((part, index) => (index === given - 1 ? part + 1 : part));
  const to = fraction === undefined ? instant(next) - 1 - offset : from;
  const zoned = /[+\-Z]/.test(raw);
  return zoned ? { from, to } : { from: from - anyZone, to: to + anyZone };
}

const instant = ([
  year = 0,
  month = 1,
  day = 1,
  hour = 0,
  minute = 0,
  second = 0,
]: readonly number[]) => Date.UTC(year, month - 1, day, hour, minute, second);
