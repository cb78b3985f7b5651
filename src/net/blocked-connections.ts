/**
 * Where this page's own policy (`connect-src`) lets no request go. To whoever fetches, that looks like a lost
 * network; only the event tells. A policy never loosens while a page lives, so an origin once refused stays so.
 */
const blockedOrigins = new Set<string>();

globalThis.document?.addEventListener('securitypolicyviolation', (event) => {
  if (event.effectiveDirective !== 'connect-src' || event.disposition === 'report') return;
  if (URL.canParse(event.blockedURI)) blockedOrigins.add(new URL(event.blockedURI).origin);
});

/** Was a request that just failed stopped by the page's policy? The event is a task of its own, awaited here. */
export async function wasBlocked(address: URL): Promise<boolean> {
  if (globalThis.document === undefined) return false;
  await new Promise((resolve) => setTimeout(resolve, 0));
  return blockedOrigins.has(address.origin);
}
