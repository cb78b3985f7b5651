/**
 * Controls of the hostile documents: raw, in an open page, each does the harm that its case names, or nothing where the
 * case says why this browser is immune. What is harmless here proves nothing elsewhere.
 *
 * To add a case: write it into the file of its class in `html/` (or a new file, named in `html-cases.ts`) with an id of
 * its own, the harm that its control shows, and words that must stay readable. It is then run here and in all three
 * ways: `html-sanitizer.spec.ts`, `html-containment.spec.ts` and `html-app.spec.ts`.
 */
import type { Page } from '@playwright/test';
import { doActs } from './act.ts';
import { expect, unprotectedTest as test } from './fixtures.ts';
import type { Harm, HostileCase } from './hostile-case.ts';
import { focusOurs } from './keyboard-focus.ts';
import { casesOf, htmlCases, htmlClasses } from './html-cases.ts';
import { bareGround } from './page/bare-page.ts';
import { harmsBetween, look, type Seen } from './probe.ts';
import { heightDiffers } from './growth.ts';
import { listenFor, merge, type Done } from './run-cases.ts';
import { watchPage, type Watch } from './watch-page.ts';

test.use({ trace: 'off' });

test('there are at least three cases of each class and ninety in all, each with an id of its own', () => {
  for (const name of htmlClasses) expect(casesOf(name).length, name).toBeGreaterThanOrEqual(3);
  expect(htmlCases.length).toBeGreaterThanOrEqual(90);
  expect(new Set(htmlCases.map(({ id }) => id)).size).toBe(htmlCases.length);
});

/** A harm that does not come is waited for so long. */
const patience = 3000;

for (const name of htmlClasses) {
  test(`unprotected, documents of the class "${name}" do their harm`, async ({
    page,
    pages,
    sink,
  }) => {
    const watch = watchPage(page, sink, [pages.origin]);
    await page.goto(pages.control(''));
    const before = await look(page, bareGround);
    const all = new Map<string, Done>();
    for (const one of casesOf(name)) {
      watch.current = one.id;
      all.set(one.id, await runControl(page, pages.control(one.id), one, watch, before));
    }
    // What begins late is told by the case's own address and name.
    await page.waitForTimeout(listenFor);
    for (const one of casesOf(name)) {
      const done = merge(all.get(one.id) ?? {}, watch.of(one.id));
      const found = Object.keys(done);
      if ('harm' in one.control) expect.soft(found, one.id).toContain(one.control.harm);
      else expect.soft(done, `${one.id} is told to be harmless`).toEqual({});
    }
  });
}

/** Opens the raw document and does what the case does, until its harm was seen or the time for it is over. */
async function runControl(
  page: Page,
  url: string,
  one: HostileCase,
  watch: Watch,
  before: Seen,
): Promise<Done> {
  await page.goto(url, { waitUntil: 'domcontentloaded' }).catch(() => undefined);
  await page.evaluate(focusOurs).catch(() => undefined);
  const report = page.locator('#report');
  if (one.act) await doActs(page, (await report.count()) > 0 ? report : page.locator('body'), one.act).catch(() => undefined);
  const end = performance.now() + ('harm' in one.control ? patience : 0);
  for (let done: Done = {}; ; await page.waitForTimeout(25)) {
    done = merge(done, await seen(page, one, watch, before, url));
    const isSeen = 'harm' in one.control && Object.hasOwn(done, one.control.harm);
    if (isSeen || performance.now() >= end) return done;
  }
} // prettier-ignore

async function seen(
  page: Page,
  one: HostileCase,
  watch: Watch,
  before: Seen,
  url: string,
): Promise<Done> {
  const after = await look(page, bareGround).catch(() => undefined);
  // A document of its own has no controls of ours.
  const { focus = [], ...probed } = after ? harmsBetween(one.encoding === undefined ? before : { ...before, looks: {} }, after) : {};
  const { script, request, navigation } = watch.of(one.id);
  const gone = page.url().split('#')[0] === url ? [] : [page.url()];
  // A click gives the keyboard to what is clicked.
  const taken = one.act?.some((act) => 'click' in act) ? [] : focus;
  const wanted: Harm | undefined = 'harm' in one.control ? one.control.harm : undefined;
  const growth = wanted === 'growth' && (await heightDiffers(page, one.encoding === undefined ? '#report' : 'html')) ? ['taller in a taller window'] : [];
  return merge(probed, { focus: taken, script, request, navigation: [...navigation, ...gone], growth });
} // prettier-ignore
