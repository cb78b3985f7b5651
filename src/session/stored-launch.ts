import { isRecord, parseJson, textOf } from '../shared/json.ts';
import { err, ok } from '../shared/result.ts';
import type { Result } from '../shared/result.ts';
import type { KeyValueStorage, Page } from './page.ts';

/** What fhirclient keeps of a launch, and under `dossier` what it does not. Nothing else is ever stored. */
export type LaunchRecord = Readonly<Record<string, unknown>>;

/** The app's own part of the record. */
export interface LaunchNotes {
  readonly version: 1;
  readonly launchedBy: 'ehr' | 'standalone';
  /** The EHR's launch value, to try again after a refusal. */
  readonly launch?: string;
  readonly fhirVersion: 'dstu2' | 'r4';
  readonly scopes: string;
  readonly issuer?: string;
  /** RFC 9207: an answer without `iss` is refused. */
  readonly namesIssuer: boolean;
  readonly revocationEndpoint?: string;
  /** The code went to the token endpoint: never again. */
  readonly codeSpent: boolean;
  /** The present token came from a refresh, not from the exchange. */
  readonly wasRefreshed: boolean;
  /** When the code was exchanged, milliseconds: the measure of the id token's age. */
  readonly signedInAt?: number;
  /** When the present token came, and when it expires; milliseconds. Absent: the server did not say. */
  readonly receivedAt?: number;
  readonly expiresAt?: number;
}

/** A record as read back, checked; `raw` keeps what fhirclient needs. */
export interface StoredLaunch {
  readonly key: string;
  /** The FHIR base as given at launch: `aud`. */
  readonly serverUrl: string;
  readonly clientId: string;
  readonly tokenUri?: string;
  readonly token: Readonly<Record<string, unknown>>;
  readonly notes: LaunchNotes;
  readonly raw: LaunchRecord;
}

/** The launches of this tab, each under its own random key; no other key is read or removed. */
export interface LaunchStore {
  read(key: string): StoredLaunch | undefined;
  readRaw(key: string): LaunchRecord | undefined;
  write(key: string, record: LaunchRecord): void;
  /** Removes the launch's own key and those that begin with it (`key` + `.…`). */
  remove(key: string): void;
}

/** Opens the tab's storage, or says that the browser refuses it (cross-site frames, measured in Chromium). */
export function openLaunchStore(page: Page): Result<LaunchStore, 'refused'> {
  let storage: KeyValueStorage;
  const probe = `dossier.probe`;
  try {
    storage = page.storage();
    storage.setItem(probe, '1');
    storage.removeItem(probe);
  } catch {
    return err('refused');
  }
  const readRaw = (key: string): LaunchRecord | undefined => {
    const text = storage.getItem(key);
    const record = text === null ? undefined : parseJson(text);
    return isRecord(record) && record['key'] === key ? record : undefined;
  };
  return ok({
    readRaw,
    read(key) {
      const raw = readRaw(key);
      return raw === undefined ? undefined : parseRecord(key, raw);
    },
    write: (key, record) => storage.setItem(key, JSON.stringify(record)),
    remove(key) {
      const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index));
      for (const name of keys) {
        if (name === key || name?.startsWith(`${key}.`) === true) storage.removeItem(name);
      }
    },
  });
}

/** Changes the app's own part of a stored launch. */
export function noteOn(
  store: LaunchStore,
  launch: StoredLaunch,
  change: Partial<LaunchNotes>,
): void {
  store.write(launch.key, { ...launch.raw, dossier: { ...launch.notes, ...change } });
}

function parseRecord(key: string, raw: LaunchRecord): StoredLaunch | undefined {
  const notes = parseNotes(raw['dossier']);
  const serverUrl = textOf(raw['serverUrl']);
  const clientId = textOf(raw['clientId']);
  const tokenUri = textOf(raw['tokenUri']);
  if (notes === undefined || serverUrl === undefined || clientId === undefined) return undefined;
  const token = isRecord(raw['tokenResponse']) ? raw['tokenResponse'] : {};
  return {
    key,
    serverUrl,
    clientId,
    ...(tokenUri !== undefined && { tokenUri }),
    token,
    notes,
    raw,
  };
}

function parseNotes(value: unknown): LaunchNotes | undefined {
  if (!isRecord(value) || value['version'] !== 1) return undefined;
  const launchedBy = value['launchedBy'];
  const fhirVersion = value['fhirVersion'];
  const scopes = textOf(value['scopes']);
  if (launchedBy !== 'ehr' && launchedBy !== 'standalone') return undefined;
  if ((fhirVersion !== 'dstu2' && fhirVersion !== 'r4') || scopes === undefined) return undefined;
  const launch = textOf(value['launch']);
  const issuer = textOf(value['issuer']);
  const revocationEndpoint = textOf(value['revocationEndpoint']);
  const signedInAt = numberOf(value['signedInAt']);
  const receivedAt = numberOf(value['receivedAt']);
  const expiresAt = numberOf(value['expiresAt']);
  return {
    version: 1,
    launchedBy,
    ...(launch !== undefined && { launch }),
    fhirVersion,
    scopes,
    ...(issuer !== undefined && { issuer }),
    namesIssuer: value['namesIssuer'] === true,
    ...(revocationEndpoint !== undefined && { revocationEndpoint }),
    codeSpent: value['codeSpent'] === true,
    wasRefreshed: value['wasRefreshed'] === true,
    ...(signedInAt !== undefined && { signedInAt }),
    ...(receivedAt !== undefined && { receivedAt }),
    ...(expiresAt !== undefined && { expiresAt }),
  };
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
