/**
 * A second launch in the same tab or frame takes the first one's place: what the first kept is deleted before
 * anything else is shown. Of a session that had ended, what the app kept is adopted by the next sign-in if that
 * is the same person's to the same patient, and deleted otherwise.
 */
import type { Page } from './page.ts';
import type { LaunchStore, StoredLaunch } from './stored-launch.ts';
import { parseTokenResponse } from './token-response.ts';

export interface FormerLaunches {
  /** Deleted here just now. */
  readonly replaced: readonly StoredLaunch[];
  /** Keys of those whose session had ended: they stay until the sign-in is completed. */
  readonly ended: readonly string[];
}

/** Deletes the launches that this tab or frame was used for before. */
export function replaceFormerLaunches(store: LaunchStore, page: Page): FormerLaunches {
  const former = launchesOfThisFrame(store, page);
  const replaced = former.filter((launch) => !hasEnded(launch));
  for (const { key } of replaced) store.remove(key);
  return { replaced, ended: former.filter(hasEnded).map(({ key }) => key) };
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

/** Frames of one page share a storage: only what is known to be of this one may be deleted here. */
function launchesOfThisFrame(store: LaunchStore, page: Page): readonly StoredLaunch[] {
  const launches = store.keys().flatMap((key) => store.read(key) ?? []);
  if (page.frame === undefined) return launches.filter(({ notes }) => !notes.isFramed);
  if (!store.isShared) return launches;
  const earlier = page.earlierLaunches();
  return launches.filter(({ key }) => earlier.includes(key));
}

function hasEnded({ notes, token }: StoredLaunch): boolean {
  return notes.signedInAt !== undefined && parseTokenResponse(token).accessToken === undefined;
}

const patientOf = ({ token }: StoredLaunch): string | undefined =>
  parseTokenResponse(token).patient;
