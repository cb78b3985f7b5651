import { describe, expect, it } from 'vitest';
import { periodWords, timeWords } from './hl7-time.ts';

describe('timeWords', () => {
  it.each([
    { input: '2012', expected: /^2012$/ },
    { input: '201209', expected: /^Sept? 2012$/ },
    { input: '20120912', expected: /12.*2012|Sep.*12/ },
    { input: '20120912143000-0400', expected: /14:30 -0400$/ },
    { input: '20120912143000.123+0530', expected: /14:30 \+0530$/ },
    { input: '20121399', expected: /^20121399$/ },
    { input: '00010101000000', expected: /^00010101000000$/ },
    { input: '201209121475', expected: /^201209121475$/ },
    { input: '20120912142590', expected: /^20120912142590$/ },
    { input: '2012091225', expected: /^2012091225$/ },
    { input: '-99', expected: /^-99$/ },
    { input: 'last week', expected: /^last week$/ },
  ])('$input keeps its precision and zone', ({ input, expected }) => {
    expect(timeWords(input)).toMatch(expected);
  });
});

describe('periodWords', () => {
  it('says open sides', () => {
    expect(periodWords({ low: '2012' })).toBe('from 2012');
    expect(periodWords({ high: '2013' })).toBe('until 2013');
    expect(periodWords({ low: '2012', high: '2013' })).toBe('2012 to 2013');
    expect(periodWords({ nullFlavor: 'UNK' })).toBe('unknown');
  });
});
