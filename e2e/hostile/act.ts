/** What a reader does with an open document: real clicks and keys on what is found by its words. */
import type { FrameLocator, Locator, Page } from '@playwright/test';
import type { Act } from './hostile-case.ts';

/** Where the words of the document are looked for. */
export type Scope = Locator | FrameLocator;

/** Does `acts` in order; what is not there any more (taken away by a wall) is passed over. */
export async function doActs(page: Page, scope: Scope, acts: readonly Act[]): Promise<void> {
  for (const act of acts) {
    if ('press' in act) await press(page, act.press);
    else if ('hover' in act) await pointTo(page, scope, act.hover);
    else if ('dragToSearch' in act) await dragToSearch(page, scope, act.dragToSearch);
    else if (await pointTo(page, scope, act.click)) await clickHere(page, act);
  }
}

type Click = Extract<Act, { readonly click: string }>;

/** Access keys are heard on keys that come with their letter, which Playwright leaves out beside Alt. */
async function press(page: Page, key: string): Promise<void> {
  const letter = /^Alt\+(\w)$/.exec(key)?.[1];
  if (letter === undefined) return page.keyboard.press(key);
  const keyCode = letter.toUpperCase().charCodeAt(0);
  const event = { key: letter, unmodifiedText: letter, code: `Key${letter.toUpperCase()}`, windowsVirtualKeyCode: keyCode, modifiers: 1 };
  const browser = await page.context().newCDPSession(page);
  await browser.send('Input.dispatchKeyEvent', { type: 'keyDown', text: letter, ...event });
  await browser.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
  await browser.detach();
} // prettier-ignore

async function clickHere(page: Page, { button, holding }: Click): Promise<void> {
  if (holding !== undefined) await page.keyboard.down(holding);
  await page.mouse.down({ button: button ?? 'left' });
  await page.mouse.up({ button: button ?? 'left' });
  if (holding !== undefined) await page.keyboard.up(holding);
} // prettier-ignore

interface Point {
  readonly x: number;
  readonly y: number;
}

async function pointTo(page: Page, scope: Scope, words: string): Promise<Point | undefined> {
  const target = scope.getByText(words, { exact: true }).or(scope.getByTitle(words)).first();
  if ((await target.count()) === 0) return undefined;
  await target.scrollIntoViewIfNeeded({ timeout: 1000 }).catch(() => undefined);
  // What went away in between is waited for no longer.
  const box = await target.boundingBox({ timeout: 1000 }).catch(() => null);
  if (box === null) return undefined;
  // The first words of a link that runs over lines.
  const point = { x: box.x + Math.min(box.width / 2, 12), y: box.y + Math.min(box.height / 2, 8) };
  await page.mouse.move(point.x, point.y);
  return point;
}

async function dragToSearch(page: Page, scope: Scope, words: string): Promise<void> {
  const from = await pointTo(page, scope, words);
  const box = await page.getByRole('searchbox').first().boundingBox();
  if (from === undefined || box === null) return;
  // Not through Playwright, which waits for scripts of the dragged document to answer.
  const browser = await page.context().newCDPSession(page);
  const move = async (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', x: number, y: number): Promise<void> =>
    void (await browser.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', buttons: 1, clickCount: 1 }));
  const [toX, toY] = [box.x + 20, box.y + box.height / 2];
  await move('mousePressed', from.x, from.y);
  for (const part of [0.02, 0.1, 0.5, 1]) await move('mouseMoved', from.x + (toX - from.x) * part, from.y + (toY - from.y) * part);
  await move('mouseReleased', toX, toY);
  await browser.detach();
} // prettier-ignore
