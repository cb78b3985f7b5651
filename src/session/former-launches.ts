/**
 * A second launch in the same tab or frame takes the first one's place: what the first kept is deleted before
 * anything else is shown. Of a session that had ended, what the app kept is adopted by the next sign-in if that
 * is the same person's to the same patient, and deleted otherwise.
 */
import { openLaunches } from './launch-copies.ts';
import type { Page } from './page.ts';
import type { LaunchStore, StoredLaunch } from './stored-launch.ts';
import { parseTokenResponse } from './token-response.ts';

export interface FormerLaunches {
  /** Deleted here just now, and open nowhere else as far as the browser tells. */
  readonly replaced: readonly StoredLaunch[];
  /** Keys of those whose session had ended: they stay until the sign-in is completed. */
  readonly ended: readonly string[];
}

/** Deletes the launches that this tab or frame was used for before. */
export async function replaceFormerLaunches(
  store: LaunchStore,
  page: Page,
): Promise<FormerLaunches> {
  const isOpen = await openLaunches(page.locks);
  const former = launchesOfThisFrame(store, page, isOpen);
  const deleted = former.filter((launch) => !hasEnded(launch));
  for (const { key } of deleted) store.remove(key);
  return {
    // A copy of this tab that still shows the chart lives on the same tokens.
    replaced: deleted.filter(({ key }) => isOpen?.(key) !== true),
    ended: former.filter(hasEnded).map(({ key }) => key),
  };
}

/** Moves what the app kept of an ended launch under `KEY.former.…`, or deletes it with all else of that launch. */
export function adoptFormer(store: LaunchStore, launch: StoredLaunch): void {
  for (const key of launch.notes.former) {
    const former = store.read(key);
    const isSame =
      former?.serverUrl === launch.serverUrl && patientOf(former) === patientOf(launch);
    if (isSame) store.moveValues(key, `${launch.key}.former`);
    store.remove(key);
  }
}

/**
 * Frames of one page share a storage, and so do all windows of some browsers that are built into record systems: only
 * what is of this one may be deleted here. Its history tells that, but not from beyond the pages of other origins,
 * and not in every browser; at the top, what was signed in to and is open in no window is taken for its own as well.
 */
function launchesOfThisFrame(
  store: LaunchStore,
  page: Page,
  isOpen: ((key: string) => boolean) | undefined,
): readonly StoredLaunch[] {
  const launches = store.keys().flatMap((key) => store.read(key) ?? []);
  if (page.frame !== undefined && !store.isShared) return launches;
  const earlier = page.earlierLaunches();
  const isLeft = ({ key, notes }: StoredLaunch): boolean =>
    page.frame === undefined &&
    !notes.isFramed &&
    notes.signedInAt !== undefined &&
    isOpen?.(key) === false;
  return launches.filter((launch) => earlier.includes(launch.key) || isLeft(launch));
}

function hasEnded({ notes, token }: StoredLaunch): boolean {
  return notes.signedInAt !== undefined && parseTokenResponse(token).accessToken === undefined;
}

const patientOf = ({ token }: StoredLaunch): string | undefined =>
  parseTokenResponse(token).patient;
