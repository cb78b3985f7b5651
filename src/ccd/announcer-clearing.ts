/** How react-aria marks the live regions that it puts at the start of the body. */
export const announcerSelector = '[data-live-announcer]';

/**
 * Lets react-aria empty its live regions under Trusted Types: it assigns `innerHTML = ''`, which the page's
 * CSP refuses with an exception in the middle of typing. The assignment becomes a plain removal of the
 * nodes. Call once, before rendering.
 */
export function letAnnouncerClear(): void {
  new MutationObserver(() => {
    for (const log of document.querySelectorAll(`${announcerSelector} > *`)) {
      if (Object.hasOwn(log, 'innerHTML')) continue;
      Object.defineProperty(log, 'innerHTML', {
        set() {
          log.replaceChildren();
        },
      });
    }
  }).observe(document.body, { childList: true });
}
