import { describe, expect, it } from 'vitest';
import { stepZoom } from './step-zoom.ts';

describe('zooming', () => {
  it.each([
    { level: 1, direction: 1, expected: 1.1 },
    { level: 1, direction: -1, expected: 0.9 },
    { level: 1.13, direction: 1, expected: 1.25 },
    { level: 5, direction: 1, expected: 5 },
    { level: 0.25, direction: -1, expected: 0.25 },
  ] as const)('goes from $level to $expected', ({ level, direction, expected }) => {
    expect(stepZoom(level, direction)).toBe(expected);
  });
});
