import { readWrittenDate } from './parse-clinical-date.ts';

/** An age in the unit people say it in: days under a month, months under two years, then years. */
export interface Age {
  readonly value: number;
  readonly unit: 'day' | 'month' | 'year';
}

/**
 * Age on a calendar day. Undefined where the birth date is partial, unreadable or later than `day`.
 * @param day the reader's local day or the day of death, `yyyy-MM-dd`
 */
export function ageOn(birthDate: string, day: string): Age | undefined {
  const born = readWrittenDate(birthDate);
  const today = readWrittenDate(day.slice(0, 10));
  if (born === undefined || today === undefined) return undefined;
  if (born.precision === 'year' || born.precision === 'month') return undefined;
  const months =
    (today.year - born.year) * 12 + today.month - born.month - (today.day < born.day ? 1 : 0);
  if (months >= 24) return { value: Math.floor(months / 12), unit: 'year' };
  if (months >= 1) return { value: months, unit: 'month' };
  const days =
    (Date.UTC(today.year, today.month - 1, today.day) -
      Date.UTC(born.year, born.month - 1, born.day)) /
    86_400_000;
  return days < 0 ? undefined : { value: days, unit: 'day' };
}
