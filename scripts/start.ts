/**
 * Builds the app, starts it and the sandbox EHR on loopback, and prints where to look.
 *
 *   npm start                      the charts written for this project
 *   npm start -- --folder PATH     also one chart per patient found in a folder of documents
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startSandbox } from '../sandbox/adapters/node.ts';
import { createAppServer } from './app-server.ts';
import { buildApp } from './build-app.ts';
import { listenFrom } from './listen.ts';

const { values } = parseArgs({ options: { folder: { type: 'string' } } });

console.log('Building the app…');
const folder = await buildApp('start');
let config: unknown;
const server = createAppServer({ folder, path: '/', config: () => config });
const appUrl = `http://127.0.0.1:${await listenFrom(server, 4400)}/`;
const sandbox = await startSandbox({
  appUrl,
  ...(values.folder === undefined ? {} : { folder: resolve(values.folder) }),
});
config = sandbox.config;

console.log(`
Dossier runs on a sandbox EHR with made-up patients.

  As a clinician, open a chart in the EHR:   ${sandbox.origins.ehr}/
  As a patient, sign in to the app:          ${appUrl}

Stop with Ctrl+C.`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.closeAllConnections();
    server.close();
    void sandbox.close().finally(() => process.exit(0));
  });
}
