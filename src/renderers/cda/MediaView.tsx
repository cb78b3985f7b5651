import { t } from '../../messages/messages.ts';
import { useCdaDocument } from './cda-context.ts';
import { NestedData } from './NestedData.tsx';

/** One target of `renderMultiMedia`: the picture it names, or why there is none. */
export function MediaView({
  target,
  depth = 0,
}: {
  readonly target: string;
  readonly depth?: number;
}) {
  const media = useCdaDocument().mediaOf(target);
  if (media === undefined || depth > 3) {
    return <span className="cda-note">{t('cda.media.missing', { target })}</span>;
  }
  return (
    <>
      {media.data !== undefined && (
        <NestedData data={media.data} outside="cda.media.reference" damaged="cda.media.damaged" />
      )}
      {media.refersTo.map((other) => (
        <MediaView key={other} target={other} depth={depth + 1} />
      ))}
      {media.refersTo.length > 0 && <span className="cda-note">{t('cda.media.region')}</span>}
    </>
  );
}
