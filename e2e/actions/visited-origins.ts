import type { BrowserContext } from '@playwright/test';

/** The origins that any page of the context sends requests to, from now on; what pages make themselves is left out. */
export function visitedOrigins(context: BrowserContext): ReadonlySet<string> {
  const origins = new Set<string>();
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol === 'http:' || protocol === 'https:') origins.add(origin);
  });
  return origins;
}
