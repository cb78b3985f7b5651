import { inSlices } from './in-slices.ts';
import { layOutNear } from './lay-out-near.ts';

/** Frames in which what lies above may still get its real height. */
const FRAMES = 20;
/** Pixels that nobody sees. */
const NEAR = 2;
/** Windows up and down that a browser shows at once, and what it keeps ready beyond them. */
const WINDOWS = 1.6;

export interface SteadyScroll {
  /**
   * Scrolls to the element, once what is around it is laid out, and until it stays where it should be: parts of a long
   * document that were never in sight have guessed heights, which become real ones as they are passed. Once there, it
   * ends as soon as the reader scrolls; another call ends the one before.
   */
  to(element: Element, scroll: () => void): void;
}

export function createSteadyScroll(root: () => Element | null | undefined): SteadyScroll {
  let end = (): void => undefined;
  return {
    to(element, scroll) {
      end();
      const around = root();
      const steps = around
        ? layOutNear(around, element, WINDOWS * window.innerHeight)
        : [].values();
      end = inSlices(steps, () => {
        end = keepThere(element, scroll);
      });
    },
  };
}

/** Scrolls, and scrolls again when the element has moved by itself. Answers how to stop. */
function keepThere(element: Element, scroll: () => void): () => void {
  scroll();
  let wanted = element.getBoundingClientRect().top;
  let left = FRAMES;
  const stop = (): void => {
    left = 0;
    for (const kind of INPUTS) window.removeEventListener(kind, stop, true);
  };
  for (const kind of INPUTS) window.addEventListener(kind, stop, { capture: true, once: true });
  lookSoon();
  return stop;

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
