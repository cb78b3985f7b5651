import type { PictureSize, Region } from './RegionOverlay.tsx';

/** Whether any of the mark falls on a picture of this size. */
export function touchesPicture(region: Region, { width, height }: PictureSize): boolean {
  const [left, top, right, bottom] = boundsOf(region);
  return left <= width && right >= 0 && top <= height && bottom >= 0;
}

/** Left, top, right and bottom of the box around a mark. */
function boundsOf(region: Region): readonly [number, number, number, number] {
  if (region.kind === 'circle' || region.kind === 'ellipse') {
    const { x, y } = region;
    const [across, down] = reachOf(region);
    return [x - across, y - down, x + across, y + down];
  }
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of region.points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return [left, top, right, bottom];
}

function reachOf(region: Extract<Region, { kind: 'circle' | 'ellipse' }>): [number, number] {
  if (region.kind === 'circle') return [region.radius, region.radius];
  const angle = (region.degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [
    Math.hypot(region.major * cos, region.minor * sin),
    Math.hypot(region.major * sin, region.minor * cos),
  ];
}
