/**
 * Controls of the hostile PDFs: in a reader that does what they ask each does the harm that its case names, or nothing
 * where the case says why pdf.js or the browser is immune. What is harmless here proves nothing elsewhere.
 */
import { classesOf } from './documents/document-case.ts';
import { documentTest, expect, unprotected } from './documents/document-test.ts';
import { runControls } from './documents/run-controls.ts';
import { readPdfNaively } from './pdf/naive-reader.ts';
import { pdfCases } from './pdf/pdf-cases.ts';

/** So many of the cases are such that they do harm in a naive reader, as the tests below see. */
const canary = 18;

const test = unprotected(documentTest(pdfCases));

test.use({ trace: 'off' });

test('there are at least three PDFs of each class and twenty in all, each with an id of its own', () => {
  for (const name of classesOf(pdfCases))
    expect(pdfCases.filter((one) => one.class === name).length, name).toBeGreaterThanOrEqual(3);
  expect(pdfCases.length).toBeGreaterThanOrEqual(20);
  expect(pdfCases.filter((one) => 'harm' in one.control).length).toBeGreaterThanOrEqual(canary);
  expect(new Set(pdfCases.map(({ id }) => id)).size).toBe(pdfCases.length);
});

for (const name of classesOf(pdfCases)) {
  test(`in a naive reader, PDFs of the class "${name}" do their harm`, async ({ page, control, sink }) => {
    const cases = pdfCases.filter((one) => one.class === name);
    const all = await runControls(cases, { page, control, sink, read: (inPage, { id }) => inPage.evaluate(readPdfNaively, [control.origin, control.file(id)]) });
    for (const one of cases) {
      const done = all.get(one.id) ?? {};
      if ('harm' in one.control) expect.soft(Object.keys(done), one.id).toContain(one.control.harm);
      else expect.soft(done, `${one.id} is told to be harmless`).toEqual({});
    }
  });
} // prettier-ignore
