import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import {
  authored,
  openSummary,
  openSummaryAgain,
  section,
  serveSections,
  titlesIn,
  weights,
} from './actions/cda-sections.ts';
import { openDocument } from './actions/open-chart.ts';
import { expect, test } from './fixtures.ts';

test('contents count entries, mark the section being read and jump', async ({ page, sandbox }) => {
  const main = await openSummary(page, await sandbox.createSession());
  const contents = main.getByRole('navigation', { name: 'Contents' });
  const link = (name: string) => contents.getByRole('link', { name });
  await expect(contents.getByRole('listitem').filter({ hasText: 'Problems' })).toHaveText(
    'Problems11',
  );
  await expect(link('Allergies and Intolerances')).toHaveAttribute('aria-current', 'location');
  await link('Results').click();
  await expect(main.getByRole('heading', { name: 'Results' })).toBeFocused();
  await expect(main.getByRole('heading', { name: 'Results' })).toBeInViewport();
  await expect(link('Results')).toHaveAttribute('aria-current', 'location');
  await link('Social History').click();
  await expect(link('Social History')).toHaveAttribute('aria-current', 'location');
  // What was jumped to is held in its place until the reader scrolls.
  await main.hover();
  await page.mouse.wheel(0, -1);
  await main.getByRole('heading', { name: 'Problems' }).evaluate((heading) => {
    heading.scrollIntoView({ block: 'start' });
  });
  await expect(contents.locator('[aria-current]')).toHaveText('Problems');
});

test('a filter narrows contents and sections by title and by text', async ({ page, sandbox }) => {
  const main = await openSummary(page, await sandbox.createSession());
  await expect(titlesIn(main)).toHaveText(authored);
  const filter = main.getByRole('searchbox', { name: 'Filter sections' });
  await filter.fill('penicillin');
  await expect(titlesIn(main)).toHaveText(['Allergies and Intolerances']);
  await expect(main.getByRole('navigation', { name: 'Contents' }).getByRole('link')).toHaveText([
    'Allergies and Intolerances',
  ]);
  await expect(main.getByText('1 of 10 sections with “penicillin”')).toBeVisible();
  await filter.fill('vital');
  await expect(titlesIn(main)).toContainText(['Vital Signs']);
  await main.getByRole('button', { name: 'Show all' }).click();
  await expect(titlesIn(main)).toHaveText(authored);
});

test('sections fold by their headings, all at once too, and find unfolds them', async ({
  page,
  sandbox,
}) => {
  const main = await openSummary(page, await sandbox.createSession());
  const allergies = main.getByRole('button', { name: 'Allergies and Intolerances', exact: true });
  const penicillin = main.getByRole('cell', { name: 'Penicillin G' });
  await allergies.click();
  await expect(allergies).toHaveAttribute('aria-expanded', 'false');
  await expect(penicillin).toBeHidden();
  await main.getByRole('button', { name: 'Expand all' }).click();
  await expect(penicillin).toBeVisible();
  await main.getByRole('button', { name: 'Collapse all' }).click();
  await expect(
    main.locator('.cda-sections > section .cda-fold-button[aria-expanded="true"]'),
  ).toHaveCount(0);

  await main.getByRole('button', { name: 'Find', exact: true }).click();
  const find = main.getByRole('searchbox', { name: 'Find in document' });
  await find.fill('penicillin G');
  await expect(main.getByText(/^1 of \d+$/)).toBeVisible();
  await expect(penicillin).toBeVisible();
  await expect(penicillin).toBeInViewport();
  await find.fill('social history');
  await expect(main.getByText(/^1 of \d+$/)).toBeVisible();
  await expect(main.getByRole('heading', { name: 'Social History' })).toBeInViewport();
  await find.fill('completed');
  await expect(main.getByText(/^1 of \d+$/)).toBeVisible();
  await main.getByRole('button', { name: 'Previous match' }).click();
  const count = (await main.getByText(/^\d+ of \d+$/).textContent()) ?? '';
  const [current, total] = count.split(' of ');
  expect(current).toBe(total);
});

test('one section is read at a time, and find goes to the others', async ({ page, sandbox }) => {
  const main = await openSummary(page, await sandbox.createSession());
  await main.getByRole('button', { name: 'More about Problems' }).click();
  await main.getByRole('button', { name: 'Only this section' }).click();
  await expect(titlesIn(main)).toHaveText(['Problems']);
  await expect(main.getByText('8 sections hidden')).toBeVisible();
  await expect(main.locator('.cda-sections').getByRole('region')).toHaveCount(1);
  await main.getByRole('button', { name: 'Show as authored' }).click();
  await expect(titlesIn(main)).toHaveText(authored);

  await main.getByRole('button', { name: 'View', exact: true }).click();
  await main.getByRole('button', { name: 'One section at a time' }).click();
  await page.keyboard.press('Escape');
  await expect(titlesIn(main)).toHaveText(['Allergies and Intolerances']);
  const contents = main.getByRole('navigation', { name: 'Contents' });
  await contents.getByRole('link', { name: 'Vital Signs' }).click();
  await expect(titlesIn(main)).toHaveText(['Vital Signs']);
  await main.getByRole('button', { name: 'Find', exact: true }).click();
  await main.getByRole('searchbox', { name: 'Find in document' }).fill('penicillin g');
  await expect(titlesIn(main)).toHaveText(['Allergies and Intolerances']);
});

test('order and number of sections are remembered for other documents, without their words', async ({
  page,
  sandbox,
}) => {
  const main = await openSummary(page, await sandbox.createSession());
  await main.getByRole('button', { name: 'View', exact: true }).click();
  await main.getByRole('button', { name: 'Section order…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Section order' });
  const up = dialog.getByRole('button', { name: 'Move Problems up' });
  await up.focus();
  await page.keyboard.press('Enter');
  await expect(up).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('listitem')).toContainText([
    'Problems',
    'Allergies',
    'Medications',
  ]);
  await expect(dialog.getByRole('button', { name: 'Move Problems down' })).toBeFocused();
  await dialog.getByRole('combobox', { name: 'Sections shown at first' }).selectOption('3');
  await dialog.getByRole('button', { name: 'Done' }).click();
  const first = ['Problems', 'Allergies and Intolerances', 'Medications'];
  await expect(titlesIn(main)).toHaveText(first);
  await expect(main.getByText('6 sections hidden, order changed')).toBeVisible();

  await openDocument(page, 'Rhythm Strip', 'Image');
  await openSummaryAgain(page);
  await expect(titlesIn(main)).toHaveText(first);
  const kept = await page.evaluate(() => localStorage.getItem('dossier-cda-reading'));
  expect(kept).toMatch(/11450-4/);
  expect(kept).not.toMatch(/problem|smart|nancy|10002700/i);

  const contents = main.getByRole('navigation', { name: 'Contents' });
  await contents.getByRole('link', { name: 'Encounters' }).click();
  await expect(main.getByRole('heading', { name: 'Encounters' })).toBeFocused();
  await main.getByRole('button', { name: 'Show as authored' }).click();
  await expect(titlesIn(main)).toHaveText(authored);
  await main.getByRole('button', { name: 'Use my view' }).click();
  await expect(titlesIn(main).first()).toHaveText('Problems');
  await main.getByRole('button', { name: 'More about Problems' }).click();
  await main.getByRole('button', { name: 'Move down' }).click();
  await expect(titlesIn(main).first()).toHaveText('Allergies and Intolerances');
});

test('condense folds repeated rows and empty columns, says so and is remembered', async ({
  page,
  sandbox,
}) => {
  await serveSections(page, section('Vital Signs', weights, '8716-3'));
  const main = await openSummary(page, await sandbox.createSession());
  const table = main.getByRole('table');
  await expect(table.getByRole('row')).toHaveCount(4);
  await main.getByRole('button', { name: 'Condense' }).click();
  await expect(table.getByRole('row')).toHaveCount(3);
  await expect(table.getByRole('columnheader')).toHaveText(['Date', 'What', 'Value']);
  await expect(table.getByRole('row').nth(1)).toHaveText('2011Weight80 kg');
  await expect(table.getByRole('row').nth(2)).toHaveText('2012Weight80 kg');
  await expect(main.getByText('1 row folded, 1 empty column left out')).toBeVisible();
  await openDocument(page, 'Rhythm Strip', 'Image');
  await openSummaryAgain(page);
  await expect(table.getByRole('row')).toHaveCount(3);
  await main.getByRole('button', { name: 'Show all' }).click();
  await expect(table.getByRole('row')).toHaveCount(4);
  await expect(main.getByText(/folded/)).toHaveCount(0);
});

test('revisions are marked and may be left out; footnotes lead there and back', async ({
  page,
  sandbox,
}) => {
  await serveSections(
    page,
    section(
      'Assessment',
      '<paragraph>Dose <content revised="delete">10 mg</content> <content revised="insert">20 mg</content>' +
        '<footnoteRef IDREF="n1"/></paragraph><paragraph>Other words.</paragraph>' +
        '<footnote ID="n1">By telephone.</footnote>',
    ),
  );
  const main = await openSummary(page, await sandbox.createSession());
  await expect(main.getByRole('deletion')).toHaveText('10 mg');
  await expect(main.getByRole('insertion')).toHaveText('20 mg');
  await main.getByRole('button', { name: 'View', exact: true }).click();
  await main.getByRole('button', { name: 'Leave out deleted text' }).click();
  await page.keyboard.press('Escape');
  await expect(main.getByText('10 mg')).toBeHidden();
  await expect(main.getByText('1 deleted passage left out')).toBeVisible();
  await main.getByRole('button', { name: 'Find', exact: true }).click();
  await main.getByRole('searchbox', { name: 'Find in document' }).fill('10 mg');
  await expect(main.getByText('10 mg')).toBeVisible();
  await main.getByRole('link', { name: 'Footnote 1', exact: true }).click();
  await expect(main.getByRole('note', { name: 'Footnote 1' })).toBeFocused();
  await main.getByRole('link', { name: 'Back to the reference to footnote 1' }).click();
  await expect(main.locator('sup:focus')).toHaveText('[1]');
});

test('the keyboard stops at a table only where it scrolls', async ({ page, sandbox }) => {
  const wide = Array.from({ length: 30 }, (_, index) => `<td>Measurement${index}</td>`).join('');
  await serveSections(
    page,
    section('Narrow', '<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>'),
    section('Wide', `<table><tbody><tr>${wide}</tr></tbody></table>`),
  );
  const main = await openSummary(page, await sandbox.createSession());
  const region = main.getByRole('group', { name: 'Table in Wide' });
  await expect(region).toHaveAttribute('tabindex', '0');
  await expect(main.getByRole('group', { name: 'Table in Narrow' })).not.toHaveAttribute(
    'tabindex',
  );
  await region.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => region.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
});

const many = (columns: number, rows: number): string => {
  const line = (tag: string, row: number): string =>
    `<tr>${Array.from({ length: columns }, (_, at) => `<${tag}>Word${row}x${at}</${tag}>`).join('')}</tr>`;
  const body = Array.from({ length: rows }, (_, row) => line('td', row + 1)).join('');
  return `<table><thead>${line('th', 0)}</thead><tbody>${body}</tbody></table>`;
};

for (const { width, height } of [
  { width: 1280, height: 800 },
  { width: 400, height: 800 },
]) {
  test(`heads of tables stay in sight at ${width} px, under the tools or at the top of their region`, async ({
    page,
    sandbox,
  }) => {
    await page.setViewportSize({ width, height });
    await serveSections(
      page,
      section('Fits', many(2, 90)),
      section('Long', many(3, 400)),
      section('Wide', many(30, 60)),
      section('Last', 'Words.'),
    );
    const main = await openSummary(page, await sandbox.createSession());
    for (const name of ['Fits', 'Long', 'Wide']) {
      const region = main.getByRole('group', { name: `Table in ${name}` });
      // Half of it is above: of the page where the page scrolls, of the region where that does.
      await region.evaluate((element) => element.scrollIntoView({ block: 'start' }));
      await region.evaluate((element) => {
        if (element.scrollHeight > element.clientHeight + 1) {
          element.scrollTop = element.scrollHeight / 2;
          return;
        }
        const scroller = [...document.querySelectorAll('.reader, .reader-body')].find(
          (one) => getComputedStyle(one).overflowY === 'auto',
        );
        scroller?.scrollBy(0, element.clientHeight / 2);
      });
      const head = region.getByRole('columnheader').first();
      await expect(head).toBeInViewport();
      await expect
        .poll(
          () =>
            region.evaluate((element) => {
              const cell = element.querySelector('th')?.getBoundingClientRect();
              const standing = document.querySelector('.cda-standing')?.getBoundingClientRect();
              if (cell === undefined || standing === undefined) return 'nothing';
              const hit = document.elementFromPoint(cell.left + 8, cell.top + 8);
              if (hit?.closest('th') === null) return `covered by ${hit.className}`;
              return cell.top >= standing.bottom - 1 ? 'in sight' : 'under the tools';
            }),
          { message: `the head of the table in ${name}` },
        )
        .toBe('in sight');
    }
  });
}

test('tables of six columns fit beside the contents at 1280 px, numbers and units whole', async ({
  page,
  sandbox,
}) => {
  const main = await openSummary(page, await sandbox.createSession());
  await main.getByRole('navigation', { name: 'Contents' }).getByText('Results').click();
  const region = main.getByRole('group', { name: 'Table in Results' });
  await expect(region.getByRole('columnheader', { name: 'Collected' })).toBeInViewport();
  expect(await region.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  const cut = await region.evaluate((element) => {
    const words: string[] = [];
    const range = document.createRange();
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (!(node instanceof Text)) continue;
      for (const { 0: word, index } of node.data.matchAll(/[^\s-]+/g)) {
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1) words.push(word);
      }
    }
    return words;
  });
  expect(cut).toEqual([]);
});

test('contents can be put away, and stay away in the next document', async ({ page, sandbox }) => {
  const main = await openSummary(page, await sandbox.createSession());
  const contents = main.getByRole('navigation', { name: 'Contents' });
  const table = main.getByRole('table').first();
  const before = (await table.boundingBox())?.width ?? 0;
  const button = main.getByRole('button', { name: 'Contents' });
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await button.click();
  await expect(contents).toBeHidden();
  await expect.poll(async () => (await table.boundingBox())?.width).toBeGreaterThan(before + 150);
  await openDocument(page, 'Rhythm Strip', 'Image');
  await openSummaryAgain(page);
  await expect(button).toHaveAttribute('aria-expanded', 'false');
  await expect(contents).toBeHidden();
  await button.click();
  await expect(contents).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem('dossier-cda-reading'))).toBeNull();
});

test('one line says what the document is, and opens to all that it says of itself', async ({
  page,
  sandbox,
}) => {
  const main = await openSummary(page, await sandbox.createSession());
  const line = main.locator('summary').filter({ hasText: 'About this document' });
  await expect(line).toContainText('Continuity of Care Document');
  await expect(line).toContainText('9 Oct 2026, 13:00 +0000');
  await expect(line).toContainText('Author: Lakeside Regional Hospital');
  await expect(line).toContainText('Covers 11 Aug 1980 to 9 Oct 2026');
  await main.getByRole('heading', { name: 'Encounters' }).evaluate((heading) => {
    heading.scrollIntoView({ block: 'start' });
  });
  await expect(line).toBeInViewport();
  const details = main.getByRole('group', { name: 'About this document' });
  await expect(details).toBeHidden();
  await line.focus();
  await page.keyboard.press('Enter');
  await expect(details).toBeInViewport();
  await expect(details.getByText('Nancy Louise Smart')).toBeVisible();
  await expect(details.getByText('Document id')).toBeAttached();
  await page.keyboard.press('Enter');
  await expect(details).toBeHidden();
  await line.click();
  await details.getByText('Nancy Louise Smart').click();
  await expect(details).toBeVisible();
  await page.getByRole('heading', { name: 'Summary of Care 2026 (CCD)' }).click();
  await expect(details).toBeHidden();
});

test('the source of a section is one click away', async ({ page, sandbox }) => {
  const main = await openSummary(page, await sandbox.createSession());
  await main.getByRole('button', { name: 'More about Medications' }).click();
  await main.getByRole('button', { name: 'Source (XML)' }).click();
  const source = page.getByRole('group', { name: 'Source of Medications' });
  await expect(source).toContainText('<title>Medications</title>');
  await expect(source).toHaveText(/^<section[\s\S]*<\/section>$/);
});

test('at phone width contents lie in a menu that closes after a jump and on a press elsewhere', async ({
  page,
  sandbox,
}) => {
  await page.setViewportSize({ width: 400, height: 800 });
  const main = await openSummary(page, await sandbox.createSession());
  const button = main.getByRole('button', { name: 'Contents' });
  await button.click();
  const contents = main.getByRole('navigation', { name: 'Contents' });
  await expect(contents).toBeVisible();
  await contents.getByRole('link', { name: 'Results' }).focus();
  await page.keyboard.press('Escape');
  await expect(contents).toBeHidden();
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await contents.getByRole('link', { name: 'Results' }).click();
  await expect(contents).toBeHidden();
  await expect(main.getByRole('heading', { name: 'Results' })).toBeFocused();
  await expect(main.getByRole('heading', { name: 'Results' })).toBeInViewport();
  await button.click();
  await expect(contents).toBeVisible();
  await page.mouse.click(200, 780);
  await expect(contents).toBeHidden();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(wide).toBe(false);
});

test('at phone width the first section starts in the upper half, and only what helps reading stays', async ({
  page,
  sandbox,
}) => {
  await page.setViewportSize({ width: 400, height: 800 });
  const main = await openSummary(page, await sandbox.createSession());
  const top = async (locator: Locator): Promise<number> => (await locator.boundingBox())?.y ?? -1;
  const first = main.getByRole('heading', { name: 'Allergies and Intolerances' });
  expect(await top(first)).toBeGreaterThan(0);
  expect(await top(first)).toBeLessThan(400);
  await main.getByRole('button', { name: 'Contents' }).click();
  await main.getByRole('link', { name: 'Encounters' }).click();
  await expect.poll(() => top(main.getByRole('heading', { name: 'Encounters' }))).toBeLessThan(300);
  await expect(main.getByRole('heading', { name: 'Summary of Care 2026' })).not.toBeInViewport();
  await expect(page.getByRole('region', { name: 'Patient' })).toBeInViewport({ ratio: 1 });
  await expect(main.getByRole('button', { name: 'Find', exact: true })).toBeInViewport({
    ratio: 1,
  });
  await expect(main.getByText('Continuity of Care Document')).toBeInViewport({ ratio: 1 });
  await expect(main.getByRole('searchbox', { name: 'Filter sections' })).toBeInViewport({
    ratio: 1,
  });
  await main.getByRole('button', { name: 'Find', exact: true }).click();
  await main.getByRole('searchbox', { name: 'Find in document' }).fill('penicillin g');
  await expect(main.getByText(/^1 of \d+$/)).toBeInViewport();
  await expect(main.getByRole('cell', { name: 'Penicillin G' })).toBeInViewport();
});

test("the reader's tools break no accessibility rule, in light and dark", async ({
  page,
  sandbox,
}) => {
  // Four walks over the whole page by the checker.
  test.slow();
  const main = await openSummary(page, await sandbox.createSession());
  await main.getByRole('button', { name: 'Condense' }).click();
  await main.getByRole('button', { name: 'More about Problems' }).click();
  await main.getByRole('button', { name: 'Only this section' }).click();
  await main.getByRole('button', { name: 'View', exact: true }).click();
  expect(await brokenRules(page, 'main')).toEqual([]);
  await main.getByRole('button', { name: 'Section order…' }).click();
  expect(await brokenRules(page, 'dialog')).toEqual([]);
});

/** In both colour schemes: which rules, and by which elements. */
async function brokenRules(page: Page, part: string): Promise<readonly unknown[]> {
  const broken: unknown[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).include(part).analyze();
    for (const { id, nodes } of violations)
      broken.push([colorScheme, id, nodes.map(({ html }) => html)]);
  }
  return broken;
}
