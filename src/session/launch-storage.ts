import type { KeyValueStorage } from './page.ts';

/** The storage of this tab or frame: read at once, perhaps kept a moment later. */
export interface LaunchStorage extends KeyValueStorage {
  /** Once all that was written so far would be found again after leaving the page. */
  settled(): Promise<void>;
  /** Forgets what stands in memory, as the page is left; what is kept stays. */
  close(): void;
}

/** The tab's own sessionStorage, which keeps each value at once. */
export function immediateStorage(storage: KeyValueStorage): LaunchStorage {
  return {
    get length() {
      return storage.length;
    },
    key: (index) => storage.key(index),
    getItem: (name) => storage.getItem(name),
    setItem: (name, value) => storage.setItem(name, value),
    removeItem: (name) => storage.removeItem(name),
    settled: async () => undefined,
    close: () => undefined,
  };
}
