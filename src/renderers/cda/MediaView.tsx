import type { CdaMedia } from '../../cda/cda-media.ts';
import { t } from '../../messages/messages.ts';
import { NestedData } from './NestedData.tsx';
import { RegionPicture, RegionSentence } from './RegionPicture.tsx';
import { useReference } from './use-reference.ts';
import './cda-media.css';

interface MediaViewProps {
  readonly target: string;
  /** The region that this target is marked with. */
  readonly marked?: CdaMedia['region'];
  readonly depth?: number;
}

/** Regions of regions end somewhere; they may refer to each other. */
const DEEPEST = 3;

/** One target of `renderMultiMedia`: the picture it names, a region drawn atop it, or why there is none. */
export function MediaView({ target, marked, depth = 0 }: MediaViewProps) {
  const media = useReference(({ mediaOf }) => mediaOf(target));
  const complete = useReference(({ referencesComplete }) => referencesComplete());
  if (media === undefined && !complete) return null;
  if (media === undefined || depth > DEEPEST) {
    return (
      <p className="cda-note" data-added="">
        {t('cda.media.missing', { target })}
      </p>
    );
  }
  if (media.region !== undefined) return <RegionMedia media={media} depth={depth} />;
  if (media.data === undefined) {
    return (
      <p className="cda-note" data-added="">
        {t('cda.media.empty')}
      </p>
    );
  }
  const picture = (
    <NestedData data={media.data} outside="cda.media.reference" damaged="cda.media.damaged" />
  );
  return marked === undefined ? picture : <RegionPicture region={marked}>{picture}</RegionPicture>;
}

/** All pictures that a region marks. */
function RegionMedia({ media, depth }: { readonly media: CdaMedia; readonly depth: number }) {
  const { region, refersTo, outside = [] } = media;
  return (
    <>
      {refersTo.map((target, index) => (
        <MediaView key={index} target={target} marked={region} depth={depth + 1} />
      ))}
      {outside.map((target, index) => (
        <p key={index} className="cda-note" data-added="">
          {t('cda.media.reference', { target })}
        </p>
      ))}
      {refersTo.length === 0 && region !== undefined && <RegionSentence region={region} />}
    </>
  );
}
