import { t } from '../messages/messages.ts';
import { Page } from './Page.tsx';

/** After signing out: nothing of the patient is left in this page. */
export function SignedOut() {
  return (
    <Page title={t('session.signedOutHeading')}>
      <p role="status">{t('session.signedOut')}</p>
      <p>
        <a href={window.location.pathname}>{t('session.toFrontPage')}</a>
      </p>
    </Page>
  );
}
