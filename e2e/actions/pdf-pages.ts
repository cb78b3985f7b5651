import { expect, type Locator } from '@playwright/test';

/** The page's drawing has ink: more than one colour among its pixels. */
export async function expectInk(page: Locator): Promise<void> {
  await expect
    .poll(() => page.evaluate(countColours), { message: 'colours on the page' })
    .toBeGreaterThan(1);
}

/** The page is as wide in relation to its height as the document says: letters are not squeezed. */
export async function expectProportion(page: Locator, expected: number): Promise<void> {
  const box = await page.boundingBox();
  if (box === null) throw new Error('the page is not shown');
  expect(box.width / box.height).toBeCloseTo(expected, 1);
}

function countColours(page: Element): number {
  const canvas = page.querySelector('canvas');
  if (canvas === null || canvas.width === 0 || canvas.height === 0) return 0;
  const context = canvas.getContext('2d');
  if (context === null) return 0;
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const pixels = new Uint32Array(data.buffer);
  const colours = new Set<number>();
  for (const pixel of pixels) {
    colours.add(pixel);
    if (colours.size > 16) break;
  }
  return colours.size;
}
