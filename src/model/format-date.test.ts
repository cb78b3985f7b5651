import { describe, expect, it } from 'vitest';
import { formatClinicalDate, formatMonth } from './format-date.ts';
import { parseClinicalDate } from './parse-clinical-date.ts';

function shown(raw: string, time = false): string | undefined {
  const date = parseClinicalDate(raw);
  return date && formatClinicalDate(date, 'en-GB', { time });
}

describe('formatClinicalDate', () => {
  it('shows no more than was written', () => {
    expect(shown('2019')).toBe('2019');
    expect(shown('2019-12')).toBe('Dec 2019');
    expect(shown('2019-12-26')).toBe('26 Dec 2019');
  });

  it("shows the author's day, whatever the reader's zone", () => {
    expect(shown('2019-12-26T23:59:00-06:00')).toBe('26 Dec 2019');
    expect(shown('2019-12-26T00:01:00+13:00')).toBe('26 Dec 2019');
  });

  it('names the offset beside a time', () => {
    expect(shown('2019-12-26T23:59:00-06:00', true)).toBe('26 Dec 2019, 23:59 UTC−06:00');
    expect(shown('2019-12-26T23:59:00Z', true)).toBe('26 Dec 2019, 23:59 UTC');
    expect(shown('2019-12-26T23:59:00', true)).toBe('26 Dec 2019, 23:59');
  });

  it('names months and years', () => {
    expect(formatMonth('2019-12', 'en')).toBe('December 2019');
    expect(formatMonth('2019', 'en')).toBe('2019');
    expect(formatMonth('soon', 'en')).toBe('soon');
  });
});
