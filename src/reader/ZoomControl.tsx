import { useSyncExternalStore } from 'react';
import { locale, t } from '../messages/messages.ts';
import type { ZoomCapability } from '../renderers/renderer.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { stepZoom } from './step-zoom.ts';

/** − 100 % +; the number in the middle fits the page into the pane. */
export function ZoomControl({ zoom }: { readonly zoom: ZoomCapability }) {
  const level = useSyncExternalStore(zoom.subscribe, zoom.level);
  const percent = new Intl.NumberFormat(locale(), { style: 'percent' }).format(level);
  return (
    <div className="zoom-control" role="group" aria-label={t('reader.zoom')}>
      <IconButton
        icon="minus"
        label={t('reader.zoomOut')}
        onClick={() => zoom.set(stepZoom(level, -1))}
      />
      <Button
        variant="quiet"
        className="zoom-control-level"
        aria-label={t('reader.zoomFit', { percent })}
        title={t('reader.zoomFitTitle')}
        onClick={() => zoom.set('fit')}
      >
        {percent}
      </Button>
      <IconButton
        icon="plus"
        label={t('reader.zoomIn')}
        onClick={() => zoom.set(stepZoom(level, 1))}
      />
    </div>
  );
}
