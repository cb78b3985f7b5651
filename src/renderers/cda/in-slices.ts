/** Milliseconds of work after which the page gets its turn. */
const SLICE_MILLISECONDS = 10;

/** Takes the steps a few milliseconds at a time, each slice in a task of its own. Answers how to stop. */
export function inSlices<T>(steps: Iterator<unknown, T>, onEnd: (result: T) => void): () => void {
  let timer = setTimeout(function slice() {
    const until = performance.now() + SLICE_MILLISECONDS;
    do {
      const step = steps.next();
      if (step.done === true) {
        onEnd(step.value);
        return;
      }
    } while (performance.now() < until);
    timer = setTimeout(slice, 0);
  }, 0);
  return () => clearTimeout(timer);
}
