/** What a request is for. It decides where the request may go and whether it carries the token. */
export type Purpose = 'discovery' | 'token' | 'revoke' | 'fhir' | 'resourcePrefix' | 'style';

export interface PurposeRule {
  readonly method: 'GET' | 'POST';
  /** Which configured addresses it may go to. */
  readonly where: 'base' | 'authOrigins' | 'styleOrigins' | 'resourcePrefixes';
  /** `ifListed`: only to prefixes with `sendToken`. */
  readonly bearer: 'always' | 'never' | 'ifListed';
  /** Redirects are followed only for documents, only where the issuer lists further prefixes. */
  readonly mayFollow: boolean;
}

/** The one table of requests: nothing else leaves the app. */
export const purposes: Readonly<Record<Purpose, PurposeRule>> = {
  discovery: { method: 'GET', where: 'base', bearer: 'never', mayFollow: false },
  token: { method: 'POST', where: 'authOrigins', bearer: 'never', mayFollow: false },
  revoke: { method: 'POST', where: 'authOrigins', bearer: 'never', mayFollow: false },
  fhir: { method: 'GET', where: 'base', bearer: 'always', mayFollow: true },
  resourcePrefix: { method: 'GET', where: 'resourcePrefixes', bearer: 'ifListed', mayFollow: true },
  style: { method: 'GET', where: 'styleOrigins', bearer: 'never', mayFollow: false },
};
