/** Milliseconds of work after which the page has its turn. */
const TURN = 10;

/** A function to await between steps of long work: it gives way to the page once a turn is over. */
export function giveWay(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < TURN) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    since = performance.now();
  };
}
