/** An HTML case as a document of the app: where it is shown, what is ours around it, and how it is opened. */
import { expect, type Page } from '@playwright/test';
import { openByClick } from './documents/open-by-click.ts';
import type { HostileCase } from './hostile-case.ts';
import type { Ground } from './probe.ts';

/** The patient, the search, the list and the reader's tools. */
export const appGround: Ground = {
  report: 'main iframe',
  controls: ['section.patient', 'input[type=search]', '[role=grid] button', '.toolbar button'],
  places: false,
};

/** Opens the case's document; the page's address with it. */
export async function openCase(page: Page, one: HostileCase): Promise<string> {
  await openByClick(page, `Case ${one.id}`);
  const main = page.getByRole('main');
  await expect(main.locator('iframe')).toHaveAttribute('title', `Case ${one.id}`);
  await page.mouse.move(1279, 799);
  return page.url();
}
