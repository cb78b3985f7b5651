/** Opening a document of the list, and what can then be read of it: asked of the page once, and answered when it is so. */
import type { Page } from '@playwright/test';

/** Clicks the document's row; resolves when the reader names it and is not busy. */
export async function openByClick(page: Page, title: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search documents' }).fill(title);
  await page.getByRole('row', { name: new RegExp(`^${title},`) }).getByRole('button').first().click(); // prettier-ignore
  if (!(await page.evaluate(untilOpen, title)))
    throw new Error(`“${title}” did not open within 30 seconds.`);
}

/** What must be read of a document. */
export interface Wanted {
  readonly harmless?: string;
  readonly says?: RegExp;
}

/** Everything that can be read in the reader, an HTML document's frame included, white space as one blank; waits for what is wanted. */
export const readWords = (page: Page, { harmless = '', says = /^/ }: Wanted, patience: number): Promise<string> =>
  page.evaluate(untilRead, [squeezed(harmless), says.source, says.flags, patience] as const); // prettier-ignore

export const squeezed = (text: string): string => text.replaceAll(/\s+/g, ' ');

/** Runs in the page. The last document is gone once the next one names the reader. */
async function untilOpen(title: string): Promise<boolean> {
  for (const end = performance.now() + 30_000; performance.now() < end;) {
    const main = document.querySelector('main');
    const isOpen = main?.ariaLabel === title && main.ariaBusy === 'false';
    if (isOpen) return true;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return false;
}

/** Runs in the page. */
async function untilRead([harmless, source, flags, patience]: readonly [string, string, string, number]): Promise<string> {
  const says = new RegExp(source, flags);
  const end = performance.now() + patience;
  for (let wait = 20; ; wait = Math.min(2 * wait, 500)) {
    const main = document.querySelector('main');
    const frames = [...(main?.querySelectorAll('iframe') ?? [])].map((frame) => frame.contentDocument?.body.innerText ?? '');
    const text = [main?.innerText ?? '', ...frames].join('\n').replaceAll(/\s+/g, ' ');
    if ((text.includes(harmless) && says.test(text)) || performance.now() >= end) return text;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
} // prettier-ignore
