import { expect, type Locator, type Page } from '@playwright/test';

/** Opens the dialog in which the days of a new summary are chosen. */
export async function openRange(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'New summary (CCD)' }).click();
  const dialog = page.getByRole('dialog', { name: 'New summary (CCD)' });
  await expect(dialog).toBeVisible();
  return dialog;
}

/** Types a day as month, day and year (`01312024`, or its beginning) into an emptied field. */
export async function setDay(
  dialog: Locator,
  side: 'Start' | 'End',
  digits: string,
): Promise<void> {
  const clear = dialog.getByRole('button', { name: `Clear ${side}` });
  if (await clear.isVisible()) await clear.click();
  if (digits === '') return;
  await dialog.getByRole('group', { name: side }).getByRole('spinbutton').first().click();
  await dialog.page().keyboard.type(digits);
}

/** Asks for a summary of the given days; a side that is not given stays open. */
export async function askForSummary(
  page: Page,
  days: { readonly start?: string; readonly end?: string },
): Promise<void> {
  const dialog = await openRange(page);
  await setDay(dialog, 'Start', days.start ?? '');
  await setDay(dialog, 'End', days.end ?? '');
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(dialog).toBeHidden();
}
