import { describe, expect, it } from 'vitest';
import { matchesDate, readDateParameters, readPeriod } from './date-parameter.ts';

describe('readPeriod', () => {
  it.each([
    ['2019', '2019-01-01T00:00:00.000Z', '2019-12-31T23:59:59.999Z'],
    ['2020-02', '2020-02-01T00:00:00.000Z', '2020-02-29T23:59:59.999Z'],
    ['2019-12-26', '2019-12-26T00:00:00.000Z', '2019-12-26T23:59:59.999Z'],
    ['2019-12-26T09:14-06:00', '2019-12-26T15:14:00.000Z', '2019-12-26T15:14:59.999Z'],
    ['2019-12-26T09:14:05Z', '2019-12-26T09:14:05.000Z', '2019-12-26T09:14:05.999Z'],
    ['2019-12-26T09:14:05.5+05:30', '2019-12-26T03:44:05.500Z', '2019-12-26T03:44:05.500Z'],
  ])('reads %s as a period', (text, low, high) => {
    const period = readPeriod(text);
    expect(period && new Date(period.low).toISOString()).toBe(low);
    expect(period && new Date(period.high).toISOString()).toBe(high);
  });

  it.each([
    '',
    '19',
    '2019-13',
    '2019-02-29',
    '2019-12-26T09:14:05',
    '2019-12-26T24:00:00Z',
    '26.12.2019',
  ])('refuses "%s"', (text) => {
    expect(readPeriod(text)).toBeUndefined();
  });
});

describe('matchesDate', () => {
  it.each([
    ['2019-12-26', 'eq2019', true],
    ['2019', 'eq2019-12-26', false],
    ['2019', 'ne2019-12-26', true],
    ['2019-12-26', 'ge2019-12-26', true],
    ['2019-12-26', 'gt2019-12-26', false],
    ['2019-12-27', 'sa2019-12-26', true],
    ['2019-12-26', 'le2019-12-26', true],
    ['2019-12-26', 'lt2019-12-26', false],
    ['2019-12-25', 'eb2019-12-26', true],
    [undefined, 'ge1900', false],
    ['nonsense', 'ge1900', false],
  ])('compares %s with %s: %s', (date, value, expected) => {
    const read = readDateParameters(new URLSearchParams({ date: value }), 'date');
    expect(read.ok && read.value.every((parameter) => matchesDate(date, parameter))).toBe(expected);
  });
});
