import type { Page } from '@playwright/test';

type Json = Readonly<Record<string, unknown>>;

/** Serves the app's configuration with each server's entry changed, as an administrator would write it. */
export async function changeIssuers(page: Page, change: Json): Promise<void> {
  await replaceIssuers(page, (issuer) => [{ ...issuer, ...change }]);
}

/** The same with each server's entry written once per way in: patients sign in with a client of their own. */
export async function splitIssuers(page: Page, patientsClientId: string): Promise<void> {
  await replaceIssuers(page, (issuer) => [
    { ...issuer, launch: ['standalone'], clientId: patientsClientId },
    { ...issuer, launch: ['ehr'] },
  ]);
}

async function replaceIssuers(page: Page, replace: (issuer: Json) => readonly Json[]) {
  await page.route('**/config.json', async (route) => {
    const response = await route.fetch();
    const config = (await response.json()) as Json & { readonly issuers: readonly Json[] };
    await route.fulfill({
      response,
      json: { ...config, issuers: config.issuers.flatMap(replace) },
    });
  });
}
