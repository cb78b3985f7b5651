import { useState, type ReactNode, type SyntheticEvent } from 'react';
import type { CdaRegion } from '../../cda/cda-media.ts';
import { t, type MessageKey } from '../../messages/messages.ts';
import { touchesPicture } from './region-bounds.ts';
import { RegionOverlay, type PictureSize } from './RegionOverlay.tsx';

interface RegionPictureProps {
  readonly region: CdaRegion;
  /** The picture, by the renderer of its type. */
  readonly children: ReactNode;
}

/**
 * A picture with a mark on it. The picture is another renderer's: that there is one, and how large it is, is
 * known when it loads. A mark that cannot be drawn is said in words.
 */
export function RegionPicture({ region, children }: RegionPictureProps) {
  const [size, setSize] = useState<PictureSize>();
  const loaded = ({ target }: SyntheticEvent) => {
    if (!(target instanceof HTMLImageElement) || target.naturalWidth === 0) return;
    setSize({ width: target.naturalWidth, height: target.naturalHeight });
  };
  const drawn =
    size !== undefined && region.kind !== 'unreadable' && touchesPicture(region, size)
      ? { region, size }
      : undefined;
  return (
    <>
      <div
        className="cda-region-picture"
        onLoadCapture={loaded}
        onErrorCapture={() => setSize(undefined)}
      >
        {children}
        {drawn !== undefined && <RegionOverlay {...drawn} />}
      </div>
      <RegionSentence region={region} size={size} />
    </>
  );
}

interface RegionSentenceProps {
  readonly region: CdaRegion;
  /** Undefined: there is no picture to be seen. */
  readonly size?: PictureSize | undefined;
}

/** Says what is marked, and whether the mark can be seen. */
export function RegionSentence({ region, size }: RegionSentenceProps) {
  return (
    <p className="cda-note" data-added="">
      {sentenceOf(region, size)}
    </p>
  );
}

function sentenceOf(region: CdaRegion, size: PictureSize | undefined): string {
  if (region.kind === 'unreadable') {
    const values = [region.code, ...region.values].filter((part) => part !== undefined).join(' ');
    return values === '' ? t('cda.region.empty') : t('cda.region.unreadable', { values });
  }
  const shape = t(SHAPES[region.kind], { count: 'points' in region ? region.points.length : 1 });
  if (size === undefined) return t('cda.region.undrawn', { shape });
  return t(touchesPicture(region, size) ? 'cda.region.drawn' : 'cda.region.beyond', { shape });
}

const SHAPES: Readonly<Record<Exclude<CdaRegion['kind'], 'unreadable'>, MessageKey>> = {
  circle: 'cda.region.circle',
  ellipse: 'cda.region.ellipse',
  points: 'cda.region.points',
  lines: 'cda.region.lines',
};
