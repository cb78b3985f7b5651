import { isRecord, textOf } from '../shared/json.ts';

/** The parts of a token answer that the app reads (SMART App Launch 2.2, scopes and launch context). */
export interface TokenResponse {
  readonly accessToken?: string;
  readonly refreshToken?: string;
  /** Seconds. */
  readonly expiresIn?: number;
  readonly scope?: unknown;
  readonly patient?: string;
  readonly encounter?: string;
  /** True unless the server says that the EHR shows the patient already. */
  readonly needPatientBanner: boolean;
  readonly idToken?: string;
  /** Seconds, from this answer on, for which the server lets nobody be active before it ends the session. */
  readonly activeTtl?: number;
  /** `smart_style_url`, as written. */
  readonly styleUrl?: string;
  readonly tenant?: string;
  /** What `fhirContext` and `intent` name: references as written, in their order. */
  readonly references: readonly string[];
}

/** FHIR's `id`: anything else would not be one path segment of an address. */
const RESOURCE_ID = /^[A-Za-z0-9\-.]{1,64}$/;
const LONGEST_TENANT = 64;

export function parseTokenResponse(json: unknown): TokenResponse {
  const answer = isRecord(json) ? json : {};
  const accessToken = textOf(answer['access_token']);
  const refreshToken = textOf(answer['refresh_token']);
  const expiresIn = secondsOf(answer['expires_in']);
  const patient = idOf(answer['patient']);
  const encounter = idOf(answer['encounter']);
  const idToken = textOf(answer['id_token']);
  const banner = answer['need_patient_banner'];
  const activeTtl = secondsOf(answer['active_ttl']);
  const styleUrl = textOf(answer['smart_style_url']);
  const tenant = textOf(answer['tenant'])?.slice(0, LONGEST_TENANT);
  return {
    ...(accessToken !== undefined && { accessToken }),
    ...(refreshToken !== undefined && { refreshToken }),
    ...(expiresIn !== undefined && { expiresIn }),
    ...(answer['scope'] !== undefined && { scope: answer['scope'] }),
    ...(patient !== undefined && { patient }),
    ...(encounter !== undefined && { encounter }),
    needPatientBanner: banner !== false && banner !== 'false',
    ...(idToken !== undefined && { idToken }),
    ...(activeTtl !== undefined && { activeTtl }),
    ...(styleUrl !== undefined && { styleUrl }),
    ...(tenant !== undefined && { tenant }),
    references: referencesOf(answer['fhirContext'], answer['intent']),
  };
}

/** `fhirContext` is a list of objects with a reference each, plain texts before SMART App Launch 2.1. */
function referencesOf(context: unknown, intent: unknown): readonly string[] {
  const named = Array.isArray(context) ? context : [];
  return [...named.map((item: unknown) => (isRecord(item) ? item['reference'] : item)), intent]
    .map(textOf)
    .filter((reference) => reference !== undefined);
}

/** Seconds, also where a server sends them as text. */
function secondsOf(value: unknown): number | undefined {
  const seconds = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof seconds === 'number' && Number.isFinite(seconds) && seconds > 0
    ? seconds
    : undefined;
}

function idOf(value: unknown): string | undefined {
  const id = typeof value === 'number' ? String(value) : value;
  return typeof id === 'string' && RESOURCE_ID.test(id) && !/^\.+$/.test(id) ? id : undefined;
}
