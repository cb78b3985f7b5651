import { describe, expect, it } from 'vitest';
import { ageOn } from './age.ts';
import { displayName } from './display-name.ts';
import type { PatientName } from './patient-context.ts';

const name = (given: string, family: string, use?: string): PatientName => ({
  given: given === '' ? [] : given.split(' '),
  family: family === '' ? [] : [family],
  prefix: [],
  suffix: [],
  ...(use === undefined ? {} : { use }),
});

const shown = (...names: PatientName[]) => displayName({ names, identifiers: [] });

describe('displayName', () => {
  it('prefers the official name, then the usual one', () => {
    expect(shown(name('Nan', 'Smart', 'nickname'), name('NANCY', 'SMART', 'official'))).toBe(
      'NANCY SMART',
    );
    expect(shown(name('Nan', 'Old', 'old'), name('Nancy', 'Now', 'usual'))).toBe('Nancy Now');
  });

  it('shows an old name rather than none', () => {
    expect(shown(name('Nan', 'Old', 'old'))).toBe('Nan Old');
  });

  it("falls back to the server's text", () => {
    expect(shown({ ...name('', ''), text: 'SMART, NANCY' })).toBe('SMART, NANCY');
    expect(shown(name('', ''))).toBeUndefined();
    expect(shown()).toBeUndefined();
  });
});

describe('ageOn', () => {
  it.each([
    { birth: '1980-08-11', day: '2026-08-10', age: { value: 45, unit: 'year' } },
    { birth: '1980-08-11', day: '2026-08-11', age: { value: 46, unit: 'year' } },
    { birth: '2025-01-31', day: '2026-02-28', age: { value: 12, unit: 'month' } },
    { birth: '2026-08-01', day: '2026-08-11', age: { value: 10, unit: 'day' } },
    { birth: '2026-08-11', day: '2026-08-11', age: { value: 0, unit: 'day' } },
    { birth: '2026-08-12', day: '2026-08-11', age: undefined },
    { birth: '1980-08', day: '2026-08-11', age: undefined },
    { birth: 'unknown', day: '2026-08-11', age: undefined },
  ])('is $age.value $age.unit for $birth on $day', ({ birth, day, age }) => {
    expect(ageOn(birth, day)).toEqual(age);
  });
});
