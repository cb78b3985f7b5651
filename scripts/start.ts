/**
 * Builds the app, starts it and the sandbox EHR on loopback, and prints where to look.
 *
 *   npm start                      the charts written for this project
 *   npm start -- --folder PATH     also one chart per patient found in a folder of documents
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startSandbox } from '../sandbox/adapters/node.ts';
import { startApp } from './app-server.ts';
import { buildApp } from './build-app.ts';

const { values } = parseArgs({ options: { folder: { type: 'string' } } });

console.log('Building the app…');
const folder = await buildApp('start');
let config: unknown;
const app = await startApp({ folder, path: '/', config: () => config }, 4400);
const sandbox = await startSandbox({
  appUrl: app.url,
  ...(values.folder === undefined ? {} : { folder: resolve(values.folder) }),
});
config = sandbox.config;

console.log(`
Dossier runs on a sandbox EHR with made-up patients.

  As a clinician, open a chart in the EHR:   ${sandbox.origins.ehr}/
  As a patient, sign in to the app:          ${app.url}

Stop with Ctrl+C.`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void Promise.all([app.close(), sandbox.close()]).finally(() => process.exit(0));
  });
}
