import type { Page } from '@playwright/test';

/** Lets the server answer for every document with this body, as if it were stored so. */
export async function serveBinary(
  page: Page,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): Promise<void> {
  await page.route('**/Binary/**', async (route) => {
    const response = await route.fetch();
    const length = String(Buffer.byteLength(body));
    await route.fulfill({
      response,
      body,
      headers: { ...response.headers(), 'content-length': length, ...headers },
    });
  });
}
