/** What the session needs of the browser's window; tests bring their own. */
export interface Page {
  /** The address now. */
  address(): URL;
  /** Where `index.html` lies, with its trailing slash: the redirect URI. */
  readonly home: string;
  /** Throws where the browser refuses storage (cross-site frames). */
  storage(): KeyValueStorage;
  /** Rewrites the address without a navigation. */
  rewriteAddress(address: string): void;
  /** Navigates so that Back does not return here. */
  replaceBy(address: string): void;
  goTo(address: string): void;
  reload(): void;
  /** False where the browser knows that there is no network. */
  isOnline(): boolean;
  /** The page came back from the back-forward cache with what it held when it was left. */
  onRestored(listener: () => void): void;
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
    rewriteAddress: (address) => view.history.replaceState(view.history.state, '', address),
    replaceBy: (address) => view.location.replace(address),
    goTo: (address) => view.location.assign(address),
    reload: () => view.location.reload(),
    isOnline: () => view.navigator.onLine,
    onRestored: (listener) =>
      view.addEventListener('pageshow', (event) => {
        if (event.persisted) listener();
      }),
  };
}
