import { expect, type Locator, type Page } from '@playwright/test';

const patience = 40;

/** Presses Tab until `target` has the focus. */
export const tabTo = (page: Page, target: Locator): Promise<void> => press(page, 'Tab', target);

/** Presses Shift+Tab until `target` has the focus. */
export const tabBackTo = (page: Page, target: Locator): Promise<void> =>
  press(page, 'Shift+Tab', target);

async function press(page: Page, key: string, target: Locator): Promise<void> {
  for (let pressed = 0; pressed < patience; pressed += 1) {
    await page.keyboard.press(key);
    if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return;
  }
  await expect(target).toBeFocused();
}
