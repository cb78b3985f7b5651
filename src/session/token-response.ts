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
}

/** FHIR's `id`: anything else would not be one path segment of an address. */
const RESOURCE_ID = /^[A-Za-z0-9\-.]{1,64}$/;

export function parseTokenResponse(json: unknown): TokenResponse {
  const answer = isRecord(json) ? json : {};
  const accessToken = textOf(answer['access_token']);
  const refreshToken = textOf(answer['refresh_token']);
  const expiresIn = secondsOf(answer['expires_in']);
  const patient = idOf(answer['patient']);
  const encounter = idOf(answer['encounter']);
  const idToken = textOf(answer['id_token']);
  const banner = answer['need_patient_banner'];
  return {
    ...(accessToken !== undefined && { accessToken }),
    ...(refreshToken !== undefined && { refreshToken }),
    ...(expiresIn !== undefined && { expiresIn }),
    ...(answer['scope'] !== undefined && { scope: answer['scope'] }),
    ...(patient !== undefined && { patient }),
    ...(encounter !== undefined && { encounter }),
    needPatientBanner: banner !== false && banner !== 'false',
    ...(idToken !== undefined && { idToken }),
  };
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
