import type { ConfigError } from '../config/config.ts';
import { t } from '../messages/messages.ts';
import { Alert } from '../ui/Alert.tsx';
import { Button } from '../ui/Button.tsx';
import { configErrorWords } from './config-error-words.ts';
import { Page } from './Page.tsx';

/** `config.json` cannot be used: says which keys, for the administrator. */
export function ConfigFailed({ error }: { readonly error: ConfigError }) {
  const { problems, ...words } = configErrorWords(error);
  return (
    <Page title={t('app.config.heading')}>
      <Alert words={words}>
        <Button onClick={() => window.location.reload()}>{t('ui.tryAgain')}</Button>
      </Alert>
      {problems.length === 0 ? null : (
        <ul>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
    </Page>
  );
}
