import { assert, date as anyDate, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseClinicalDate } from './parse-clinical-date.ts';

describe('parseClinicalDate', () => {
  const rows = [
    { input: '2019', precision: 'year', utc: '2019-01-01T00:00:00.000Z' },
    { input: '2019-12', precision: 'month', utc: '2019-12-01T00:00:00.000Z' },
    { input: '2019-12-26', precision: 'day', utc: '2019-12-26T00:00:00.000Z' },
    {
      input: '2019-12-26T23:14:00-06:00',
      precision: 'time',
      utc: '2019-12-27T05:14:00.000Z',
      offset: '-06:00',
    },
    {
      input: '2019-12-26T09:14:05.123456Z',
      precision: 'time',
      utc: '2019-12-26T09:14:05.123Z',
      offset: 'Z',
    },
    {
      input: '2019-12-26T09:14+0530',
      precision: 'time',
      utc: '2019-12-26T03:44:00.000Z',
      offset: '+0530',
    },
    { input: '2019-12-26T09:14:00', precision: 'time', utc: '2019-12-26T09:14:00.000Z' },
    { input: '0001-01-01', precision: 'day', utc: '0001-01-01T00:00:00.000Z' },
    { input: '2020-02-29', precision: 'day', utc: '2020-02-29T00:00:00.000Z' },
  ];
  it.each(rows)('reads $input', ({ input, precision, utc, offset }) => {
    const date = parseClinicalDate(input);
    expect(date?.raw).toBe(input);
    expect(date?.precision).toBe(precision);
    expect(new Date(date?.instant ?? NaN).toISOString()).toBe(utc);
    expect(date?.offset).toBe(offset);
  });

  it.each([
    '',
    '2019-13',
    '2019-02-29',
    '0000',
    '26.12.2019',
    '2019-12-26T25:00',
    'yesterday',
    '20191226',
  ])('refuses %j', (input) => expect(parseClinicalDate(input)).toBeUndefined());

  it('agrees with the engine on every instant', () => {
    assert(
      property(
        anyDate({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          expect(parseClinicalDate(date.toISOString())?.instant).toBe(date.getTime());
        },
      ),
    );
  });
});
