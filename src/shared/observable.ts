/** A value that changes over time, in the shape `useSyncExternalStore` takes. */
export interface Observable<T> {
  get(): T;
  /** Calls `listener` after each change; the result ends the subscription. */
  subscribe(listener: () => void): () => void;
}

export interface Store<T> extends Observable<T> {
  set(value: T): void;
}

/** An observable whose owner sets it. Setting the identical value notifies nobody. */
export function createStore<T>(initial: T): Store<T> {
  let current = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set(value) {
      if (Object.is(value, current)) return;
      current = value;
      for (const listener of new Set(listeners)) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
