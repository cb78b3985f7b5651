/** Whether a document is taller, or less tall, in a taller window: one that follows it would never come to rest. */
import type { Page } from '@playwright/test';

/** Compares the height of what `selector` shows in windows of 800 and 1600 pixels. */
export async function heightDiffers(page: Page, selector: string): Promise<boolean> {
  const target = page.locator(selector).first();
  if ((await target.evaluate((element) => element.localName)) === 'iframe')
    return target.evaluate(differsInFrame);
  const height = (): Promise<number> =>
    target.evaluate((element) => Math.round(element.getBoundingClientRect().height));
  const first = await height();
  await page.setViewportSize({ width: 1280, height: 1600 });
  const second = await height();
  await page.setViewportSize({ width: 1280, height: 800 });
  return first !== second;
}

/** Runs in the page: a frame's document in that frame, made taller. */
function differsInFrame(frame: Element): boolean {
  if (!(frame instanceof HTMLIFrameElement)) return false;
  const root = frame.contentDocument?.documentElement;
  const before = frame.style.height;
  const heights = ['800px', '1600px'].map((height) => {
    frame.style.height = height;
    return Math.round(root?.getBoundingClientRect().height ?? 0);
  });
  frame.style.height = before;
  return heights[0] !== heights[1];
}
