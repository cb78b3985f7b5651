/**
 * Calls `listener` whenever a machine may have woken: timers stand still while it sleeps. The result ends it.
 */
export function onWake(listener: () => void): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  document.addEventListener('visibilitychange', listener, { signal });
  for (const waking of ['focus', 'pageshow', 'resume'])
    window.addEventListener(waking, listener, { signal });
  return () => controller.abort();
}
