import { describe, expect, it } from 'vitest';
import { presetStart } from './date-presets.ts';

describe('date presets', () => {
  it.each([
    { preset: 'any', now: new Date(2026, 10, 22), expected: undefined },
    { preset: 'days30', now: new Date(2026, 10, 22), expected: '2026-10-23' },
    { preset: 'months6', now: new Date(2026, 7, 31), expected: '2026-02-28' },
    { preset: 'year1', now: new Date(2024, 1, 29), expected: '2023-02-28' },
    { preset: 'years5', now: new Date(2026, 0, 1), expected: '2021-01-01' },
  ] as const)('$preset starts on $expected', ({ preset, now, expected }) => {
    expect(presetStart(preset, now)).toBe(expected);
  });
});
