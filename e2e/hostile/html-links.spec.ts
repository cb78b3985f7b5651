/** Raw links in the frame alone: no way of pressing them asks anybody for anything, and the document stays. */
import type { Page } from '@playwright/test';
import { expect, tolerantTest as test } from './fixtures.ts';
import { fillIn } from './hostile-case.ts';
import type { Way } from './page/walls.ts';
import { watchPage, type Watch } from './watch-page.ts';

const targets = ['none', '_self', '_top', '_parent', '_blank', 'elsewhere'];

const pressings: readonly { readonly name: string; readonly press: (page: Page) => Promise<void> }[] = [
  { name: 'click', press: (page) => click(page) },
  { name: 'control-click', press: (page) => click(page, 'Control') },
  { name: 'shift-click', press: (page) => click(page, 'Shift') },
  { name: 'meta-click', press: (page) => click(page, 'Meta') },
  { name: 'alt-click', press: (page) => click(page, 'Alt') },
  { name: 'middle-click', press: (page) => click(page, undefined, 'middle') },
  { name: 'enter', press: (page) => page.keyboard.press('Enter') },
  { name: 'control-enter', press: (page) => page.keyboard.press('Control+Enter') },
]; // prettier-ignore

async function click(page: Page, holding?: string, button: 'left' | 'middle' = 'left'): Promise<void> {
  if (holding !== undefined) await page.keyboard.down(holding);
  await page.mouse.down({ button });
  await page.mouse.up({ button });
  if (holding !== undefined) await page.keyboard.up(holding);
} // prettier-ignore

const idOf = (target: string): string => `link-${target.replaceAll('_', '')}`;

const links = targets
  .map((target) => {
    const attribute = target === 'none' ? '' : ` target="${target}"`;
    return `<p><a href="{{sink}}/${idOf(target)}.html"${attribute}>to ${target}</a></p>`;
  })
  .join('');

test.use({ trace: 'off' });

test.describe('raw links in the frame alone', () => {
  for (const { name, press } of pressings) {
    test(`lead nowhere on ${name}`, async ({ page, pages, sink }) => {
      const watch = watchPage(page, sink, [pages.origin]);
      await page.goto(pages.caged);
      await show(page, 'caged', `${name}-caged`, sink.url);
      const done = await pressAll(page, watch, `${name}-caged`, press);
      expect(done).toEqual({ script: [], request: [], navigation: [] });
      expect(page.url()).toBe(pages.caged);
      const text = page.frameLocator('#report iframe').locator('body');
      for (const target of targets) await expect(text).toContainText(`to ${target}`);
    });
  }

  test('are pressed in ways that do lead somewhere from an open page', async ({ page, pages, sink }) => {
    const watch = watchPage(page, sink, [pages.origin]);
    const leading: string[] = [];
    for (const { name, press } of pressings) {
      await page.goto(pages.bare);
      await show(page, 'openFrame', `${name}-open`, sink.url);
      watch.current = `${name}-open`;
      await pointTo(page, name, '_blank');
      await press(page);
      const hit = expect.poll(() => sink.of(`${name}-open`).length, { timeout: 2000 }).toBeGreaterThan(0);
      if (await hit.then(() => true, () => false)) leading.push(name);
    }
    // Alt saves a link's target, where a browser has a window.
    expect(leading).toEqual(expect.arrayContaining(['click', 'control-click', 'shift-click', 'middle-click', 'enter', 'control-enter']));
  });
}); // prettier-ignore

async function show(page: Page, way: Way, id: string, sinkUrl: string): Promise<void> {
  const bytes = Buffer.from(fillIn(links, id, sinkUrl));
  await page.evaluate(([to, base64]) => window.hostile?.show(to, base64), [
    way,
    bytes.toString('base64'),
  ] as const);
}

async function pressAll(page: Page, watch: Watch, id: string, press: (page: Page) => Promise<void>) {
  watch.current = id;
  for (const target of targets) {
    await pointTo(page, id, target);
    await press(page);
  }
  await page.evaluate(() => fetch('/settled?after=250'));
  return watch.of(id);
} // prettier-ignore

/** The pointer, or for keys the focus, goes to the link of that target. */
async function pointTo(page: Page, pressing: string, target: string): Promise<void> {
  const link = page.frameLocator('#report iframe').getByText(`to ${target}`, { exact: true });
  if (pressing.includes('enter')) await link.focus();
  else await link.hover();
}
