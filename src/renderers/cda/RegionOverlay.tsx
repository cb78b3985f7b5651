import type { CdaRegion } from '../../cda/cda-media.ts';
import { assertNever } from '../../shared/assert-never.ts';

export type Region = Exclude<CdaRegion, { kind: 'unreadable' }>;

/** A picture's own size in pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

interface RegionOverlayProps {
  readonly region: Region;
  readonly size: PictureSize;
}

/** The mark in the picture's own pixels; it scales with the picture. Light around dark: seen on any ground. */
export function RegionOverlay({ region, size }: RegionOverlayProps) {
  return (
    <svg
      className="cda-region-mark"
      viewBox={`0 0 ${size.width} ${size.height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <g className="cda-region-ground">
        <Shape region={region} />
      </g>
      <g className="cda-region-line">
        <Shape region={region} />
      </g>
    </svg>
  );
}

function Shape({ region }: { readonly region: Region }) {
  switch (region.kind) {
    case 'circle':
      return <circle cx={region.x} cy={region.y} r={region.radius} />;
    case 'ellipse':
      return (
        <ellipse
          cx={region.x}
          cy={region.y}
          rx={region.major}
          ry={region.minor}
          transform={`rotate(${region.degrees} ${region.x} ${region.y})`}
        />
      );
    case 'points':
      // A line without length is drawn by its round ends: a dot of one size however small the picture is shown.
      return region.points.map(([x, y], index) => (
        <path key={index} className="cda-region-point" d={`M${x} ${y}h0`} />
      ));
    case 'lines':
      return <polyline points={region.points.map(([x, y]) => `${x},${y}`).join(' ')} />;
    default:
      return assertNever(region);
  }
}
