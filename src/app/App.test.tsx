// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { parseConfig } from '../config/parse-config.ts';
import type { DocumentId } from '../model/clinical-document.ts';
import type { Session } from '../session/session.ts';
import type { SessionState } from '../session/session-state.ts';
import { createActivity } from '../shared/activity.ts';
import { createStore } from '../shared/observable.ts';
import { App } from './App.tsx';
import { chartOpened } from './open-charts.ts';
import { createOpenDocument } from './open-document.ts';

beforeEach(() => vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true));
afterEach(() => {
  vi.unstubAllGlobals();
  sessionStorage.clear();
});

/** The app of a session in a state that the test moves. */
async function show(state: SessionState) {
  const states = createStore<SessionState>(state);
  const session: Session = {
    state: states,
    authorizer: {
      token: () => Promise.reject(new Error('not asked for')),
      renew: () => Promise.reject(new Error('not asked for')),
    },
    issuer: () => undefined,
    life: createStore({ kind: 'open' }),
    activity: createActivity(Date.now),
    check: () => undefined,
    stay: async () => false,
    end: () => undefined,
    values: () => sessionStorage,
    signOut: async () => undefined,
  };
  const config = parseConfig({ issuers: [] });
  if (!config.ok) throw new Error('a configuration without issuers is one');
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  await act(async () => root.render(<App config={config.value} session={session} />));
  return { enter: (next: SessionState) => act(async () => states.set(next)) };
}

it('a page that is signed out without being loaded anew keeps nothing of its chart, also after Back', async () => {
  history.replaceState(null, '', '/?state=k');
  const owner = { iss: 'https://fhir.example.org', patientId: '1' };
  const open = createOpenDocument(sessionStorage, 'k', owner);
  let isClosed = false;
  chartOpened(() => {
    isClosed = true;
    open.stop();
  });
  open.open('https://fhir.example.org/DiagnosticReport/7' as DocumentId);
  const app = await show({ kind: 'starting', step: 'resuming' });
  expect(isClosed).toBe(false);
  sessionStorage.clear();
  await app.enter({ kind: 'signedOut' });
  expect(isClosed).toBe(true);
  window.dispatchEvent(new PopStateEvent('popstate'));
  expect(sessionStorage.length).toBe(0);
});
