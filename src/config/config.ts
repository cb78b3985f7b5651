import type { Result } from '../shared/result.ts';

/** `config.json`, version 1, defaults filled in. docs/deploying.md describes each key. */
export interface Config {
  readonly version: 1;
  readonly issuers: readonly IssuerConfig[];
  readonly frameAncestors: readonly string[];
  /** Address of a demo to link from the front page, or false. */
  readonly demo: false | string;
  readonly locale: string;
  /** Overrides of catalogue sentences by key. */
  readonly texts: Readonly<Record<string, string>>;
  readonly idleLockMinutes: number;
  readonly graceMinutes: { readonly ehr: number; readonly standalone: number };
}

export interface IssuerConfig {
  readonly name: string;
  readonly clientId: string;
  /**
   * At least one of `iss` and `issPattern`, both of one origin and without trailing slash; `{tenant}` is one
   * path segment of `[A-Za-z0-9-]+`.
   */
  readonly iss?: string;
  readonly issPattern?: string;
  /** Absent: any tenant. The front page offers `iss` and listed tenants only. */
  readonly tenants?: readonly string[];
  readonly launch: readonly ('ehr' | 'standalone')[];
  /** Scopes asked for instead of those chosen from discovery; `launch` or `launch/patient` is added as needed. */
  readonly scopes?: string;
  readonly pkce: 'always' | 'required' | 'ifAdvertised';
  /** Origins of the authorization server; default: the issuer's own. */
  readonly authOrigins: readonly string[];
  readonly styleOrigins: readonly string[];
  readonly resourcePrefixes: readonly { readonly url: string; readonly sendToken: boolean }[];
  /** The app is shown as a part of Oracle Health's MPages, too. */
  readonly mpages: boolean;
}

/** What is wrong, in words naming the key, e.g. `issuers[0].clientId is missing`. */
export type ConfigError =
  | { readonly kind: 'unreachable'; readonly status?: number }
  | { readonly kind: 'notJson' }
  | { readonly kind: 'invalid'; readonly problems: readonly ConfigProblem[] };

export interface ConfigProblem {
  /** `issuers[0].authOrigins[1]` */
  readonly key: string;
  readonly problem:
    | { readonly kind: 'missing' }
    | { readonly kind: 'unknownKey' }
    | { readonly kind: 'wrongType'; readonly expected: string }
    | { readonly kind: 'wrongValue'; readonly expected: string };
}

export type ConfigResult = Result<Config, ConfigError>;
