/** Starts the built app (at the root and under a sub-path) and the sandbox once for all tests. */
import { resolve } from 'node:path';
import { startSandbox } from '../sandbox/adapters/node.ts';
import { startApp } from '../scripts/app-server.ts';
import { buildApp } from '../scripts/build-app.ts';

/** Where the servers are, handed to the test processes through the environment. */
export interface Addresses {
  readonly app: string;
  readonly appInSubPath: string;
  readonly fhir: string;
  readonly authorization: string;
  readonly storage: string;
  readonly ehr: string;
  readonly ehrOtherSite: string;
  /** The sandbox whose app is the one in a sub-path. */
  readonly subPathEhr: string;
  readonly subPathFhir: string;
}

export const addressesVariable = 'DOSSIER_E2E_ADDRESSES';

export default async function startServers(): Promise<() => Promise<void>> {
  const folder = process.env['DOSSIER_E2E_BUILD'] ?? (await buildApp('e2e'));
  const corpus = process.env['CORPUS_DIR'];
  const root = await serve(folder, '/', 4600, corpus);
  const subPath = await serve(folder, '/apps/dossier/', 4700, undefined);
  const addresses: Addresses = {
    app: root.appUrl,
    appInSubPath: subPath.appUrl,
    fhir: root.sandbox.origins.fhir,
    authorization: root.sandbox.origins.authorization,
    storage: root.sandbox.origins.storage,
    ehr: root.sandbox.origins.ehr,
    ehrOtherSite: root.sandbox.origins.ehrOtherSite,
    subPathEhr: subPath.sandbox.origins.ehr,
    subPathFhir: subPath.sandbox.origins.fhir,
  };
  process.env[addressesVariable] = JSON.stringify(addresses);
  return async () => {
    await Promise.all([root.close(), subPath.close()]);
  };
}

async function serve(folder: string, path: string, port: number, corpus: string | undefined) {
  let config: unknown;
  const app = await startApp({ folder, path, config: () => config }, port);
  const sandbox = await startSandbox({
    appUrl: app.url,
    ...(corpus === undefined ? {} : { folder: resolve(corpus) }),
  });
  config = sandbox.config;
  return {
    appUrl: app.url,
    sandbox,
    close: async () => {
      await Promise.all([app.close(), sandbox.close()]);
    },
  };
}
