import type { IdTokenProblem } from './id-token.ts';

/**
 * Where a page stands between "opened" and "a patient in context". Tagged values, no words: app turns them
 * into screens.
 */
export type SessionState =
  /** Routing, discovery, the redirect or the exchange is under way. */
  | {
      readonly kind: 'starting';
      readonly step: 'discovery' | 'redirecting' | 'exchange' | 'resuming';
    }
  /** Opened without a launch: what this is, where to sign in. */
  | { readonly kind: 'front'; readonly signIns: readonly SignIn[] }
  | { readonly kind: 'failed'; readonly error: LaunchError; readonly retry?: () => void }
  /** `isNew`: the sign-in was completed by this very page; false after a reload or a step back to it. */
  | { readonly kind: 'active'; readonly launch: LaunchContext; readonly isNew: boolean }
  /** The token is gone; `launch` stays so that the open document can stay for `graceMinutes`. */
  | {
      readonly kind: 'ended';
      readonly launch: LaunchContext;
      readonly reason: SessionEndReason;
      /** When, in milliseconds since 1970. */
      readonly at: number;
      /** The authorization server's own page about why it renewed no token. */
      readonly uri?: string;
    }
  | { readonly kind: 'signedOut' };

/** `idle`: nobody has been here for longer than the configuration allows. */
export type SessionEndReason = 'expired' | 'refused' | 'signedOut' | 'idle';

/** How a session ends if nobody does anything; instants in milliseconds since 1970. */
export type SessionLife =
  /** As long as the record system renews the token, or for a time that it did not tell. */
  | { readonly kind: 'open' }
  /** There is no refresh token: at `endsAt` the token's own life is over, and nobody can move that. */
  | { readonly kind: 'fixed'; readonly since: number; readonly endsAt: number }
  /** The record system ends it at `endsAt` unless it is told of somebody's activity after `since`. */
  | { readonly kind: 'whileActive'; readonly since: number; readonly endsAt: number };

/** A server of config.json that a person can sign in to. */
export interface SignIn {
  readonly name: string;
  readonly iss: string;
  start(): void;
}

/** What the token answer and discovery said about this launch. */
export interface LaunchContext {
  /** Storage key and `?state=` of this launch. */
  readonly stateKey: string;
  /** FHIR base without trailing slash. */
  readonly iss: string;
  readonly issuerName: string;
  readonly fhirVersion: 'dstu2' | 'r4';
  readonly launchedBy: 'ehr' | 'standalone';
  readonly patientId: string;
  readonly encounterId?: string;
  readonly needPatientBanner: boolean;
  readonly grantedScopes: readonly string[];
  /** Resource types the granted scopes let us read. */
  readonly readable: readonly string[];
  /** From the id token, where there is one. */
  readonly user?: { readonly sub: string; readonly name?: string; readonly fhirUser?: string };
  readonly tenant?: string;
  /** `smart_style_url`, as written. */
  readonly styleUrl?: string;
  /** What `fhirContext` and `intent` name, as written: perhaps a document to open first. */
  readonly references: readonly string[];
}

/** Every way a launch can fail before a patient is in context. */
export type LaunchError =
  | { readonly kind: 'repeatedParameter'; readonly name: string }
  | { readonly kind: 'issuerNotConfigured'; readonly host: string }
  | {
      readonly kind: 'discoveryFailed';
      readonly host: string;
      readonly status?: number;
      readonly cause: string;
    }
  | {
      readonly kind: 'endpointOutsideConfiguration';
      readonly origin: string;
      readonly configKey: string;
    }
  /** The page's own security header does not let it connect to `host`. */
  | { readonly kind: 'connectionBlocked'; readonly host: string }
  | { readonly kind: 'pkceNotSupported' }
  | {
      readonly kind: 'authorizationRefused';
      readonly error: string;
      readonly description?: string;
      readonly uri?: string;
    }
  | { readonly kind: 'issuerMismatch' }
  | { readonly kind: 'unknownState' }
  | { readonly kind: 'alreadyUsed' }
  | {
      readonly kind: 'exchangeFailed';
      readonly status?: number;
      readonly error?: string;
      readonly description?: string;
      readonly uri?: string;
    }
  | { readonly kind: 'noPatient' }
  | { readonly kind: 'noAccessToken' }
  | { readonly kind: 'idTokenRefused'; readonly problem: IdTokenProblem }
  | { readonly kind: 'fhirVersionUnsupported'; readonly version: string }
  | { readonly kind: 'storageRefused' }
  /** What the frame kept of the launch was emptied, replaced or is an older value, or its key is gone. */
  | { readonly kind: 'storedStateUnreadable' }
  | { readonly kind: 'offline' };
