export type { CdaEvent } from './cda-document.ts';

/** What the page sends to the CDA worker; it answers with `CdaEvent`s. */
export type CdaWorkerRequest =
  | { readonly kind: 'start'; readonly charset?: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'end' };
