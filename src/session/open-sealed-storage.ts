import { err, ok } from '../shared/result.ts';
import type { Result } from '../shared/result.ts';
import { cookieNameOf, deleteKey, readKeys, writeKey } from './key-cookie.ts';
import type { FrameKey, FrameMemory } from './key-cookie.ts';
import type { LaunchStorage } from './launch-storage.ts';
import { KEY_BYTES, randomBytes } from './seal.ts';
import { isSealedName, openName } from './sealed-name.ts';
import { sealedStorage } from './sealed-storage.ts';
import type { SealedFrame, SealedStart } from './sealed-storage.ts';

/** `storedStateUnreadable`: what the frame kept was emptied, replaced or is an older value, or its key is gone. */
export type SealProblem = 'storageRefused' | 'storedStateUnreadable';

/**
 * The storage of a new launch. What an earlier launch of this frame left stands in it as well, so that one rule
 * deals with second launches everywhere; the earlier key goes with the first write, which overwrites its value.
 */
export async function createSealedStorage(
  sealed: SealedFrame,
): Promise<Result<LaunchStorage, SealProblem>> {
  return unlessRefused(async () => {
    const { frame, path, stateKey } = sealed;
    const cookieName = await cookieNameOf(stateKey);
    const key = newKey();
    if (!writeKey(frame, path, cookieName, key)) return err('storageRefused');
    deleteKey(frame, path, cookieName);
    const former = await openFormer(frame);
    const start: SealedStart = { cookieName, key, values: new Map(), ...former };
    return ok(await sealedStorage(sealed, start));
  });
}

/** The storage of a launch that this frame began; empty where it began none. */
export async function openSealedStorage(
  sealed: SealedFrame,
): Promise<Result<LaunchStorage, SealProblem>> {
  return unlessRefused(async () => {
    const { frame, stateKey } = sealed;
    const cookieName = await cookieNameOf(stateKey);
    const key = readKeys(frame).get(cookieName);
    if (key === undefined) {
      if (isSealedName(frame.name())) return err('storedStateUnreadable');
      return ok(await sealedStorage(sealed, { cookieName, key: newKey(), values: new Map() }));
    }
    const contents = await openName(frame.name(), key);
    if (contents?.state !== stateKey) return err('storedStateUnreadable');
    return ok(await sealedStorage(sealed, { cookieName, key, values: contents.values }));
  });
}

/** A frame that may not even have cookies throws, and so does a page without WebCrypto. */
async function unlessRefused(
  open: () => Promise<Result<LaunchStorage, SealProblem>>,
): Promise<Result<LaunchStorage, SealProblem>> {
  try {
    return await open();
  } catch {
    return err('storageRefused');
  }
}

const newKey = (): FrameKey => ({ raw: randomBytes(KEY_BYTES), counter: 0 });

/** The launch that this frame's name still holds: its key is the one, of all in this page, that opens it. */
async function openFormer(
  frame: FrameMemory,
): Promise<Pick<SealedStart, 'values' | 'formerCookie'> | undefined> {
  for (const [formerCookie, key] of readKeys(frame)) {
    const contents = await openName(frame.name(), key);
    if (contents !== undefined) return { values: contents.values, formerCookie };
  }
  return undefined;
}
