import { useEffect, useState } from 'react';
import { locale, t } from '../messages/messages.ts';
import type { Content, ContentProgress } from '../model/content.ts';
import type { Sentence } from '../renderers/renderer.ts';
import { Button } from '../ui/Button.tsx';
import { Progress } from '../ui/Progress.tsx';
import { useElapsedSeconds } from '../ui/use-elapsed.ts';
import { formatBytes } from './format-bytes.ts';

const slowAfterSeconds = 8;

/** "Loading… 1.2 MB of 3.4 MB" with a way out. */
export function LoadingStrip({
  content,
  working,
  onCancel,
}: {
  readonly content: Content;
  readonly working: Sentence | undefined;
  readonly onCancel: () => void;
}) {
  const { received, total } = useContentProgress(content);
  const [since] = useState(() => Date.now());
  const slow = useElapsedSeconds(since) >= slowAfterSeconds && received === 0;
  return (
    <div className="reader-loading">
      <Progress
        label={
          working !== undefined
            ? t(working.key, working.values)
            : slow
              ? t('reader.slow')
              : progressWords(received, total)
        }
        {...(total === undefined || working !== undefined ? {} : { value: received, max: total })}
      />
      <Button onClick={onCancel}>{t('ui.cancel')}</Button>
    </div>
  );
}

function progressWords(received: number, total: number | undefined): string {
  if (received === 0) return t('reader.loading');
  const values = { received: formatBytes(received, locale()) };
  if (total === undefined) return t('reader.loadingSome', values);
  return t('reader.loadingOf', { ...values, total: formatBytes(total, locale()) });
}

/** A content tells its progress when asked; twice a second is asked. */
function useContentProgress(content: Content): ContentProgress {
  const [progress, setProgress] = useState(() => content.progress());
  useEffect(
    function followProgress() {
      const timer = setInterval(() => setProgress({ ...content.progress() }), 500);
      return () => clearInterval(timer);
    },
    [content],
  );
  return progress;
}
