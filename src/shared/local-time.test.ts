import { describe, expect, it } from 'vitest';
import { localTime } from './local-time.ts';

/** A date as a machine in that zone would give it. */
function dateIn(minutesWest: number): Date {
  const date = new Date('2026-03-01T02:05:09.700Z');
  date.getTimezoneOffset = () => minutesWest;
  return date;
}

describe('the time here', () => {
  it.each([
    { title: 'Greenwich', west: 0, expected: '2026-03-01T02:05:09+00:00' },
    { title: 'Chicago, the day before', west: 360, expected: '2026-02-28T20:05:09-06:00' },
    { title: 'Berlin', west: -60, expected: '2026-03-01T03:05:09+01:00' },
    { title: 'Kathmandu', west: -345, expected: '2026-03-01T07:50:09+05:45' },
    { title: 'Newfoundland', west: 210, expected: '2026-02-28T22:35:09-03:30' },
  ])('has its distance to Greenwich: $title', ({ west, expected }) => {
    expect(localTime(dateIn(west))).toBe(expected);
  });
});
