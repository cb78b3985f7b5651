import type { DocumentId } from '../model/clinical-document.ts';
import { isRecord, parseJson, textOf } from '../shared/json.ts';

/** Whose handles these are; other people's are deleted, never adopted. */
export interface HandleOwner {
  readonly iss: string;
  readonly patientId: string;
  readonly sub?: string;
}

/** Where the handles of a launch are kept; a page whose storage is gone keeps them as long as it lasts. */
export type HandleStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface Handles {
  readonly targets: Map<string, DocumentId>;
  /** The handle of the document that is open. */
  readonly open?: string;
}

/** Begins with the launch's own key, so that whatever removes the launch removes its handles too. */
export const handlesKey = (stateKey: string): string => `${stateKey}.open`;

/** What this tab's ended session left, under the key of the sign-in that came after it. */
const formerKey = (stateKey: string): string => `${stateKey}.former.open`;

/** The handles stored for the launch if they belong to `owner`; else they are deleted and none is given. */
export function readHandles(
  storage: HandleStorage,
  stateKey: string,
  owner: HandleOwner,
): Handles | undefined {
  return readUnder(storage, handlesKey(stateKey), owner);
}

/**
 * What an ended session of the same owner left; taken out of the storage, also where it is another's. Two
 * sign-ins that name nobody may be two people's.
 */
export function takeFormerHandles(
  storage: HandleStorage,
  stateKey: string,
  owner: HandleOwner,
): Handles | undefined {
  const former = readUnder(storage, formerKey(stateKey), owner);
  storage.removeItem(formerKey(stateKey));
  return owner.sub === undefined ? undefined : former;
}

function readUnder(storage: HandleStorage, key: string, owner: HandleOwner): Handles | undefined {
  const stored = storage.getItem(key);
  if (stored === null) return undefined;
  const handles = parseHandles(stored, owner);
  if (handles === undefined) storage.removeItem(key);
  return handles;
}

export function storeHandles(
  storage: HandleStorage,
  stateKey: string,
  owner: HandleOwner,
  { targets, open }: Handles,
): void {
  const value = { owner: ownerLine(owner), handles: Object.fromEntries(targets), open };
  try {
    storage.setItem(handlesKey(stateKey), JSON.stringify(value));
  } catch {
    // Full: a reload then shows the list.
  }
}

/** Reads what `storeHandles` wrote; undefined where it is unreadable or another owner's. */
export function parseHandles(stored: string, owner: HandleOwner): Handles | undefined {
  const json = parseJson(stored);
  if (!isRecord(json) || json['owner'] !== ownerLine(owner)) return undefined;
  if (!isRecord(json['handles'])) return undefined;
  const entries = Object.entries(json['handles']).filter(
    (entry): entry is [string, DocumentId] => typeof entry[1] === 'string',
  );
  const open = textOf(json['open']);
  return { targets: new Map(entries), ...(open !== undefined && { open }) };
}

const ownerLine = ({ iss, patientId, sub }: HandleOwner): string =>
  JSON.stringify([iss, patientId, sub ?? null]);
