import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { ConfigFailed } from './app/ConfigFailed.tsx';
import { crashLog } from './app/crash-log.ts';
import { ErrorScreen } from './app/ErrorScreen.tsx';
import { leaveCleanly } from './app/leave-cleanly.ts';
import { applyStoredTheme } from './app/theme.ts';
import { loadConfig } from './config/load-config.ts';
import { locale } from './messages/messages.ts';
import { setLanguage } from './messages/set-language.ts';
import { startSession } from './session/session.ts';

/** Reads the configuration, starts the session, shows the app. */
async function main(): Promise<void> {
  applyStoredTheme();
  const element = document.getElementById('root');
  if (element === null) return;
  const root = createRoot(element, crashLog);
  leaveCleanly(() => root.unmount());
  const config = await loadConfig();
  if (config.ok) await setLanguage(config.value.locale, config.value.texts);
  document.documentElement.lang = locale();
  root.render(
    <StrictMode>
      <ErrorScreen>
        {config.ok ? (
          <App config={config.value} session={startSession({ config: config.value })} />
        ) : (
          <ConfigFailed error={config.error} />
        )}
      </ErrorScreen>
    </StrictMode>,
  );
}

void main();
