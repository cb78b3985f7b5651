/** Opens the documents of a class one after the other in the app, by a click, and says what each did. */
import { expect, type Page } from '@playwright/test';
import { openChart } from '../../actions/open-chart.ts';
import { doActs } from '../act.ts';
import { harmsBetween, look, type Ground, type Seen } from '../probe.ts';
import { listenFor } from '../run-cases.ts';
import type { Sink } from '../sink.ts';
import { watchPage } from '../watch-page.ts';
import { bodyOf, gather, type DocumentCase, type Done } from './document-case.ts';
import { plainTitle } from './document-chart.ts';
import type { SuiteApp } from './document-test.ts';
import { foreignMarkup } from './foreign-markup.ts';
import { openByClick, readWords, squeezed } from './open-by-click.ts';
import { turned, weigh } from './weigh.ts';

/** The patient, the search, the list, the open document's own heading and the reader's first tools. */
const ground: Ground = {
  report: 'main .reader-body',
  controls: [
    'section.patient h1',
    '.filter-bar input',
    '.documents-footer button',
    'main .document-heading',
  ],
  places: true,
};

export interface InApp {
  readonly page: Page;
  readonly app: SuiteApp;
  readonly sink: Sink;
}

export async function openCases(
  cases: readonly DocumentCase[],
  { page, app, sink }: InApp,
): Promise<ReadonlyMap<string, Done>> {
  const watch = watchPage(page, sink, app.origins);
  const session = await app.sandbox.createSession({ chart: cases[0]?.class ?? '' });
  await openChart(page, session);
  await openByClick(page, plainTitle);
  const before = await look(page, ground);
  const home = page.url().split('#')[0];
  const all = new Map<string, Done>();
  for (const one of cases) {
    watch.current = one.id;
    await openByClick(page, `Case ${one.id}`);
    const shown = await whatItShows(page, one);
    const done = await whatItDid(page, one, before, (await bodyOf(one, sink.url)).byteLength);
    const gone = page.url().split('#')[0] === home ? {} : { navigation: [page.url()] };
    all.set(one.id, gather(done, shown, gone));
    if (page.url().split('#')[0] !== home) await openChart(page, session);
  }
  await page.waitForTimeout(listenFor);
  const { requests } = app.sandbox.session(session.id);
  const base = new URL(session.iss).pathname;
  const leaked = requests.filter(
    ({ authorization, origin, url }) =>
      authorization && (origin !== 'fhir' || !url.startsWith(`${base}/`)),
  );
  expect(leaked, 'requests with the token that are not under the base').toEqual([]);
  expect(sink.hits.filter(({ authorization }) => authorization)).toEqual([]);
  for (const [id, done] of all) all.set(id, gather(done, watch.of(id)));
  return all;
}

async function whatItShows(page: Page, one: DocumentCase): Promise<Done> {
  const text = await readWords(page, one, 10_000);
  const missing = [
    ...(one.harmless !== undefined && !text.includes(squeezed(one.harmless)) ? [`"${one.harmless}" is not in "${text.slice(0, 400)}"`] : []),
    ...(one.says !== undefined && !one.says.test(text) ? [`${one.says} is not said in "${text.slice(0, 400)}"`] : []),
  ];
  return gather({ unreadable: missing }, strangerIn(text, one));
} // prettier-ignore

const strangerIn = (text: string, { never }: DocumentCase): Done =>
  never !== undefined && text.includes(never) ? { stranger: [`"${never}" is shown`] } : {};

async function whatItDid(page: Page, one: DocumentCase, before: Seen, length: number): Promise<Done> {
  for (const act of one.act ?? []) {
    await doActs(page, page.locator(ground.report), [act]);
    // Our own question about a link is answered with no.
    const question = page.getByRole('dialog');
    if (await question.isVisible()) await page.keyboard.press('Escape');
  }
  const [after, text, ...others] = await Promise.all([
    look(page, ground),
    readWords(page, {}, 0),
    turned(page, '#root', 'Tess Target'),
    turned(page, '.document-row', 'May 2026'),
    one.harmless === undefined ? {} : turned(page, ground.report, one.harmless),
    foreignMarkup(page, ground.report),
    weigh(page, ground.report, length),
  ]);
  // Fields and painted letters in the reader are the app's own; its buttons may have the keyboard.
  const { script = [], cover = [], restyle = [], clobber = [] } = harmsBetween(before, after);
  return gather({ script, cover, restyle, clobber }, strangerIn(text, one), ...others);
} // prettier-ignore
