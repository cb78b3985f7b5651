import type { Download, Page } from '@playwright/test';

/** Saves the open document by its one button, or by this entry where its format offers a choice. */
export async function saveDocument(
  page: Page,
  entry?: 'Safe copy (HTML)' | 'Safe copy (text)' | 'Original file, as received',
): Promise<Download> {
  const started = page.waitForEvent('download');
  const main = page.getByRole('main');
  await main.getByRole('button', { name: 'Save', exact: true }).click();
  if (entry !== undefined) await main.getByRole('button', { name: entry }).click();
  return started;
}
