/** The paper of a C-CDA: all of it, as its author has it, whatever the page shows. */
import {
  authored,
  openSummary,
  section,
  serveSections,
  titlesIn,
  weights,
} from './actions/cda-sections.ts';
import { expect, test } from './fixtures.ts';

test('print has everything, and patient and document on each page', async ({ page, sandbox }) => {
  // The frame of the printed copy stays for as long as nothing was printed.
  await page.addInitScript(() => {
    window.print = () => undefined;
  });
  const main = await openSummary(page, await sandbox.createSession());
  await main.getByRole('button', { name: 'Collapse all' }).click();
  await main.getByRole('searchbox', { name: 'Filter sections' }).fill('penicillin');
  await main.getByRole('button', { name: 'Print' }).click();
  await page.emulateMedia({ media: 'print' });
  const paper = page.frameLocator('.cda-print-frame');
  const head = paper.locator('.cda-print-sheet > thead');
  await expect(head).toContainText('Nancy');
  await expect(head).toContainText('born 11 Aug 1980');
  await expect(head).toContainText('MRN 10002700');
  await expect(head).toContainText('Continuity of Care Document');
  await expect(head).toContainText('9 Oct 2026');
  await expect(paper.getByRole('heading', { level: 3 })).toHaveText([
    ...authored,
    'Plan of Treatment',
  ]);
  await expect(paper.getByRole('cell', { name: 'Penicillin G' })).toBeVisible();
  await expect(paper.getByRole('button')).toHaveCount(0);
  await expect(titlesIn(main)).toHaveText(['Allergies and Intolerances']);
});

test('print while condensed has every row, and the page stays condensed', async ({
  page,
  sandbox,
}) => {
  await page.addInitScript(() => {
    window.print = () => undefined;
  });
  const rows = Array.from(
    { length: 300 },
    (_, at) => `<tr><td>As on day ${at % 150}</td><td/></tr>`,
  );
  const long = `<table><thead><tr><th>Finding</th><th>Remark</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  await serveSections(page, section('Vital Signs', weights, '8716-3'), section('History', long));
  const main = await openSummary(page, await sandbox.createSession());
  await main.getByRole('button', { name: 'Condense' }).click();
  await expect(main.getByText('151 rows folded, 2 empty columns left out')).toBeVisible();
  await main.getByRole('button', { name: 'Print' }).click();
  await page.emulateMedia({ media: 'print' });
  const paper = page.frameLocator('.cda-print-frame').locator('.cda-print-sheet > tbody');
  await expect(paper.getByRole('row', { name: 'As on day' })).toHaveCount(300);
  const heads = ['Date', 'What', 'Value', 'Note', 'Finding', 'Remark'];
  await expect(paper.getByRole('columnheader')).toHaveText(heads);
  await expect(paper.getByRole('cell', { name: '80 kg' })).toHaveCount(3);
  await page.emulateMedia({ media: 'screen' });
  await expect(main.getByText('151 rows folded, 2 empty columns left out')).toBeVisible();
  await expect(main.getByRole('columnheader')).toHaveText(['Date', 'What', 'Value', 'Finding']);
});

test('a browser that loads the empty page of a frame late prints all the same', async ({
  page,
  sandbox,
}) => {
  await page.addInitScript(() => {
    window.print = () => undefined;
    const late = new WeakSet<EventTarget>();
    document.addEventListener(
      'load',
      (event) => {
        const frame = event.target;
        if (!(frame instanceof HTMLIFrameElement) || late.has(frame)) return;
        late.add(frame);
        event.stopImmediatePropagation();
        frame.contentWindow?.location.replace('about:blank');
      },
      true,
    );
  });
  const main = await openSummary(page, await sandbox.createSession());
  await main.getByRole('button', { name: 'Print' }).click();
  await page.emulateMedia({ media: 'print' });
  const paper = page.frameLocator('.cda-print-frame').locator('.cda-print-sheet');
  await expect(paper.getByText('Penicillin G')).toBeVisible();
  await expect(paper.locator('h3')).toHaveText([...authored, 'Plan of Treatment']);
});
