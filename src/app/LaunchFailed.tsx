import type { LaunchError } from '../session/session-state.ts';
import { t } from '../messages/messages.ts';
import { Alert } from '../ui/Alert.tsx';
import { Button } from '../ui/Button.tsx';
import { launchErrorWords } from './launch-error-words.ts';
import { Page } from './Page.tsx';

export interface LaunchFailedProps {
  readonly error: LaunchError;
  readonly retry: (() => void) | undefined;
}

/** Nothing tells any more which server to try again. */
const stateIsGone: readonly LaunchError['kind'][] = ['unknownState', 'storedStateUnreadable'];

/** Why no chart could be opened, and what to do. */
export function LaunchFailed({ error, retry }: LaunchFailedProps) {
  const words = launchErrorWords(error);
  return (
    <Page title={t('session.failedHeading')}>
      <Alert words={words}>
        {retry === undefined ? null : (
          <Button variant="primary" onClick={retry}>
            {t('ui.tryAgain')}
          </Button>
        )}
        {error.kind === 'storageRefused' && (
          <a href={window.location.href} target="_blank" rel="noopener noreferrer">
            {t('session.openInTab')}
          </a>
        )}
        {stateIsGone.includes(error.kind) && (
          <a href={window.location.pathname}>{t('session.toFrontPage')}</a>
        )}
        {words.more === undefined ? null : (
          <a href={words.more} target="_blank" rel="noopener noreferrer">
            {t('session.moreInformation')}
          </a>
        )}
      </Alert>
    </Page>
  );
}
