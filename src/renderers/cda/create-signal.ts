export interface Signal {
  readonly promise: Promise<void>;
  resolve(): void;
}

/** A promise that somebody else settles. */
export function createSignal(): Signal {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve: () => resolve() };
}
