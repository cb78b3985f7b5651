import { Component, type ReactNode } from 'react';
import { t } from '../messages/messages.ts';
import { Alert } from '../ui/Alert.tsx';
import { Button } from '../ui/Button.tsx';
import { Page } from './Page.tsx';

interface State {
  /** The error's own name; its message may hold anything. */
  readonly failed?: string;
}

/** The last resort: a bug of ours became a sentence and a way on. The error's text may hold anything: not shown. */
export class ErrorScreen extends Component<{ readonly children: ReactNode }, State> {
  override state: State = {};

  static getDerivedStateFromError(error: unknown): State {
    return { failed: error instanceof Error ? error.name : typeof error };
  }

  override render(): ReactNode {
    const { failed } = this.state;
    if (failed === undefined) return this.props.children;
    const words = {
      what: t('app.crash.what'),
      todo: t('app.crash.todo'),
      details: [`crash: ${failed}`],
    };
    return (
      <Page title={t('app.crash.heading')}>
        <Alert words={words}>
          <Button variant="primary" onClick={() => window.location.reload()}>
            {t('app.crash.reload')}
          </Button>
        </Alert>
      </Page>
    );
  }
}
