/** The one place that starts workers: its Trusted Types policy knows the imported addresses and no other. */
import pdfWorkerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

const known: ReadonlySet<string> = new Set([pdfWorkerUrl]);

interface ScriptUrlPolicy {
  createScriptURL(url: string): unknown;
}
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptUrlPolicy;
}

let policy: ScriptUrlPolicy | undefined;

/** A module worker from an address that was imported with `?url` or `?worker&url` and is known here. */
export function createTrustedWorker(url: string): Worker {
  const factory = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  policy ??= factory?.createPolicy('dossier-worker', { createScriptURL: requireKnown });
  // TrustedScriptURL where the DOM's typings say string.
  const address = policy ? (policy.createScriptURL(url) as string) : requireKnown(url);
  return new Worker(address, { type: 'module' });
}

function requireKnown(url: string): string {
  if (!known.has(url)) throw new TypeError('Only imported worker addresses are trusted.');
  return url;
}
