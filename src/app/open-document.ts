import type { DocumentId } from '../model/clinical-document.ts';
import { createStore, type Observable } from '../shared/observable.ts';
import {
  handlesKey,
  readHandles,
  storeHandles,
  takeFormerHandles,
  type HandleOwner,
  type HandleStorage,
} from './document-handles.ts';

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
 * handles to ids is kept under the launch's own key, so that reload and Back find it again, and so does the
 * same person who signs in again to the same patient.
 */
export function createOpenDocument(
  storage: HandleStorage,
  stateKey: string,
  owner: HandleOwner,
): OpenDocument {
  const former = takeFormerHandles(storage, stateKey, owner);
  const { targets } = readHandles(storage, stateKey, owner) ??
    former ?? { targets: new Map<string, DocumentId>() };
  const handleNow = (): string => window.location.hash.slice(1);
  if (former?.open !== undefined && handleNow() === '') {
    const { pathname, search } = window.location;
    window.history.replaceState(null, '', `${pathname}${search}#${former.open}`);
  }
  const store = createStore<DocumentId | undefined>(targets.get(handleNow()));
  const keep = () => {
    const open = handleNow();
    const isKnown = targets.has(open);
    storeHandles(storage, stateKey, owner, { targets, ...(isKnown && { open }) });
  };
  if (former !== undefined) keep();
  const follow = () => {
    store.set(targets.get(handleNow()));
    if (targets.size > 0) keep();
  };
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
      const known = [...targets].find(([, target]) => target === id)?.[0];
      const handle = known ?? crypto.randomUUID().replaceAll('-', '').slice(0, 12);
      targets.set(handle, id);
      step(`#${handle}`, store.get() === undefined ? fromList : null);
    },
    close() {
      if (store.get() === undefined) return;
      if (window.history.state === fromList) window.history.back();
      else step('', null);
    },
    forget() {
      targets.clear();
      storage.removeItem(handlesKey(stateKey));
      stop();
    },
    stop,
  };
}
