import type { Page } from '@playwright/test';

type Json = Readonly<Record<string, unknown>>;

/** Serves the app's configuration with each server's entry changed, as an administrator would write it. */
export async function changeIssuers(page: Page, change: Json): Promise<void> {
  await page.route('**/config.json', async (route) => {
    const response = await route.fetch();
    const config = (await response.json()) as Json & { readonly issuers: readonly Json[] };
    const issuers = config.issuers.map((issuer) => ({ ...issuer, ...change }));
    await route.fulfill({ response, json: { ...config, issuers } });
  });
}
