import type { Chart } from './charts/chart.ts';
import type { Fault } from './faults.ts';

export type Persona = 'provider' | 'patient' | 'proxy';
export type FhirVersion = 'dstu2' | 'r4';

/** What a test or the EHR page may set; all have defaults. */
export interface SessionOptions {
  readonly chart: string;
  readonly persona: Persona;
  readonly fhirVersion: FhirVersion;
  /** Faults by name, each with where it strikes: a request pattern (`GET Binary`, `GET DocumentReference page 2`). */
  readonly faults: readonly Fault[];
  readonly tokenSeconds: number;
  /** The session's clock starts here (ISO instant) and runs; default: the real time. */
  readonly now?: string;
  readonly ccdSeconds: number;
  readonly rotateRefreshTokens: boolean;
  readonly needPatientBanner: boolean;
  /** `v1` scopes (`patient/Binary.read`), also `v2` ones (`patient/Binary.rs`), or only these. */
  readonly scopes: 'v1' | 'v2' | 'v2only';
  readonly discovery: 'wellKnown' | 'metadata';
  /** `$docref` answers with a link of another host and path, as the vendor's example does. */
  readonly docrefLink: 'own' | 'foreign' | 'unsupported';
  /** `false`: no `code_challenge_methods_supported`. */
  readonly advertisePkce: boolean;
  readonly encounterId?: string;
  /** How `launchUrl` opens the app; default: `ehr` for a provider, `standalone` (`?iss=` alone) for others. */
  readonly launch?: 'ehr' | 'standalone';
  /** Charts that a proxy chooses between; default: the two `child-…` charts. */
  readonly proxyFor?: readonly string[];
  /** Send `iss` beside the code (RFC 9207) and advertise it. */
  readonly responseIss: boolean;
  /** Send `smart_style_url`, on the EHR's origin. */
  readonly smartStyle: boolean;
  /** Send `active_ttl` (seconds) in token answers, and end the session of whoever was away for longer (`active_at`). */
  readonly activeTtl?: number;
  /** Put into every token answer; `null` takes a field out (`patient`, `scope`). */
  readonly tokenFields?: Readonly<Record<string, unknown>>;
  /** No page of a search is longer, whatever `_count` asks. */
  readonly pageSize?: number;
}

/** One sandbox session: a tenant whose faults, clock, token life and request log belong to it alone. */
export interface SandboxSession {
  /** The tenant segment of its FHIR base: `…/dstu2/{id}`. */
  readonly id: string;
  readonly options: SessionOptions;
  readonly chart: Chart;
  readonly requests: LoggedRequest[];
  /** The session's time, milliseconds since the epoch; tests move it. */
  now(): number;
  advance(milliseconds: number): void;
}

/** What a server saw, for tests: who got a request, a preflight, an Authorization header. */
export interface LoggedRequest {
  readonly at: number;
  readonly origin: 'fhir' | 'authorization' | 'storage' | 'ehr';
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly accept?: string;
  readonly authorization: boolean;
  /** Of the token endpoint only: `grant_type`. */
  readonly grantType?: string;
  /** Of renewals: `active_at`, seconds since somebody last did something. */
  readonly activeAt?: string;
  status?: number;
}
