import { locale, t } from '../messages/messages.ts';
import { Alert } from '../ui/Alert.tsx';
import { Button } from '../ui/Button.tsx';
import { formatBytes } from './format-bytes.ts';
import type { LargeDocumentState } from './use-large-document.ts';

export interface LargeDocumentProps {
  readonly large: LargeDocumentState;
  /** What has come so far, for documents whose size nobody told. */
  readonly received: number;
  /** The session ended: nothing more can be fetched. */
  readonly readOnly: boolean;
}

/** A large document waits for a word: nothing more is fetched before it. */
export function LargeDocument({ large, received, readOnly }: LargeDocumentProps) {
  const { step, size, open, saveOnly } = large;
  const saved = step === 'saved';
  return (
    <div className="reader-message">
      <Alert
        tone={saved ? 'info' : 'warning'}
        words={
          saved
            ? { what: t('reader.large.saved') }
            : { what: sizeWords(size, received), todo: t('reader.large.todo') }
        }
      >
        <Button variant={saved ? 'plain' : 'primary'} disabled={readOnly} onClick={open}>
          {t('reader.large.open')}
        </Button>
        {saved ? null : (
          <Button disabled={readOnly} onClick={saveOnly}>
            {t('reader.large.save')}
          </Button>
        )}
      </Alert>
    </div>
  );
}

const sizeWords = (size: number | undefined, received: number): string =>
  size === undefined || size < received
    ? t('reader.large.soFar', { size: formatBytes(received, locale()) })
    : t('reader.large.size', { size: formatBytes(size, locale()) });
