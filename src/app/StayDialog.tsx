import { useEffect, useRef, useState } from 'react';
import { t } from '../messages/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { asksIfHere } from './note-activity.ts';

export interface StayDialogProps {
  /** How long it stands before the chart is closed or the session ends. */
  readonly seconds: number;
  /** Whose doing that is: this app's idle lock, or the record system's. */
  readonly by: 'app' | 'recordSystem';
  /** False: the record system could not be told. */
  readonly onStay: () => Promise<boolean>;
}

/** Asks whether somebody is still here, above whatever is open. Only an answer to it counts. */
export function StayDialog({ seconds, by, onStay }: StayDialogProps) {
  const [step, setStep] = useState<'asked' | 'telling' | 'failed'>('asked');
  const answer = useRef<HTMLButtonElement>(null);
  useEffect(function waitForTheAnswer() {
    answer.current?.focus();
  }, []);
  const stay = () => {
    if (step === 'telling') return;
    setStep('telling');
    void onStay().then((told) => setStep(told ? 'asked' : 'failed'));
  };
  return (
    <div className={asksIfHere}>
      <Dialog title={t('app.idle.heading')} onClose={stay}>
        <p role="alert">
          {t(by === 'app' ? 'app.idle.what' : 'app.idle.sessionEnds', { seconds })}
        </p>
        {step === 'failed' ? <p role="alert">{t('app.idle.notTold')}</p> : null}
        <div className="dialog-actions">
          <Button ref={answer} variant="primary" onClick={stay} aria-disabled={step === 'telling'}>
            {t(step === 'failed' ? 'ui.tryAgain' : 'app.idle.stay')}
          </Button>
        </div>
      </Dialog>
    </div>
  );
}
