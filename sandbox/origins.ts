/** The addresses of one running sandbox: scheme, host and port, no trailing slash. */
export interface Origins {
  readonly fhir: string;
  readonly authorization: string;
  /** A foreign host: storage links, hostile links, redirects lead here. */
  readonly storage: string;
  /** The EHR page on the app's site (`http://127.0.0.1:port`). */
  readonly ehr: string;
  /** The same EHR page on another site (`http://localhost:port`). */
  readonly ehrOtherSite: string;
  /** The app's address, with its path and trailing slash; redirect URI. */
  readonly app: string;
}

export type OriginRole = 'fhir' | 'authorization' | 'storage' | 'ehr';
