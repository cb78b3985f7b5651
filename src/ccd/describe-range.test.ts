import { describe, expect, it } from 'vitest';
import { describeRange, shortRange, summaryTitle } from './describe-range.ts';

const zone = 'America/Chicago';

describe('a range in words', () => {
  it.each([
    {
      title: 'both sides',
      range: { start: '2024-01-01', end: '2024-03-31', zone },
      expected: '1 Jan 2024 00:00 to 31 Mar 2024 23:59, Chicago time',
    },
    {
      title: 'open start',
      range: { end: '2024-03-31', zone },
      expected: 'From the beginning of the record to 31 Mar 2024 23:59, Chicago time',
    },
    {
      title: 'open end',
      range: { start: '2024-01-01', zone: 'UTC' },
      expected: '1 Jan 2024 00:00, UTC, up to now',
    },
    { title: 'no side', range: { zone }, expected: 'Everything in the record up to now' },
    {
      title: 'a place of two words',
      range: { start: '2024-01-01', end: '2024-01-02', zone: 'America/New_York' },
      expected: '1 Jan 2024 00:00 to 2 Jan 2024 23:59, New York time',
    },
  ])('says $title', ({ range, expected }) => {
    expect(describeRange(range)).toBe(expected);
  });

  it('shortens a range within one year', () => {
    expect(shortRange({ start: '2024-01-01', end: '2024-03-31', zone })).toMatch(
      /^1 Jan\s*–\s*31 Mar 2024$/u,
    );
  });

  it('names the row by range and the time it was made, in the range’s zone', () => {
    const title = summaryTitle({ zone }, new Date('2024-04-01T19:02:30Z'));
    expect(title).toBe('Summary, whole record, made 14:02');
  });
});
