import { describe, expect, it } from 'vitest';
import type { CdaPeriod } from '../../cda/cda-header.ts';
import type { Instant } from '../../model/clinical-date.ts';
import { comparePeriod, type PeriodVerdict } from './compare-period.ts';

const start = Date.parse('2024-01-01T06:00:00.000Z') as Instant;
const end = Date.parse('2024-04-01T04:59:59.999Z') as Instant;
const both = { start, end, words: '' };

const rows: readonly {
  title: string;
  requested?: { start?: Instant; end?: Instant; words: string };
  stated: CdaPeriod | undefined;
  expected: PeriodVerdict;
}[] = [
  { title: 'no range at all', stated: undefined, expected: 'notStated' },
  { title: 'a null range', stated: { nullFlavor: 'UNK' }, expected: 'notStated' },
  {
    title: 'the same milliseconds in UTC',
    stated: { low: '20240101060000.000+0000', high: '20240401045959.999+0000' },
    expected: 'same',
  },
  {
    title: 'the same seconds in another zone',
    stated: { low: '20240101000000-0600', high: '20240331235959-0500' },
    expected: 'same',
  },
  {
    title: 'the same days without a zone',
    stated: { low: '20240101', high: '20240331' },
    expected: 'same',
  },
  {
    title: 'a start of the next day',
    stated: { low: '20240102000000-0600', high: '20240331235959-0500' },
    expected: 'different',
  },
  {
    title: 'an end 1 ms later',
    stated: { low: '20240101060000.000+0000', high: '20240401050000.000+0000' },
    expected: 'different',
  },
  { title: 'no end', stated: { low: '20240101' }, expected: 'different' },
  { title: 'an unreadable end', stated: { low: '20240101', high: 'soon' }, expected: 'different' },
  {
    title: 'a start where the request left it open',
    requested: { end, words: '' },
    stated: { low: '20160218', high: '20240401045959+0000' },
    expected: 'same',
  },
];

describe('the range a document states, beside the range that was asked for', () => {
  it.each(rows)('$title: $expected', ({ requested = both, stated, expected }) => {
    expect(comparePeriod(requested, stated)).toBe(expected);
  });
});
