/** Hostile lists: addresses, words, people and types of FHIR answers, in the app, with who heard the token. */
import type { Page } from '@playwright/test';
import { openChart } from '../actions/open-chart.ts';
import { gather, type Done } from './documents/document-case.ts';
import { documentTest, expect } from './documents/document-test.ts';
import { openCases } from './documents/open-cases.ts';
import { turned } from './documents/weigh.ts';
import { addresses } from './fhir/address-case.ts';
import { fhirCharts } from './fhir/fhir-charts.ts';
import { lies } from './fhir/lies.ts';
import { listCases } from './fhir/list-cases.ts';
import { harmsBetween, look, type Ground } from './probe.ts';
import { watchPage } from './watch-page.ts';

const test = documentTest(lies, fhirCharts);

test.use({ trace: 'off' });

/** The list is theirs here; all around it is ours. */
const ground: Ground = {
  report: '.document-grid',
  controls: ['section.patient h1', '.filter-bar input', '.documents-footer button'],
  places: true,
};

test('addresses that are not the record system’s own are asked of nobody, and said', async ({
  page,
  app,
  sink,
}) => {
  test.slow();
  const watch = watchPage(page, sink, app.origins);
  const session = await app.sandbox.createSession({ chart: 'fhir-addresses' });
  await openChart(page, session);
  const main = page.getByRole('main');
  for (const { id, says } of addresses) {
    watch.current = id;
    await page.getByRole('searchbox', { name: 'Search documents' }).fill(`Case ${id}`);
    await page.getByRole('row', { name: new RegExp(`^Case ${id},`) }).click();
    await expect(main).toHaveAccessibleName(`Case ${id}`);
    await expect.soft(main.getByRole('alert'), id).toContainText(says, { timeout: 5000 });
    expect.soft(watch.of(id), id).toEqual({ script: [], request: [], navigation: [] });
  }
  const { requests } = app.sandbox.session(session.id);
  const base = new URL(session.iss).pathname;
  expect(
    requests.filter(
      ({ origin, url, authorization }) =>
        authorization && !(origin === 'fhir' && url.startsWith(`${base}/`)),
    ),
  ).toEqual([]);
  expect(requests.filter(({ origin }) => origin === 'storage')).toEqual([]);
  // What the app asks for, it asks for as it is written: a server may climb where a browser does not.
  const asked = requests.filter(({ origin, url }) => origin === 'fhir' && !url.includes('?'));
  expect(
    asked.map(({ url }) => url).filter((url) => /\.\.|%2e|%2f|logout|admin/i.test(url)),
  ).toEqual([]);
  expect(sink.hits).toEqual([]);
});

for (const name of ['texts', 'narratives', 'subjects'] as const) {
  test(`a list with hostile ${name} stays a list`, async ({ page, app, sink }) => {
    test.slow();
    const watch = watchPage(page, sink, app.origins);
    await openChart(page, await app.sandbox.createSession({ chart: 'fhir-addresses' }));
    const before = await look(page, ground);
    for (const one of listCases.filter((each) => each.class === name)) {
      watch.current = one.id;
      await openChart(page, await app.sandbox.createSession({ chart: one.id }));
      const documents = page.getByRole('region', { name: 'Documents' });
      await expect.soft(documents, one.id).toContainText(one.shows, { timeout: 5000 });
      const {
        script = [],
        cover = [],
        restyle = [],
        clobber = [],
      } = harmsBetween(before, await look(page, ground));
      const order = await Promise.all([
        turned(page, '#root', 'Tess Target'),
        turned(page, '.document-grid', '4 May 2026'),
        turned(page, '.documents-footer', 'New summary'),
      ]);
      const done = gather(
        { script, cover, restyle, clobber },
        watch.of(one.id),
        await tooTall(page),
        ...order,
      );
      expect.soft(done, one.id).toEqual({});
    }
    expect(sink.hits).toEqual([]);
  });
}

test('bytes that are not what they are said to be do nothing', async ({ page, app, sink }) => {
  const all = await openCases(lies, { page, app, sink });
  for (const [id, done] of all) expect.soft(done, id).toEqual({});
});

/** No row takes the list from the others. */
async function tooTall(page: Page): Promise<Done> {
  const heights = await page.locator('.document-row').evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
  const tallest = Math.max(0, ...heights);
  return tallest > 250 ? { burden: [`a row of ${tallest} pixels`] } : {};
} // prettier-ignore
