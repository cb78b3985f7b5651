import type { BrowserContext } from '@playwright/test';

/**
 * Refuses frames their storage, as Chromium does on other sites when third-party storage is blocked; builds
 * differ in whether it is. `cookies`: those as well.
 */
export async function refuseStorage(
  context: BrowserContext,
  { cookies = false } = {},
): Promise<void> {
  await context.addInitScript((withCookies) => {
    if (window.top === window) return;
    const refuse = () => {
      throw new DOMException('refused', 'SecurityError');
    };
    for (const name of ['sessionStorage', 'localStorage', 'indexedDB', 'caches']) {
      Object.defineProperty(window, name, { get: refuse });
    }
    Reflect.set(navigator.locks, 'request', async () => refuse());
    if (withCookies) {
      Object.defineProperty(document, 'cookie', { value: '', writable: false });
    }
  }, cookies);
}
