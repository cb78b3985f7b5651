/**
 * Nothing of a real C-CDA is lost in the browser: every word of every section's title and narrative is in the
 * first view or under the counted line of empty sections, in order, none twice; tables keep rows and columns.
 */
import { readFolder } from '../sandbox/adapters/read-folder.ts';
import { folderCharts } from '../sandbox/charts/folder-charts.ts';
import type { Page } from '@playwright/test';
import { openChart } from './actions/open-chart.ts';
import { binaryRequests } from './actions/requests.ts';
import {
  deleteWord,
  differences,
  expectedWords,
  shownWords,
  wholeDocument,
} from './cda-words/cda-words.ts';
import { expect, test } from './fixtures.ts';

const corpus = process.env['CORPUS_DIR'];
const files = corpus === undefined ? [] : await readFolder(corpus);
const charts = await Promise.all(
  folderCharts(files).map(async ({ id, load }) => ({ id, documents: (await load()).documents })),
);
const documents = charts.flatMap(({ id, documents }) =>
  documents.flatMap(({ title, renditions }) =>
    renditions
      .filter(({ contentType }) => contentType === 'application/xml')
      .map((rendition) => ({ chart: id, title, rendition })),
  ),
);

test('there are 22 documents', () => {
  expect(documents).toHaveLength(22);
});

for (const { chart, title, rendition } of documents) {
  test(`${rendition.title} (${rendition.id}) shows every word once, in order`, async ({
    page,
    sandbox,
  }) => {
    const expected = expectedWords(await rendition.body());
    const session = await sandbox.createSession({ chart });
    await openChart(page, session);
    await page.getByRole('searchbox', { name: 'Search documents' }).fill(title ?? '');
    const buttons = page.getByRole('grid').getByRole('button', { name: /^XML, / });
    // Several documents of one patient may have one title: the request says which was opened.
    for (let at = 0; (await binaryRequests(sandbox, session, rendition.id)).length === 0; at += 1) {
      await buttons.nth(at).click();
      await wholeDocument(page);
    }
    await wholeDocument(page);
    await isClinicalDocument(page, rendition.title === 'hl7-unstructured.xml');
    const shown = await shownWords(page);
    expect(differences(expected, shown)).toEqual([]);
    const count = expected.reduce((sum, { words }) => sum + words.length, 0);
    if (count === 0) return;
    const deleted = await deleteWord(page, 7919 * (count + 1));
    expect(differences(expected, await shownWords(page)), `without "${deleted}"`).not.toEqual([]);
  });
}

/** Sections and contents, which a body that is not XML has none of. */
async function isClinicalDocument(page: Page, isNotXml: boolean): Promise<void> {
  const main = page.getByRole('main');
  await expect(main.getByText('could not be read as sections')).toHaveCount(0);
  await expect(main.getByText('About this document')).toBeVisible();
  if (isNotXml) return;
  const contents = main.getByRole('navigation', { name: 'Contents' });
  await expect(contents.getByRole('link').first()).toBeAttached();
  expect(await main.getByRole('region', { includeHidden: true }).count()).toBeGreaterThan(0);
}
