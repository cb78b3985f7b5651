import { expect, test } from 'vitest';
import { touchesPicture } from './region-bounds.ts';
import type { Region } from './RegionOverlay.tsx';

const size = { width: 100, height: 50 };

test.each<{ title: string; region: Region; expected: boolean }>([
  { title: 'a circle inside', region: { kind: 'circle', x: 50, y: 25, radius: 5 }, expected: true },
  { title: 'a circle that reaches in from beside', region: { kind: 'circle', x: -4, y: 25, radius: 5 }, expected: true },
  { title: 'a circle beside', region: { kind: 'circle', x: 110, y: 25, radius: 5 }, expected: false },
  { title: 'a lying ellipse that reaches in', region: { kind: 'ellipse', x: 108, y: 25, major: 10, minor: 2, degrees: 0 }, expected: true },
  { title: 'the same ellipse upright', region: { kind: 'ellipse', x: 108, y: 25, major: 10, minor: 2, degrees: 90 }, expected: false },
  { title: 'one point of two', region: { kind: 'points', points: [[500, 500], [99, 49]] }, expected: true },
  { title: 'points below', region: { kind: 'points', points: [[50, 51]] }, expected: false },
  { title: 'lines that cross', region: { kind: 'lines', points: [[-9, 25], [200, 25]] }, expected: true },
  { title: 'lines above', region: { kind: 'lines', points: [[0, -9], [100, -1]] }, expected: false },
])('the mark of $title is on the picture: $expected', ({ region, expected }) => {
  expect(touchesPicture(region, size)).toBe(expected);
}); // prettier-ignore
