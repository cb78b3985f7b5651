import { locale, t } from '../../messages/messages.ts';
import type { CdaPeriod } from '../../cda/cda-header.ts';
import { nullWords } from './null-words.ts';

const TIME = /^(\d{4})(\d{2})?(\d{2})?(?:(\d{2})(\d{2})?(\d{2})?)?(?:\.\d+)?([+-]\d{2}:?\d{2}|Z)?$/;

/**
 * An HL7 V3 time in the reader's language, in the author's own zone and precision, the offset as written.
 * What is no time is shown as it stands.
 */
export function timeWords(raw: string): string {
  const match = TIME.exec(raw.trim());
  if (match === null) return raw;
  const [, year = '', month, day, hour, minute, second, offset] = match;
  const date = new Date(
    Date.UTC(
      Number(year),
      Number(month ?? '1') - 1,
      Number(day ?? '1'),
      Number(hour ?? '0'),
      Number(minute ?? '0'),
      Number(second ?? '0'),
    ),
  );
  // What rolls over into the next day, hour or minute is shown as written.
  const possible =
    date.getUTCMonth() === Number(month ?? '1') - 1 &&
    date.getUTCDate() === Number(day ?? '1') &&
    date.getUTCHours() === Number(hour ?? '0') &&
    date.getUTCMinutes() === Number(minute ?? '0');
  if (!possible || Number(year) < 1000) return raw;
  const words = formatOf({
    timeZone: 'UTC',
    year: 'numeric',
    ...(month === undefined ? {} : { month: 'short' }),
    ...(day === undefined ? {} : { day: 'numeric' }),
    ...(hour === undefined ? {} : { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    ...(second === undefined || second === '00' ? {} : { second: '2-digit' }),
  }).format(date);
  return hour === undefined || offset === undefined ? words : `${words} ${offset}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Each format is made once: making one takes a fifth of a millisecond, and a document has thousands of times. */
function formatOf(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${locale()} ${Object.keys(options).join(' ')}`;
  const known = formats.get(name) ?? new Intl.DateTimeFormat(locale(), options);
  formats.set(name, known);
  return known;
}

/** A time or an interval, open sides included. */
export function periodWords(period: CdaPeriod | undefined): string | undefined {
  if (period === undefined) return undefined;
  const { value, low, high, lowNull, highNull, nullFlavor } = period;
  const from = low === undefined ? lowNull && nullWords(lowNull) : timeWords(low);
  const until = high === undefined ? highNull && nullWords(highNull) : timeWords(high);
  if (from !== undefined && until !== undefined && (low ?? high) !== undefined) {
    return t('cda.period.between', { low: from, high: until });
  }
  if (low !== undefined) return t('cda.period.from', { low: timeWords(low) });
  if (high !== undefined) return t('cda.period.until', { high: timeWords(high) });
  if (value !== undefined) return timeWords(value);
  const why = nullFlavor ?? lowNull ?? highNull;
  return why === undefined ? undefined : nullWords(why);
}
