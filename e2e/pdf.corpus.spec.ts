/** Real PDFs that nobody here wrote, opened through the sandbox's charts of a folder (`CORPUS_DIR`). */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { folderCharts, type FolderFile } from '../sandbox/charts/folder-charts.ts';
import { chartIsOpen, openDocument } from './actions/open-chart.ts';
import { expectInk } from './actions/pdf-pages.ts';
import { expect, test, type SandboxClient } from './fixtures.ts';

const corpus = process.env['CORPUS_DIR'] ?? '';

const files: readonly FolderFile[] =
  corpus === ''
    ? []
    : readdirSync(join(corpus, 'pdf')).map((name) => ({
        path: `pdf/${name}`,
        bytes: new Uint8Array(readFileSync(join(corpus, 'pdf', name))),
      }));

/** Which chart a file went to, and under which title. */
async function place(path: string): Promise<{ chart: string; title: string }> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  for (const entry of folderCharts(files)) {
    const chart = await entry.load();
    const found = chart.documents.find(({ renditions }) => renditions[0]?.title === name);
    if (found !== undefined) return { chart: chart.id, title: found.title ?? '' };
  }
  throw new Error(`no chart holds ${path}`);
}

/** In the chart that is open, if it is the file's own; else that is launched first. */
async function openFile(page: Page, sandbox: SandboxClient, path: string): Promise<void> {
  const { chart, title } = await place(path);
  if (launched.get(page) !== chart) {
    launched.set(page, chart);
    const session = await sandbox.createSession({ chart });
    await page.goto(session.launchUrl);
    await chartIsOpen(page);
  }
  await openDocument(page, title, 'PDF');
}

const launched = new WeakMap<Page, string>();

test('CORPUS_DIR holds the PDFs', () => {
  expect(files).toHaveLength(26);
});

/** What is to be said of those that do not simply show their first page. */
const expectations: Readonly<Record<string, RegExp>> = {
  'pr6531_1.pdf': /asks for a password/,
  'issue15893_reduced.pdf': /asks for a password/,
  'REDHAT-1531897-0.pdf': /damaged|could not be|empty/,
  // Its only page is the broken one.
  'poppler-937-0-fuzzed.pdf': /could not be (opened|shown)/,
  'Pages-tree-refs.pdf': /Page 2 could not be shown/,
  'issue18042.pdf': /images of this PDF could not be drawn/,
  'attachment.pdf': /holds 1 attached file/,
};

/** Opened one after the other in one chart each: a PDF that is broken must not harm the next. */
const groups = [0, 1, 2].map((group) => files.filter((_, index) => index % 3 === group));

for (const [index, group] of groups.entries()) {
  test(`PDFs open one after the other, or say why not, ${index + 1} of ${groups.length}`, async ({
    page,
    sandbox,
  }) => {
    test.slow();
    for (const { path } of group) {
      await test.step(path, async () => {
        await openFile(page, sandbox, path);
        await isShown(page, path);
      });
    }
  });
}

async function isShown(page: Page, path: string): Promise<void> {
  const main = page.getByRole('main');
  const said = expectations[path.slice('pdf/'.length)];
  if (said !== undefined) {
    await expect(main.getByText(said).first()).toBeVisible();
    return;
  }
  await expect(main.getByText(/^Page 1 of \d+$/)).toBeVisible();
  const first = main.getByRole('region', { name: 'Page 1', exact: true });
  // An XFA form is laid out as elements over an empty drawing; this one is made of arcs.
  if (path.endsWith('xfa_issue14315.pdf')) {
    await expect(first.locator('svg path').first()).toBeVisible();
  } else await expectInk(first);
  await expect(main.getByRole('alert')).toHaveCount(0);
}

for (const { path, pages, words } of [
  { path: 'pdf/tracemonkey.pdf', pages: 14, words: 'dynamic' },
  { path: 'pdf/pdfjs_wikipedia.pdf', pages: undefined, words: 'Mozilla' },
]) {
  test(`${path} has its pages and words`, async ({ page, sandbox }) => {
    await openFile(page, sandbox, path);
    const main = page.getByRole('main');
    await expect(main.getByText(new RegExp(`^Page 1 of ${pages ?? '\\d+'}$`))).toBeVisible();
    await main.getByRole('button', { name: 'Find', exact: true }).click();
    await main.getByRole('searchbox', { name: 'Find in document' }).fill(words);
    await expect(main.getByText(/^\d+ of \d+$/)).toBeVisible();
  });
}
