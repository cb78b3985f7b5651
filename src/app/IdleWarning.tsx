import { t } from '../messages/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { asksIfHere } from './note-activity.ts';

export interface IdleWarningProps {
  /** How long it stands before the chart is closed. */
  readonly seconds: number;
  readonly onStay: () => void;
}

/** Asks whether somebody is still here, above whatever is open. Only an answer to it counts. */
export function IdleWarning({ seconds, onStay }: IdleWarningProps) {
  return (
    <div className={asksIfHere}>
      <Dialog title={t('app.idle.heading')} onClose={onStay}>
        <p role="alert">{t('app.idle.what', { seconds })}</p>
        <div className="dialog-actions">
          <Button variant="primary" onClick={onStay}>
            {t('app.idle.stay')}
          </Button>
        </div>
      </Dialog>
    </div>
  );
}
