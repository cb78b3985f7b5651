/** Vite's development server beside the sandbox EHR, under the shipped headers. */
import { createServer } from 'vite';
import { startSandbox } from '../sandbox/adapters/node.ts';
import { developmentHeaders } from './vite/development-headers.ts';

let config: unknown = { version: 1, issuers: [] };
const server = await createServer({
  plugins: [developmentHeaders(() => config)],
  server: { host: '127.0.0.1', port: 4400 },
});
await server.listen();
const [appUrl] = server.resolvedUrls?.local ?? [];
if (appUrl === undefined) throw new Error('The development server has no address.');
const sandbox = await startSandbox({ appUrl });
config = sandbox.config;

console.log(`
  The sandbox EHR:   ${sandbox.origins.ehr}/
  The app:           ${appUrl}`);
