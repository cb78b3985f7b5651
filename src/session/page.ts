import { isRecord } from '../shared/json.ts';
import type { FrameMemory } from './key-cookie.ts';
import type { Locks } from './launch-copies.ts';

/** What the session needs of the browser's window; tests bring their own. */
export interface Page {
  /** The address now. */
  address(): URL;
  /** Where `index.html` lies, with its trailing slash: the redirect URI. */
  readonly home: string;
  /** Throws where the browser refuses storage (cross-site frames). */
  storage(): KeyValueStorage;
  /** In a frame only: what it has where storage is refused. */
  readonly frame?: FrameMemory;
  /** Web Locks; undefined where the browser has none. In frames of other sites each request is refused. */
  readonly locks?: Locks | undefined;
  /** Rewrites the address without a navigation. */
  rewriteAddress(address: string): void;
  /** Navigates so that Back does not return here. */
  replaceBy(address: string): void;
  goTo(address: string): void;
  reload(): void;
  /** False where the browser knows that there is no network. */
  isOnline(): boolean;
  /** Notes at this step of the history which launch it is of; nothing where the browser cannot. */
  noteLaunch(key: string): void;
  /** The launches of earlier steps in this tab or frame, as far as the browser tells. */
  earlierLaunches(): readonly string[];
  /** The page came back from the back-forward cache with what it held when it was left. */
  onRestored(listener: () => void): void;
  /** The page is being left, for good or into the back-forward cache. */
  onLeft(listener: () => void): void;
}

export type KeyValueStorage = Pick<
  Storage,
  'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'
>;

export function pageOf(view: Window): Page {
  return {
    address: () => new URL(view.location.href),
    home: new URL('.', view.document.baseURI).href.replace(/[?#].*$/, ''),
    storage: () => view.sessionStorage,
    ...(view.parent !== view && { frame: frameMemoryOf(view) }),
    locks: locksOf(view),
    rewriteAddress: (address) => view.history.replaceState(view.history.state, '', address),
    replaceBy: (address) => view.location.replace(address),
    goTo: (address) => view.location.assign(address),
    reload: () => view.location.reload(),
    isOnline: () => view.navigator.onLine,
    noteLaunch: (key) => navigationOf(view)?.updateCurrentEntry({ state: { [LAUNCH]: key } }),
    earlierLaunches: () => (navigationOf(view)?.entries() ?? []).flatMap(launchOf),
    onRestored: (listener) =>
      view.addEventListener('pageshow', (event) => {
        if (event.persisted) listener();
      }),
    onLeft: (listener) => view.addEventListener('pagehide', listener),
  };
}

function locksOf({ navigator }: Window): Locks | undefined {
  try {
    return navigator.locks;
  } catch {
    return undefined;
  }
}

const LAUNCH = 'dossierLaunch';

/** The part of the Navigation API that is used: it lists the steps of this frame alone. */
interface NavigationSteps {
  entries(): readonly { getState(): unknown }[];
  updateCurrentEntry(options: { readonly state: unknown }): void;
}

function navigationOf(view: Window): NavigationSteps | undefined {
  return 'navigation' in view ? (view.navigation as NavigationSteps) : undefined;
}

function launchOf(step: { getState(): unknown }): readonly string[] {
  const state = step.getState();
  return isRecord(state) && typeof state[LAUNCH] === 'string' ? [state[LAUNCH]] : [];
}

function frameMemoryOf(view: Window): FrameMemory {
  return {
    name: () => view.name,
    rename: (name) => {
      view.name = name;
    },
    cookies: () => view.document.cookie,
    setCookie: (cookie) => {
      view.document.cookie = cookie;
    },
  };
}
