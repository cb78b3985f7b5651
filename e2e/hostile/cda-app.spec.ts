/** Hostile clinical documents of a chart, opened by a click in the app: none does harm, and what they say can be read. */
import { cdaCases } from './cda/cda-cases.ts';
import { classesOf } from './documents/document-case.ts';
import { documentTest, expect, inOnePage } from './documents/document-test.ts';
import { openCases } from './documents/open-cases.ts';

const test = inOnePage(documentTest(cdaCases));

test.use({ trace: 'off' });

test.describe('the app', () => {
  for (const name of classesOf(cdaCases)) {
    test(`shows documents of the class "${name}" and none does harm`, async ({ page, app, sink }) => {
      const cases = cdaCases.filter((one) => one.class === name);
      const all = await openCases(cases, { page, app, sink });
      for (const [id, done] of all) expect.soft(done, id).toEqual({});
    });
  }
}); // prettier-ignore
