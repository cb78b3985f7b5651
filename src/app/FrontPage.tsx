import type { Config } from '../config/config.ts';
import type { SignIn } from '../session/session-state.ts';
import { t } from '../messages/messages.ts';
import { Button } from '../ui/Button.tsx';
import { buildLine } from '../ui/build-info.ts';
import { Page } from './Page.tsx';

export interface FrontPageProps {
  readonly signIns: readonly SignIn[];
  readonly demo: Config['demo'];
}

/** Opened without a launch: what this is, where to sign in, how a record system opens it. */
export function FrontPage({ signIns, demo }: FrontPageProps) {
  return (
    <Page title={t('app.name')}>
      <p>{t('app.front.what')}</p>
      {signIns.length === 0 ? null : (
        <>
          <h2>{t('app.front.signInHeading')}</h2>
          <p>{t('app.front.signInHint')}</p>
          <div className="plain-page-actions">
            {signIns.map((signIn, index) => (
              <Button
                key={signIn.iss}
                variant={index === 0 ? 'primary' : 'plain'}
                onClick={() => signIn.start()}
              >
                {t('app.front.signIn', { name: signIn.name })}
              </Button>
            ))}
          </div>
        </>
      )}
      <h2>{t('app.front.ehrHeading')}</h2>
      <p>{t('app.front.ehr')}</p>
      {demo === false ? null : (
        <p>
          <a href={demo} rel="noreferrer">
            {t('app.front.demo')}
          </a>
        </p>
      )}
      <p className="plain-page-quiet">{buildLine()}</p>
    </Page>
  );
}
