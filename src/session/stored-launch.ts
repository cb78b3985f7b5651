import { isRecord, parseJson, textOf, textsOf } from '../shared/json.ts';
import { err, ok } from '../shared/result.ts';
import type { Result } from '../shared/result.ts';
import { immediateStorage } from './launch-storage.ts';
import type { LaunchStorage } from './launch-storage.ts';
import { createSealedStorage, openSealedStorage } from './open-sealed-storage.ts';
import type { SealProblem } from './open-sealed-storage.ts';
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
  /** How often the token of the exchange was renewed; copies of a window compare it, for clocks can be set back. */
  readonly renewals: number;
  /** When the code was exchanged, milliseconds: the measure of the id token's age. */
  readonly signedInAt?: number;
  /** When the present token came, and when it expires; milliseconds. Absent: the server did not say. */
  readonly receivedAt?: number;
  readonly expiresAt?: number;
  /** Begun in a frame, whose page may hold others. */
  readonly isFramed: boolean;
  /** Keys of this tab's launches whose session had ended: the sign-in adopts what they left, or deletes it. */
  readonly former: readonly string[];
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

/** The launches of this tab or frame, each under its own random key; no other key is read or removed. */
export interface LaunchStore {
  read(key: string): StoredLaunch | undefined;
  readRaw(key: string): LaunchRecord | undefined;
  /** Reads see it at once; the promise says that it would be found again after leaving the page. */
  write(key: string, record: LaunchRecord): Promise<void>;
  /** The keys of all launches kept here. */
  keys(): readonly string[];
  /** Other frames of the page keep their launches here as well. */
  readonly isShared: boolean;
  /** Renames what the app keeps beside the launch `from`: `from.NAME` becomes `to.NAME`. */
  moveValues(from: string, to: string): void;
  /** Removes the launch's own key and those that begin with it (`key` + `.…`). */
  remove(key: string): void;
  /** Once all that was written so far would be found again. */
  settled(): Promise<void>;
  /** What the app keeps beside a launch, under names that begin with the launch's key. */
  readonly values: Pick<KeyValueStorage, 'getItem' | 'setItem' | 'removeItem'>;
  /** Forgets what stands in memory, as the page is left. */
  close(): void;
}

/**
 * Opens the tab's storage; in a frame that the browser refuses it (cross-site ones, measured in Chromium), the
 * frame's sealed name.
 *
 * @param key of the launch; `isNew`: it is only about to begin
 */
export async function openLaunchStore(
  page: Page,
  key: string,
  isNew: boolean,
): Promise<Result<LaunchStore, SealProblem>> {
  try {
    const storage = immediateStorage(tried(page.storage()));
    return ok(launchStore(storage, page.frame !== undefined));
  } catch {
    // Next best, below.
  }
  const { frame } = page;
  if (frame === undefined) return err('storageRefused');
  const sealed = { frame, path: new URL(page.home).pathname, stateKey: key };
  const storage = await (isNew ? createSealedStorage(sealed) : openSealedStorage(sealed));
  return storage.ok ? ok(launchStore(storage.value, false)) : storage;
}

/** Throws where a storage that is there takes nothing. */
function tried(storage: KeyValueStorage): KeyValueStorage {
  const probe = `dossier.probe`;
  storage.setItem(probe, '1');
  storage.removeItem(probe);
  return storage;
}

function launchStore(storage: LaunchStorage, isShared: boolean): LaunchStore {
  const names = (): readonly string[] =>
    Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  const readRaw = (key: string): LaunchRecord | undefined => {
    const text = storage.getItem(key);
    const record = text === null ? undefined : parseJson(text);
    return isRecord(record) && record['key'] === key ? record : undefined;
  };
  return {
    readRaw,
    read(key) {
      const raw = readRaw(key);
      return raw === undefined ? undefined : parseRecord(key, raw);
    },
    write(key, record) {
      storage.setItem(key, JSON.stringify(record));
      return storage.settled();
    },
    remove(key) {
      for (const name of names()) {
        if (name === key || name.startsWith(`${key}.`)) storage.removeItem(name);
      }
    },
    keys: () => names().filter((name) => readRaw(name) !== undefined),
    isShared,
    moveValues(from, to) {
      for (const name of names().filter((one) => one.startsWith(`${from}.`))) {
        const value = storage.getItem(name);
        if (value !== null) storage.setItem(`${to}${name.slice(from.length)}`, value);
        storage.removeItem(name);
      }
    },
    settled: () => storage.settled(),
    values: storage,
    close: () => storage.close(),
  };
}

/** Changes the app's own part of a stored launch. */
export function noteOn(
  store: LaunchStore,
  launch: StoredLaunch,
  change: Partial<LaunchNotes>,
): Promise<void> {
  return store.write(launch.key, { ...launch.raw, dossier: { ...launch.notes, ...change } });
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
    renewals: numberOf(value['renewals']) ?? 0,
    ...(signedInAt !== undefined && { signedInAt }),
    ...(receivedAt !== undefined && { receivedAt }),
    ...(expiresAt !== undefined && { expiresAt }),
    isFramed: value['isFramed'] === true,
    former: textsOf(value['former']),
  };
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
