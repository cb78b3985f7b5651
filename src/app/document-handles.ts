import type { DocumentId } from '../model/clinical-document.ts';

/** Whose handles these are; other people's are deleted, never adopted. */
export interface HandleOwner {
  readonly iss: string;
  readonly patientId: string;
  readonly sub?: string;
}

/** Begins with the launch's own key, so that whatever removes the launch removes its handles too. */
export const handlesKey = (stateKey: string): string => `${stateKey}.open`;

/** The handles stored under `key` if they belong to `owner`; else they are deleted and none is given. */
export function readHandles(key: string, owner: HandleOwner): Map<string, DocumentId> {
  try {
    const stored = window.sessionStorage.getItem(key);
    if (stored === null) return new Map();
    const handles = parseHandles(stored, owner);
    if (handles === undefined) window.sessionStorage.removeItem(key);
    return handles ?? new Map();
  } catch {
    return new Map();
  }
}

/** Stores the handles; where storage is refused they last as long as the page. */
export function storeHandles(
  key: string,
  owner: HandleOwner,
  handles: ReadonlyMap<string, DocumentId>,
): void {
  try {
    window.sessionStorage.setItem(
      key,
      JSON.stringify({ owner: ownerLine(owner), handles: Object.fromEntries(handles) }),
    );
  } catch {
    // Refused or full: a reload then shows the list.
  }
}

/** Reads what `storeHandles` wrote; undefined where it is unreadable or another owner's. */
export function parseHandles(
  stored: string,
  owner: HandleOwner,
): Map<string, DocumentId> | undefined {
  let json: unknown;
  try {
    json = JSON.parse(stored);
  } catch {
    return undefined;
  }
  if (typeof json !== 'object' || json === null) return undefined;
  if (!('owner' in json) || json.owner !== ownerLine(owner)) return undefined;
  if (!('handles' in json) || typeof json.handles !== 'object' || json.handles === null) {
    return undefined;
  }
  const entries = Object.entries(json.handles).filter(
    (entry): entry is [string, DocumentId] => typeof entry[1] === 'string',
  );
  return new Map(entries);
}

const ownerLine = ({ iss, patientId, sub }: HandleOwner): string =>
  JSON.stringify([iss, patientId, sub ?? null]);
