import { useEffect, useState } from 'react';
import type { SessionState } from '../session/session-state.ts';
import { t, type MessageKey } from '../messages/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Progress } from '../ui/Progress.tsx';
import { Page } from './Page.tsx';

type Step = Extract<SessionState, { kind: 'starting' }>['step'];

const stepWords: Readonly<Record<Step, MessageKey>> = {
  discovery: 'app.starting.discovery',
  redirecting: 'app.starting.redirecting',
  exchange: 'app.starting.exchange',
  resuming: 'app.starting.resuming',
};

const slowAfterMilliseconds = 8000;

/** Names what is under way; when that takes long, says so and offers a way out. Give it the step as key. */
export function Starting({ step }: { readonly step: Step }) {
  const [slow, setSlow] = useState(false);
  useEffect(function noticeSlowness() {
    const timer = setTimeout(() => setSlow(true), slowAfterMilliseconds);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Page title={t('app.name')}>
      <Progress label={t(stepWords[step])} />
      {slow ? (
        <>
          <p role="status">{t('app.starting.slow')}</p>
          <div className="plain-page-actions">
            <Button onClick={() => window.location.replace(window.location.pathname)}>
              {t('ui.cancel')}
            </Button>
          </div>
        </>
      ) : null}
    </Page>
  );
}
