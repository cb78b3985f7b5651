import { describe, expect, it } from 'vitest';
import {
  rangeInstants,
  rangeProblem,
  type RangeProblem,
  type SummaryRange,
} from './summary-range.ts';

const instants: readonly {
  title: string;
  range: SummaryRange;
  expected: { start?: string; end?: string };
}[] = [
  {
    title: 'a range in winter',
    range: { start: '2024-01-01', end: '2024-01-31', zone: 'America/Chicago' },
    expected: { start: '2024-01-01T06:00:00.000Z', end: '2024-02-01T05:59:59.999Z' },
  },
  {
    title: 'a range over the start of daylight saving: each side with its own offset',
    range: { start: '2024-01-01', end: '2024-03-31', zone: 'America/Chicago' },
    expected: { start: '2024-01-01T06:00:00.000Z', end: '2024-04-01T04:59:59.999Z' },
  },
  {
    title: 'the day on which clocks go forward has 23 hours',
    range: { start: '2024-03-10', end: '2024-03-10', zone: 'America/Chicago' },
    expected: { start: '2024-03-10T06:00:00.000Z', end: '2024-03-11T04:59:59.999Z' },
  },
  {
    title: 'the day on which clocks go back has 25 hours',
    range: { start: '2024-11-03', end: '2024-11-03', zone: 'America/Chicago' },
    expected: { start: '2024-11-03T05:00:00.000Z', end: '2024-11-04T05:59:59.999Z' },
  },
  {
    title: 'a day that begins at 01:00, because midnight was skipped',
    range: { start: '2018-11-04', end: '2018-11-04', zone: 'America/Sao_Paulo' },
    expected: { start: '2018-11-04T03:00:00.000Z', end: '2018-11-05T01:59:59.999Z' },
  },
  {
    title: 'a day whose last hour comes twice',
    range: { start: '2018-02-17', end: '2018-02-17', zone: 'America/Sao_Paulo' },
    expected: { start: '2018-02-17T02:00:00.000Z', end: '2018-02-18T02:59:59.999Z' },
  },
  {
    title: 'a zone with a half-hour offset',
    range: { start: '2024-06-01', end: '2024-06-01', zone: 'Asia/Kolkata' },
    expected: { start: '2024-05-31T18:30:00.000Z', end: '2024-06-01T18:29:59.999Z' },
  },
  {
    title: 'an open start is left out',
    range: { end: '2024-01-31', zone: 'UTC' },
    expected: { end: '2024-01-31T23:59:59.999Z' },
  },
  {
    title: 'an open end is left out',
    range: { start: '2024-02-29', zone: 'UTC' },
    expected: { start: '2024-02-29T00:00:00.000Z' },
  },
  { title: 'an open range is empty', range: { zone: 'UTC' }, expected: {} },
];

describe('the instants of a range', () => {
  it.each(instants)('$title', ({ range, expected }) => {
    const { start, end } = rangeInstants(range);
    expect({
      ...(start === undefined ? {} : { start: new Date(start).toISOString() }),
      ...(end === undefined ? {} : { end: new Date(end).toISOString() }),
    }).toEqual(expected);
  });
});

const problems: readonly {
  title: string;
  range: Omit<SummaryRange, 'zone'>;
  expected: RangeProblem | undefined;
}[] = [
  {
    title: 'start after end',
    range: { start: '2024-02-01', end: '2024-01-01' },
    expected: 'startAfterEnd',
  },
  { title: 'start tomorrow', range: { start: '2024-06-16' }, expected: 'startInFuture' },
  { title: 'end tomorrow', range: { end: '2024-06-16' }, expected: 'endInFuture' },
  {
    title: 'a year mistyped in the start',
    range: { start: '0202-01-01' },
    expected: 'startTooEarly',
  },
  { title: 'a year mistyped in the end', range: { end: '0024-01-01' }, expected: 'endTooEarly' },
  {
    title: 'one day, today',
    range: { start: '2024-06-15', end: '2024-06-15' },
    expected: undefined,
  },
  { title: 'everything', range: {}, expected: undefined },
];

describe('a range that cannot be', () => {
  it.each(problems)('$title', ({ range, expected }) => {
    expect(rangeProblem({ ...range, zone: 'UTC' }, '2024-06-15')).toBe(expected);
  });
});
