/** Wall two alone: raw documents in the app's own frame, under the app's header set, reach nothing outside of it. */
import { expect, tolerantTest as test } from './fixtures.ts';
import { withoutActs } from './hostile-case.ts';
import { casesOf, htmlCases, htmlClasses } from './html-cases.ts';
import { runClass } from './run-class.ts';
import { without } from './run-cases.ts';

/** So many raw documents are seen to do harm in a frame without sandbox, CSP and guard. */
const canary = 80;

test.use({ trace: 'off' });

test.describe('the frame alone', () => {
  for (const name of htmlClasses) {
    test(`holds documents of the class "${name}", as nodes and as markup`, async ({ page, pages, sink }) => {
      for (const way of ['caged', 'cagedString'] as const) {
        const all = await runClass(casesOf(name), { page, sink, url: pages.caged, way });
        // A raw field is still a field: what is typed into it goes nowhere.
        for (const [id, done] of all) expect.soft(without(done, ['field']), `${id}, ${way}`).toEqual({});
      }
    });
  }

  test('is tried by a page in which raw documents do harm', async ({ page, pages, sink }) => {
    const all = await runClass(htmlCases.map(withoutActs), { page, sink, url: pages.bare, way: 'openFrame' });
    const harmful = [...all].filter(
      ([, done]) => Object.keys(without(done, ['field', 'unreadable'])).length > 0,
    );
    expect(harmful.length).toBeGreaterThanOrEqual(canary);
  });
}); // prettier-ignore
