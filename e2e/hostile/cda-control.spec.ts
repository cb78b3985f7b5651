/**
 * Controls of the hostile clinical documents: in a naive reader each does the harm that its case names, or nothing where
 * the case says why this browser is immune. What is harmless here proves nothing elsewhere.
 *
 * To add a case: write it into the file of its class in `cda/` with an id of its own, the harm that its control shows,
 * and words that must stay readable or the sentence that must be said.
 */
import type { Page } from '@playwright/test';
import { cdaCases } from './cda/cda-cases.ts';
import { readNaively } from './cda/naive-reader.ts';
import { bodyOf, classesOf, type DocumentCase } from './documents/document-case.ts';
import { documentTest, expect, unprotected } from './documents/document-test.ts';
import { runControls } from './documents/run-controls.ts';
import type { Sink } from './sink.ts';

/** So many of the cases are such that they do harm in a naive reader, as the tests below see. */
const canary = 40;

const test = unprotected(documentTest(cdaCases));

test.use({ trace: 'off' });

test('there are at least three clinical documents of each class and forty in all, each with an id of its own', () => {
  for (const name of classesOf(cdaCases))
    expect(cdaCases.filter((one) => one.class === name).length, name).toBeGreaterThanOrEqual(3);
  expect(cdaCases.length).toBeGreaterThanOrEqual(40);
  expect(cdaCases.filter(({ control }) => 'harm' in control).length).toBeGreaterThanOrEqual(canary);
  expect(new Set(cdaCases.map(({ id }) => id)).size).toBe(cdaCases.length);
});

const read = async (page: Page, one: DocumentCase, sink: Sink): Promise<void> =>
  page.evaluate(readNaively, new TextDecoder().decode(await bodyOf(one, sink.url)));

for (const name of classesOf(cdaCases)) {
  test(`in a naive reader, clinical documents of the class "${name}" do their harm`, async ({ page, control, sink }) => {
    const cases = cdaCases.filter((one) => one.class === name);
    const all = await runControls(cases, { page, control, sink, read: (inPage, one) => read(inPage, one, sink) });
    for (const one of cases) {
      const done = all.get(one.id) ?? {};
      if ('harm' in one.control) expect.soft(Object.keys(done), one.id).toContain(one.control.harm);
      else expect.soft(done, `${one.id} is told to be harmless`).toEqual({});
    }
  });
} // prettier-ignore
