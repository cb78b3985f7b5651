/** Documents that nobody wrote: the cases nested and spliced by chance, against each wall alone. */
import { expect, tolerantTest as test } from './fixtures.ts';
import type { HostileCase } from './hostile-case.ts';
import { hostileDocuments } from './hostile-documents.ts';
import { runClass } from './run-class.ts';
import { without } from './run-cases.ts';

/** Named in each title: `FUZZ_SEED=… npx playwright test html-fuzz` tries the same documents again. */
const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_122);
const perWall = Number(process.env['FUZZ_COUNT'] ?? 100);
const batch = 100;

test.use({ trace: 'off' });

const documents: readonly HostileCase[] = hostileDocuments(seed, perWall).map((html, at) => ({
  id: `fuzz-${at}`,
  class: 'fuzz',
  title: `document ${at}`,
  html,
  harmless: '',
  control: { immune: 'made by chance' },
}));

for (const way of ['sanitized', 'caged'] as const) {
  const wall = way === 'sanitized' ? 'the sanitizer alone' : 'the frame alone';
  for (let from = 0; from < perWall; from += batch) {
    test(`${wall} holds documents ${from} to ${from + batch - 1} of seed ${seed}`, async ({
      page,
      pages,
      sink,
    }) => {
      const some = documents.slice(from, from + batch);
      const url = way === 'sanitized' ? pages.bare : pages.caged;
      const all = await runClass(some, { page, sink, url, way });
      // A frame does not take fields away; what they hold goes nowhere.
      const excused = way === 'sanitized' ? [] : (['field'] as const);
      for (const one of some)
        expect
          .soft(without(all.get(one.id) ?? {}, excused), `${one.id} of seed ${seed}: ${one.html}`)
          .toEqual({});
    });
  }
}

test(`documents of seed ${seed} do harm in an open page`, async ({ page, pages, sink }) => {
  const all = await runClass(documents.slice(0, batch), { page, sink, url: pages.bare, way: 'open' });
  const harmful = [...all.values()].filter((done) => Object.keys(without(done, ['unreadable'])).length > 0);
  expect(harmful.length).toBeGreaterThanOrEqual(batch / 4);
}); // prettier-ignore
