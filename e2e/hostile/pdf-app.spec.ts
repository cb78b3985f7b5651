/** Hostile PDFs of a chart, opened by a click in the app: none does harm, and what they say can be read. */
import { classesOf } from './documents/document-case.ts';
import { documentTest, expect, inOnePage } from './documents/document-test.ts';
import { openCases } from './documents/open-cases.ts';
import { pdfCases } from './pdf/pdf-cases.ts';

const test = inOnePage(documentTest(pdfCases));

test.use({ trace: 'off' });

test.describe('the app', () => {
  for (const name of classesOf(pdfCases)) {
    test(`shows documents of the class "${name}" and none does harm`, async ({ page, app, sink }) => {
      const cases = pdfCases.filter((one) => one.class === name);
      const all = await openCases(cases, { page, app, sink });
      for (const [id, done] of all) expect.soft(done, id).toEqual({});
    });
  }
}); // prettier-ignore
