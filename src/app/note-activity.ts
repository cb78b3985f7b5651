import type { Activity } from '../shared/activity.ts';

/** Moving the mouse is none: a sleeve on the desk is nobody. A scroll is one, also of a part of the page. */
const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart', 'scroll'] as const;

/** What stands inside an element of this class is no sign of life: an answer to "still here?" is asked for. */
export const asksIfHere = 'asks-if-here';

/**
 * Feeds `activity` from the page and from each frame of ours in it: what happens inside a frame never
 * bubbles to the page. Where a browser delivers no events of a frame without scripts, the page's loss of
 * focus to that frame counts, and the page's own scrolling under it. The result ends it.
 */
export function noteActivity(activity: Activity): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  const options = { capture: true, passive: true, signal } as const;
  const note = ({ target }: Event): void => {
    if (isElement(target) && target.closest(`.${asksIfHere}`) !== null) return;
    activity.note();
  };
  const listenTo = (view: Window): void => {
    for (const sign of signs) view.addEventListener(sign, note, options);
  };
  const listenToFrame = (frame: Element | EventTarget | null): void => {
    // A frame of another origin has no document for us.
    if (frame instanceof HTMLIFrameElement && frame.contentDocument !== null) {
      if (frame.contentWindow !== null) listenTo(frame.contentWindow);
    }
  };
  listenTo(window);
  for (const frame of document.querySelectorAll('iframe')) listenToFrame(frame);
  // `load` of a frame does not bubble, but is captured.
  document.addEventListener('load', ({ target }) => listenToFrame(target), options);
  window.addEventListener(
    'blur',
    () => {
      if (document.activeElement instanceof HTMLIFrameElement) activity.note();
    },
    { signal },
  );
  return () => controller.abort();
}

/** Elements of a frame are of another realm. */
const isElement = (target: EventTarget | null): target is Element =>
  target !== null && 'closest' in target;
