/** Frames in which what lies above may still get its real height. */
const FRAMES = 20;
/** Pixels that nobody sees. */
const NEAR = 2;

/**
 * Scrolls until what was asked for stays where it should be: parts of a long document that were never in sight have
 * guessed heights, which become real ones as they are passed. Ends as soon as the reader scrolls.
 */
export function scrollSteadily(element: Element, scroll: () => void): void {
  scroll();
  let wanted = element.getBoundingClientRect().top;
  let left = FRAMES;
  const stop = (): void => {
    left = 0;
    for (const kind of INPUTS) window.removeEventListener(kind, stop, true);
  };
  for (const kind of INPUTS) window.addEventListener(kind, stop, { capture: true, once: true });
  lookSoon();

  /** Behind the frame: what is measured then is laid out, and to scroll again is a task of its own. */
  function lookSoon(): void {
    requestAnimationFrame(() => setTimeout(look, 0));
  }

  function look(): void {
    left -= 1;
    if (left <= 0 || !element.isConnected) {
      stop();
      return;
    }
    if (Math.abs(element.getBoundingClientRect().top - wanted) > NEAR) {
      scroll();
      wanted = element.getBoundingClientRect().top;
    }
    lookSoon();
  }
}

const INPUTS = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;
