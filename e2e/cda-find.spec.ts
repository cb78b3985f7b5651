/** Find in a C-CDA: every word is reached and seen, whatever folds it or lies over it. */
import type { Page } from '@playwright/test';
import { openSummary, section, serveSections, weights } from './actions/cda-sections.ts';
import { expect, test } from './fixtures.ts';

/** The word that find is at, and whether it is what a reader sees where it stands. */
const foundWord = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const [found] = CSS.highlights.get('dossier-find-current') ?? [];
    const { parentElement } = found?.startContainer ?? {};
    if (found === undefined || !parentElement) return 'nothing';
    const range = document.createRange();
    range.setStart(found.startContainer, found.startOffset);
    range.setEnd(found.endContainer, found.endOffset);
    const { left, right, top, bottom } = range.getBoundingClientRect();
    const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return `${range.toString()}${seen === parentElement ? '' : ', covered'}`;
  });

test('what is typed letter by letter is seen where it is found, with nothing over it', async ({
  page,
  sandbox,
}) => {
  const main = await openSummary(page, await sandbox.createSession());
  const about = main.getByRole('group', { name: 'About this document' });
  const line = main.locator('summary').filter({ hasText: 'About this document' });
  await line.click();
  await expect(about).toBeVisible();
  await main.getByRole('button', { name: 'Find', exact: true }).click();
  const find = main.getByRole('searchbox', { name: 'Find in document' });
  await find.pressSequentially('hives');
  await expect.poll(() => foundWord(page)).toBe('Hives');
  await expect(about).toBeHidden();
  await find.fill('');
  await find.pressSequentially('summary-service');
  await expect.poll(() => foundWord(page)).toBe('summary-service');
  await expect(about).toBeVisible();
  await line.click();
  await page.setViewportSize({ width: 400, height: 800 });
  await main.getByRole('button', { name: 'Contents' }).click();
  const contents = main.getByRole('navigation', { name: 'Contents' });
  await expect(contents).toBeVisible();
  await find.fill('');
  await find.pressSequentially('hives');
  await expect.poll(() => foundWord(page)).toBe('Hives');
  await expect(contents).toBeHidden();
  await expect(about).toBeHidden();
});

test('closing the search gives the focus back to where it was', async ({ page, sandbox }) => {
  const main = await openSummary(page, await sandbox.createSession());
  const heading = main.getByRole('button', { name: 'Problems', exact: true });
  await heading.focus();
  await page.keyboard.press('Control+f');
  const find = main.getByRole('searchbox', { name: 'Find in document' });
  await expect(find).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(find).toBeHidden();
  await expect(heading).toBeFocused();
});

test('find counts the words that condensing folded, and shows them', async ({ page, sandbox }) => {
  const remarks = weights.replace('Note', 'Remarks');
  await serveSections(page, section('Vital Signs', remarks, '8716-3'));
  const main = await openSummary(page, await sandbox.createSession());
  const table = main.getByRole('table');
  await main.getByRole('button', { name: 'Condense' }).click();
  await expect(table.getByRole('row')).toHaveCount(3);
  await main.getByRole('button', { name: 'Find', exact: true }).click();
  const find = main.getByRole('searchbox', { name: 'Find in document' });
  await find.fill('weight');
  await expect(main.getByText('1 of 3')).toBeVisible();
  await expect(table.getByRole('row')).toHaveCount(3);
  await find.fill('remarks');
  await expect(main.getByText('1 of 1')).toBeVisible();
  await expect(table.getByRole('columnheader', { name: 'Remarks' })).toBeInViewport();
  await expect(table.getByRole('row')).toHaveCount(4);
  await expect(main.getByText(/folded/)).toHaveCount(0);
});

test('the browser’s own search unfolds a section, and its heading says so', async ({
  page,
  sandbox,
}) => {
  const main = await openSummary(page, await sandbox.createSession());
  const heading = main.getByRole('button', { name: 'Medications', exact: true });
  const region = main.getByRole('region', { name: 'Medications' });
  await heading.click();
  await expect(region.getByRole('table')).toBeHidden();
  await expect(heading).toHaveAttribute('aria-expanded', 'false');
  const fold = region.locator('.cda-fold');
  await expect(fold).toHaveAttribute('hidden', 'until-found');
  // What the browser does with a match: the event, then the attribute goes.
  await fold.evaluate((element) => {
    element.dispatchEvent(new Event('beforematch', { bubbles: true }));
    element.removeAttribute('hidden');
  });
  await expect(heading).toHaveAttribute('aria-expanded', 'true');
  await expect(region.getByRole('table')).toBeVisible();
  await heading.click();
  await expect(fold).toHaveAttribute('hidden', 'until-found');
  // It does so for whatever it looks for: here for the target of a link.
  const told = await fold.evaluate((element) => {
    const target = element.querySelector('td');
    if (target === null) return 'no cell';
    target.id = 'searched';
    const link = Object.assign(document.createElement('a'), { href: '#searched' });
    document.body.append(link);
    const event = new Promise<string>((resolve) => {
      element.addEventListener('beforematch', ({ type }) => resolve(type), { once: true });
    });
    link.click();
    link.remove();
    return event;
  });
  expect(told).toBe('beforematch');
});
