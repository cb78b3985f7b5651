/**
 * Windows that hold the same launch: a duplicated tab gets a copy of the storage and sees no later write, so on a
 * server that gives a new refresh token each time the second to renew would present a spent one. They renew one
 * at a time (Web Locks) and tell each other what came (BroadcastChannel: same origin and, by its name, same
 * launch alone). Where either is refused, as in frames of other sites, there is no copy to mind.
 */
import { isRecord } from '../shared/json.ts';

/** The token answer that a window works with, all of its fields; and when it came, in milliseconds since 1970. */
export interface TokenNews {
  readonly token: Readonly<Record<string, unknown>>;
  readonly receivedAt: number;
  /** How many renewals led to it: more is newer. */
  readonly renewals: number;
}

/** What a window does about its copies. */
export interface CopyListener {
  /** The token to tell a copy that asks; undefined where there is none (any more). */
  current(): TokenNews | undefined;
  told(news: TokenNews): void;
  /** The person signed out in a copy: the tokens are revoked for all. */
  signedOut(): void;
}

export interface LaunchCopies {
  /** Runs `work` while no copy runs its own, after hearing what the copies have: perhaps there is no need left. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  tell(news: TokenNews): void;
  tellSignedOut(): void;
  leave(): void;
}

export type Locks = Pick<LockManager, 'request' | 'query'>;

/** A copy that is awake answers at once; one that the browser froze would never. */
const ANSWER_MS = 1000;

/** Whether a window of this browser has the launch of a key open; undefined where nothing tells. */
export async function openLaunches(
  locks: Locks | undefined,
): Promise<((stateKey: string) => boolean) | undefined> {
  try {
    const snapshot = await locks?.query();
    const names = snapshot?.held?.map(({ name }) => name);
    return names && ((stateKey) => names.includes(presenceOf(stateKey)));
  } catch {
    return undefined;
  }
}

const presenceOf = (stateKey: string): string => `dossier.${stateKey}.open`;

export function joinCopies(
  stateKey: string,
  offered: Locks | undefined,
  listener: CopyListener,
): LaunchCopies {
  const name = `dossier.${stateKey}`;
  const presence = presenceOf(stateKey);
  let channel = offered === undefined ? undefined : openChannel(name);
  const locks = channel === undefined ? undefined : offered;
  const answered = new Set<() => void>();
  let leave: () => void = () => undefined;
  const left = new Promise<void>((resolve) => {
    leave = resolve;
  });
  // Held as long as this window has the launch, so that the others know whether to wait for an answer.
  void locks?.request(presence, { mode: 'shared' }, () => left).catch(() => undefined);
  channel?.addEventListener('message', ({ data }) => hear(data));

  return {
    async exclusively(work) {
      let isAlone = false;
      try {
        if (locks === undefined) return await work();
        return await locks.request(`${name}.refresh`, async () => {
          isAlone = true;
          await askCopies(locks);
          return work();
        });
      } catch (cause) {
        if (locks === undefined || isAlone) throw cause;
        return work();
      }
    },
    tell: (news) => channel?.postMessage({ kind: 'token', ...news }),
    tellSignedOut: () => channel?.postMessage({ kind: 'signedOut' }),
    leave() {
      leave();
      channel?.close();
      channel = undefined;
    },
  };

  async function askCopies(from: Locks): Promise<void> {
    const { held = [] } = await from.query();
    let awaited = held.filter((lock) => lock.name === presence).length - 1;
    if (awaited < 1) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        answered.delete(count);
        resolve();
      };
      const count = () => {
        awaited -= 1;
        if (awaited < 1) done();
      };
      const timer = setTimeout(done, ANSWER_MS);
      answered.add(count);
      channel?.postMessage({ kind: 'ask' });
    });
  }

  function hear(message: unknown): void {
    if (!isRecord(message)) return;
    if (message['kind'] === 'signedOut') return listener.signedOut();
    if (message['kind'] === 'ask')
      return channel?.postMessage({ kind: 'token', ...listener.current() });
    if (message['kind'] !== 'token') return;
    const { token, receivedAt, renewals } = message;
    if (isRecord(token) && typeof receivedAt === 'number' && typeof renewals === 'number')
      listener.told({ token, receivedAt, renewals });
    for (const count of answered) count();
  }
}

/** The browser refuses it to pages without an origin, and where it keeps sites apart. */
function openChannel(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name);
  } catch {
    return undefined;
  }
}
