/** Both walls: the hostile documents as reports of a chart, opened by a click in the app itself, over HTTP. */
import type { Page } from '@playwright/test';
import { expect, guardedTest as test, type HostileApp } from './fixtures.ts';
import { heightDiffers } from './growth.ts';
import type { HostileCase } from './hostile-case.ts';
import { harmless } from './hostile-chart.ts';
import { casesOf, htmlClasses } from './html-cases.ts';
import { appGround, openCase } from './html-in-app.ts';
import { look } from './probe.ts';
import { listenFor, merge, runOpenCase, type Done } from './run-cases.ts';
import type { Sink } from './sink.ts';
import { watchPage } from './watch-page.ts';

test.use({ trace: 'off' });

test.describe('the app', () => {
  for (const name of htmlClasses) {
    test(`shows documents of the class "${name}" and none does harm`, async ({ page, hostileApp, sink }) => {
      const all = await openAll(page, hostileApp, sink, casesOf(name));
      for (const [id, done] of all) expect.soft(done, id).toEqual({});
    });
  }
}); // prettier-ignore

async function openAll(
  page: Page,
  app: HostileApp,
  sink: Sink,
  cases: readonly HostileCase[],
): Promise<ReadonlyMap<string, Done>> {
  const watch = watchPage(page, sink, app.origins);
  await openCase(page, harmless);
  const before = await look(page, appGround);
  const all = new Map<string, Done>();
  for (const one of cases) {
    watch.current = one.id;
    const home = await openCase(page, one);
    const scope = page.frameLocator('main iframe');
    const answer = () => declineLink(page);
    let done = await runOpenCase(one, { page, watch, ground: appGround, scope, before, answer });
    if (one.class === 'growth' && (await heightDiffers(page, 'main iframe')))
      done = merge(done, { growth: ['of another height in a taller frame'] });
    if (page.url() !== home) done = merge(done, { navigation: [page.url()] });
    all.set(one.id, done);
  }
  await page.waitForTimeout(listenFor);
  for (const [id, done] of all) all.set(id, merge(done, watch.of(id)));
  return all;
}

/** Our own question about a link is answered with no. */
async function declineLink(page: Page): Promise<void> {
  const question = page.getByRole('dialog');
  if ((await question.count()) === 0) return;
  await page.keyboard.press('Escape');
  await expect(question).toHaveCount(0);
}
