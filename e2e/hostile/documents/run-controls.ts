/** Opens documents unprotected, until the harm that a case names was seen or the time for it is over. */
import type { Page } from '@playwright/test';
import { doActs } from '../act.ts';
import { bareGround } from '../page/bare-page.ts';
import { harmsBetween, look, type Seen } from '../probe.ts';
import { listenFor } from '../run-cases.ts';
import type { Sink } from '../sink.ts';
import { watchPage, type Watch } from '../watch-page.ts';
import type { ControlServer } from './control-server.ts';
import { bodyOf, gather, type DocumentCase, type Done } from './document-case.ts';
import { turned, weigh } from './weigh.ts';

export interface Unprotected {
  readonly page: Page;
  readonly control: ControlServer;
  readonly sink: Sink;
  /** Shows the case's document in the control's page, which is open. */
  readonly read: (page: Page, one: DocumentCase) => Promise<Done | void>;
}

/** A harm that does not come is waited for so long. */
const patience = 3000;
const between = 25;

interface Control extends Unprotected {
  readonly watch: Watch;
  readonly before: Seen;
}

export async function runControls(
  cases: readonly DocumentCase[],
  unprotected: Unprotected,
): Promise<ReadonlyMap<string, Done>> {
  const { page, control, sink } = unprotected;
  const watch = watchPage(page, sink, [control.origin]);
  await page.goto(control.page);
  const before = await look(page, bareGround);
  const all = new Map<string, Done>();
  for (const one of cases) {
    watch.current = one.id;
    all.set(one.id, await runControl(one, { ...unprotected, watch, before }));
  }
  // What begins late is told by the case's own address and name.
  await page.waitForTimeout(listenFor);
  for (const [id, done] of all) all.set(id, gather(done, watch.of(id)));
  return all;
}

async function runControl(one: DocumentCase, inControl: Control): Promise<Done> {
  const { page, control, sink, read, watch } = inControl;
  const isOpened = one.control.way === 'browser';
  const url = isOpened ? control.file(one.id) : control.page;
  await page.goto(url, { waitUntil: 'domcontentloaded' }).catch(() => undefined);
  let done: Done = {};
  if (!isOpened) done = (await read(page, one)) ?? {};
  if (one.act) await doActs(page, page.locator('#report'), one.act).catch(() => undefined);
  await page.evaluate(twoFrames).catch(() => undefined);
  const { byteLength } = await bodyOf(one, sink.url);
  const wanted = 'harm' in one.control ? one.control.harm : undefined;
  const end = performance.now() + (wanted === undefined ? 0 : patience);
  for (;;) {
    const isGone = page.url().split('#')[0] !== url || page.url().includes('#');
    const gone = isGone ? { navigation: [page.url()] } : {};
    const hasProbe = !isOpened && page.url().split('#')[0] === url;
    const probed = hasProbe ? await probe(one, byteLength, inControl).catch(() => ({})) : {};
    done = gather(done, probed, gone, watch.of(one.id));
    const isSeen = wanted !== undefined && Object.hasOwn(done, wanted);
    if (isSeen || performance.now() >= end) return done;
    await page.waitForTimeout(between);
  }
}

async function probe(one: DocumentCase, length: number, { page, before }: Control): Promise<Done> {
  const [after, order, weight] = await Promise.all([
    look(page, bareGround),
    one.harmless === undefined ? {} : turned(page, '#report', one.harmless),
    weigh(page, '#report', length),
  ]);
  const { script = [], cover = [], restyle = [], clobber = [], field = [] } = harmsBetween(before, after);
  const stranger = one.never !== undefined && after.text.includes(one.never) ? { stranger: [one.never] } : {};
  return gather({ script, cover, restyle, clobber, field }, order, stranger, weight);
} // prettier-ignore

/** Or some time: what lies behind a new window is not painted. */
const twoFrames = (): Promise<unknown> =>
  new Promise((resolve) => {
    setTimeout(resolve, 200);
    requestAnimationFrame(() => requestAnimationFrame(resolve));
  });
