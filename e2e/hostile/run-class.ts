/** Shows the documents of a class one after the other in one bare page, in one way, and says what each did. */
import type { Page } from '@playwright/test';
import { bytesOf, fillIn, type HostileCase } from './hostile-case.ts';
import { heightDiffers } from './growth.ts';
import { bareGround } from './page/bare-page.ts';
import type { Way } from './page/walls.ts';
import { look } from './probe.ts';
import { listenFor, merge, runOpenCase, type Done } from './run-cases.ts';
import type { Sink } from './sink.ts';
import { watchPage } from './watch-page.ts';

export interface InBarePage {
  readonly page: Page;
  readonly sink: Sink;
  /** The bare page, open or under the app's header set. */
  readonly url: string;
  readonly way: Way;
}

/** What each case did, by its id; nothing at all is `{}`. */
export async function runClass(
  cases: readonly HostileCase[],
  { page, sink, url, way }: InBarePage,
): Promise<ReadonlyMap<string, Done>> {
  const watch = watchPage(page, sink, [new URL(url).origin]);
  const inFrame = way !== 'sanitized' && way !== 'open';
  const ground = { ...bareGround, report: inFrame ? '#report iframe' : '#report' };
  const scope = inFrame ? page.frameLocator('#report iframe') : page.locator('#report');
  await page.goto(url);
  await showIn(page, way, Buffer.from('<p>Harmless</p>'));
  const before = await look(page, ground);
  const all = new Map<string, Done>();
  for (const one of cases) {
    watch.current = one.id;
    const bytes = bytesOf(fillIn(one.html, one.id, sink.url), one.encoding);
    let done: Done = {};
    try {
      await showIn(page, way, bytes);
      done = await runOpenCase(one, { page, watch, ground, scope, before });
      if (one.class === 'growth' && (await heightDiffers(page, ground.report)))
        done = merge(done, { growth: ['of another height in a taller window'] });
    } catch (error) {
      // The page under it went away.
      done = merge(watch.of(one.id), { unreadable: [String(error)] });
    }
    if (page.url().split('#')[0] !== url) {
      done = merge(done, { navigation: [page.url()] });
      await page.goto(url);
    }
    all.set(one.id, done);
  }
  await page.evaluate((time) => fetch(`/settled?after=${time}`), listenFor);
  for (const [id, done] of all) all.set(id, merge(done, watch.of(id)));
  return all;
}

async function showIn(page: Page, way: Way, bytes: Buffer): Promise<void> {
  await page.evaluate(
    async ([to, base64]) => {
      if (window.hostile === undefined) throw new Error('The bare page has no script.');
      await window.hostile.show(to, base64);
      await window.hostile.settled();
    },
    [way, bytes.toString('base64')] as const,
  );
}
