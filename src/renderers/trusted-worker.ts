/**
 * Starts workers under `require-trusted-types-for 'script'`. The one policy knows just the addresses that the
 * build made; any other address, an injected one included, is refused.
 */
// Vite makes these addresses.
import cdaWorkerUrl from '../cda/cda.worker.ts?worker&url';
import htmlWorkerUrl from './html/html.worker.ts?worker&url';
import pdfWorkerUrl from './pdf/pdf.worker.ts?worker&url';

const known: ReadonlySet<string> = new Set([cdaWorkerUrl, htmlWorkerUrl, pdfWorkerUrl]);

interface WorkerPolicy {
  createScriptURL(url: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: WorkerPolicy): WorkerPolicy;
}

declare global {
  interface Window {
    readonly trustedTypes?: TrustedTypes;
  }
}

const rules: WorkerPolicy = {
  createScriptURL(url) {
    if (!known.has(url)) throw new TypeError('Not a worker of this app');
    return url;
  },
};

let policy: WorkerPolicy | undefined;

/** A module worker. `url` is one of the addresses imported above; anything else is a bug and throws. */
export function createTrustedWorker(url: string): Worker {
  policy ??= window.trustedTypes?.createPolicy('dossier-worker', rules) ?? rules;
  return new Worker(policy.createScriptURL(url), { type: 'module' });
}
