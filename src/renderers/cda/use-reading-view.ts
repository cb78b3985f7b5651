import { useSyncExternalStore } from 'react';
import type { CdaSection } from '../../cda/cda-document.ts';
import { createStore, type Observable } from '../../shared/observable.ts';
import { useCdaDocument } from './cda-context.ts';
import {
  storedPreferences,
  storePreferences,
  type ReadingPreferences,
} from './reading-preferences.ts';
import { firstView, orderAfterMove, revealing, type ReadingView } from './reading-view.ts';

/** What the reader may do to the view of one document. */
export interface ReadingViewStore extends Observable<ReadingView> {
  change(part: Partial<Omit<ReadingView, 'preferences' | 'only'>>): void;
  showOnly(key: string | undefined): void;
  toggle(key: string): void;
  /** Unfolds all sections, one after the other as frames are drawn: those below are then out of sight. */
  expandAll(): void;
  condense(on: boolean): void;
  /** Puts the contents away, or back beside the sections. */
  putContentsAway(away: boolean): void;
  /** Remembers for the documents to come. */
  prefer(part: Partial<Omit<ReadingPreferences, 'first'>>): void;
  showFirst(count: number | undefined): void;
  move(sections: readonly CdaSection[], key: string, by: number): void;
  reveal(sections: readonly CdaSection[], path: readonly string[]): void;
}

/** By then the window is full, and what unfolds below it costs nothing. */
const FRAMES_TO_EXPAND = 12;

export function createReadingView(): ReadingViewStore {
  const store = createStore(firstView(storedPreferences()));
  const remember = (preferences: ReadingPreferences): void => {
    storePreferences(preferences);
    const { only: _, ...view } = store.get();
    store.set({ ...view, preferences, asAuthored: false, all: false });
  };
  return {
    get: store.get,
    subscribe: store.subscribe,
    change: (part) => store.set({ ...store.get(), ...part }),
    showOnly(key) {
      const { only: _, ...view } = store.get();
      store.set(key === undefined ? view : { ...view, only: key });
    },
    toggle(key) {
      const view = store.get();
      const collapsed = new Set(view.collapsed);
      if (!collapsed.delete(key)) collapsed.add(key);
      store.set({ ...view, collapsed });
    },
    expandAll() {
      const waiting = [...store.get().collapsed];
      let frames = 0;
      const next = (): void => {
        frames += 1;
        const keys = waiting.splice(0, frames < FRAMES_TO_EXPAND ? 1 : Infinity);
        const view = store.get();
        const collapsed = new Set(view.collapsed);
        for (const key of keys) collapsed.delete(key);
        store.set({ ...view, collapsed });
        if (waiting.length > 0) requestAnimationFrame(() => setTimeout(next, 0));
      };
      next();
    },
    condense(on) {
      const view = store.get();
      const preferences = { ...view.preferences, condense: on };
      storePreferences(preferences);
      store.set({ ...view, preferences, condense: on });
    },
    putContentsAway(away) {
      const view = store.get();
      const preferences = { ...view.preferences, contentsAway: away };
      storePreferences(preferences);
      store.set({ ...view, preferences });
    },
    prefer: (part) => remember({ ...store.get().preferences, ...part }),
    showFirst(count) {
      const { first: _, ...preferences } = store.get().preferences;
      remember(count === undefined ? preferences : { ...preferences, first: count });
    },
    move(sections, key, by) {
      const view = store.get();
      const order = orderAfterMove(sections, view, key, by);
      const preferences = { ...view.preferences, order };
      storePreferences(preferences);
      store.set({ ...view, preferences, asAuthored: false });
    },
    reveal: (sections, path) => store.set(revealing(store.get(), sections, path)),
  };
}

/** A part of the view; renders again when that part changes. `select` must give back what it finds, no copy. */
export function useReadingView<T>(select: (view: ReadingView) => T): T {
  const { view } = useCdaDocument();
  return useSyncExternalStore(view.subscribe, () => select(view.get()));
}
