/** Wall one alone: what the sanitizer leaves of each hostile document does nothing in an open page. */
import { expect, tolerantTest as test } from './fixtures.ts';
import { withoutActs } from './hostile-case.ts';
import { casesOf, htmlCases, htmlClasses } from './html-cases.ts';
import { without } from './run-cases.ts';
import { runClass } from './run-class.ts';

/** So many raw documents are seen to do harm by the same page, the same probes and the same server. */
const canary = 120;

test.use({ trace: 'off' });

test.describe('the sanitizer alone', () => {
  for (const name of htmlClasses) {
    test(`takes all harm out of documents of the class "${name}"`, async ({ page, pages, sink }) => {
      const all = await runClass(casesOf(name), { page, sink, url: pages.bare, way: 'sanitized' });
      for (const [id, done] of all) expect.soft(done, id).toEqual({});
    });
  }

  test('is tried by a page in which raw documents do harm', async ({ page, pages, sink }) => {
    const all = await runClass(htmlCases.map(withoutActs), { page, sink, url: pages.bare, way: 'open' });
    const harmful = [...all].filter(([, done]) => Object.keys(without(done, ['unreadable'])).length > 0);
    expect(harmful.length).toBeGreaterThanOrEqual(canary);
  });
}); // prettier-ignore
