import type { DocumentId } from '../model/clinical-document.ts';
import { createStore, type Observable } from '../shared/observable.ts';
import { readHandles, storeHandles, type HandleOwner } from './document-handles.ts';

/** Which document is open, kept in the browser's history under random handles. */
export interface OpenDocument extends Observable<DocumentId | undefined> {
  /** Opens a document as a new step of the history. */
  open(id: DocumentId): void;
  /** Back to the list: a step back where the list is one step behind, else a new step. */
  close(): void;
  /** Deletes the handles of this launch and ends listening. */
  forget(): void;
  stop(): void;
}

/** What the history remembers of a step of ours. */
const fromList = 'dossier-from-list';

/**
 * The open document of one launch. The address shows a random handle, never a resource's id; the map from
 * handles to ids lies under the launch's own key of sessionStorage, so that reload and Back find it again.
 */
export function createOpenDocument(storageKey: string, owner: HandleOwner): OpenDocument {
  const handles = readHandles(storageKey, owner);
  const ofHash = (): DocumentId | undefined => handles.get(window.location.hash.slice(1));
  const store = createStore<DocumentId | undefined>(ofHash());
  const follow = () => store.set(ofHash());
  window.addEventListener('popstate', follow);
  window.addEventListener('hashchange', follow);
  const stop = () => {
    window.removeEventListener('popstate', follow);
    window.removeEventListener('hashchange', follow);
  };
  const step = (hash: string, state: string | null) => {
    const { pathname, search } = window.location;
    window.history.pushState(state, '', `${pathname}${search}${hash}`);
    follow();
  };
  return {
    get: store.get,
    subscribe: store.subscribe,
    open(id) {
      if (store.get() === id) return;
      const known = [...handles].find(([, target]) => target === id)?.[0];
      const handle = known ?? crypto.randomUUID().replaceAll('-', '').slice(0, 12);
      handles.set(handle, id);
      storeHandles(storageKey, owner, handles);
      step(`#${handle}`, store.get() === undefined ? fromList : null);
    },
    close() {
      if (store.get() === undefined) return;
      if (window.history.state === fromList) window.history.back();
      else step('', null);
    },
    forget() {
      handles.clear();
      try {
        window.sessionStorage.removeItem(storageKey);
      } catch {
        // Refused storage holds nothing.
      }
      stop();
    },
    stop,
  };
}
