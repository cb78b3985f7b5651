import { Component, type ReactNode } from 'react';
import { t } from '../messages/messages.ts';
import { Alert } from '../ui/Alert.tsx';
import { Button } from '../ui/Button.tsx';
import { Page } from './Page.tsx';

interface State {
  readonly failed: boolean;
}

/** The last resort: a bug of ours became a sentence and a way on. The error's text may hold anything: not shown. */
export class ErrorScreen extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <Page title={t('app.crash.heading')}>
        <Alert words={{ what: t('app.crash.what'), todo: t('app.crash.todo') }}>
          <Button variant="primary" onClick={() => window.location.reload()}>
            {t('app.crash.reload')}
          </Button>
        </Alert>
      </Page>
    );
  }
}
