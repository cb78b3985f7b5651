import { describe, expect, it } from 'vitest';
import { isWorthRetrying, waitBeforeRetry } from './retry-policy.ts';

const now = () => Date.parse('2026-01-01T00:00:00Z');

describe('waitBeforeRetry', () => {
  it.each([
    { title: 'half the first span', attempt: 0, retryAfter: undefined, expected: 500 },
    { title: 'half the doubled span', attempt: 1, retryAfter: undefined, expected: 1000 },
    { title: 'the seconds asked for', attempt: 0, retryAfter: '3', expected: 3000 },
    {
      title: 'until the date asked for',
      attempt: 0,
      retryAfter: 'Thu, 01 Jan 2026 00:00:02 GMT',
      expected: 2000,
    },
    {
      title: 'nothing for a date gone by',
      attempt: 0,
      retryAfter: 'Wed, 31 Dec 2025 00:00:00 GMT',
      expected: 0,
    },
    { title: 'never when asked for a minute', attempt: 0, retryAfter: '60', expected: undefined },
    {
      title: 'half the span for a header that says nothing',
      attempt: 0,
      retryAfter: 'soon',
      expected: 500,
    },
  ])('waits $title', ({ attempt, retryAfter, expected }) => {
    expect(waitBeforeRetry(attempt, retryAfter, () => 0.5, now)).toBe(expected);
  });
});

describe('isWorthRetrying', () => {
  it.each([
    [200, false],
    [404, false],
    [429, true],
    [500, true],
    [501, false],
    [504, true],
  ])('answers for %i: %s', (status, expected) => {
    expect(isWorthRetrying(status)).toBe(expected);
  });
});
