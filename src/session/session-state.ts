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
  | { readonly kind: 'active'; readonly launch: LaunchContext }
  /** The token is gone; `launch` stays so that the open document can stay for `graceMinutes`. */
  | { readonly kind: 'ended'; readonly launch: LaunchContext; readonly reason: SessionEndReason }
  | { readonly kind: 'signedOut' };

/** `idle`: nobody has been here for longer than the configuration allows. */
export type SessionEndReason = 'expired' | 'refused' | 'signedOut' | 'idle';

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
  readonly idToken?: string;
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
      readonly uri?: string;
    }
  | { readonly kind: 'noPatient' }
  | { readonly kind: 'noAccessToken' }
  | { readonly kind: 'fhirVersionUnsupported'; readonly version: string }
  | { readonly kind: 'storageRefused' }
  | { readonly kind: 'offline' };
