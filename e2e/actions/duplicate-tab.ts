import type { Page } from '@playwright/test';

/** A second tab at the same address with a copy of the first one's sessionStorage, as Duplicate in a tab's menu makes it. */
export async function duplicateTab(page: Page): Promise<Page> {
  const opening = page.waitForEvent('popup');
  await page.evaluate(() => void window.open(location.href));
  return opening;
}
