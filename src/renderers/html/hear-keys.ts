/** Keys pressed inside the frame act as if pressed on it: the app's shortcuts listen on the page. */
import type { RendererEvent } from '../renderer.ts';

/** `keyup` and `focusin` come too when a key outside took the focus into the frame. */
const signs = ['keydown', 'keyup', 'focusin', 'pointerdown', 'wheel', 'scroll'] as const;

/** So long the frame may have the focus without a sign before its silence is told. */
const patienceMs = 2_000;

/** Hands on the keys of `inside` to its frame in the page until `signal` ends it. */
export function hearKeys(
  inside: Document,
  report: (event: RendererEvent) => void,
  signal: AbortSignal,
): void {
  const frame = inside.defaultView?.frameElement;
  if (!frame) return;
  inside.addEventListener(
    'keydown',
    (event) => {
      // What a shortcut takes, the browser does not get.
      if (!frame.dispatchEvent(copyOf(event))) event.preventDefault();
    },
    { capture: true, signal },
  );
  tellOfSilence(inside, frame, report, signal);
}

const copyOf = (event: KeyboardEvent): KeyboardEvent =>
  new KeyboardEvent('keydown', {
    key: event.key,
    code: event.code,
    ctrlKey: event.ctrlKey,
    metaKey: event.metaKey,
    altKey: event.altKey,
    shiftKey: event.shiftKey,
    repeat: event.repeat,
    bubbles: true,
    cancelable: true,
  });

/**
 * WebKit gives a page no events of a frame without scripts (https://bugs.webkit.org/show_bug.cgi?id=218086). There
 * the page sees only that its focus went into the frame: then words say that keys do not work inside.
 */
function tellOfSilence(
  inside: Document,
  frame: Element,
  report: (event: RendererEvent) => void,
  signal: AbortSignal,
): void {
  const page = frame.ownerDocument;
  let isHeard = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hear = (): void => void (isHeard = true);
  for (const sign of signs)
    inside.addEventListener(sign, hear, { capture: true, passive: true, once: true, signal });
  const look = (): void => {
    if (!isHeard && page.activeElement === frame)
      report({ kind: 'notice', id: 'html.deaf', sentence: { key: 'renderers.html.deaf' } });
  };
  page.defaultView?.addEventListener(
    'blur',
    () => {
      clearTimeout(timer);
      if (page.activeElement === frame) timer = setTimeout(look, patienceMs);
    },
    { signal },
  );
  signal.addEventListener('abort', () => clearTimeout(timer));
}
