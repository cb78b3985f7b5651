/** What is printed: the right window, whose document it is on each page, every line once and none cut. */
import type { BrowserContext, Page } from '@playwright/test';
import { openSummary, section, serveSections } from './actions/cda-sections.ts';
import { chartIsOpen, openChart, openDocument } from './actions/open-chart.ts';
import { readPdf, wordsOf, type PdfPageText } from './actions/read-pdf.ts';
import { serveBinary } from './actions/serve-binary.ts';
import { expect, test } from './fixtures.ts';

const patient = 'Tim Grant · born 9 Apr 2015 · MRN 10006201';

/** From now on, windows tell that they were asked to print instead of printing. */
async function watchPrinting(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Reflect.set(globalThis, 'printed', []);
    window.print = () => {
      Reflect.get(window.top ?? window, 'printed').push(
        window.top === window ? 'page' : (window.frameElement?.className ?? 'frame'),
      );
      window.dispatchEvent(new Event('beforeprint'));
    };
  });
}

/** The report's frame runs no scripts, those of tests included: its window is prepared from the page. */
async function watchReportFrame(page: Page): Promise<void> {
  await page.locator('iframe.html-frame').evaluate((frame: HTMLIFrameElement) => {
    const inside = frame.contentWindow;
    if (inside === null) throw new Error('the frame has no window');
    inside.print = () => {
      Reflect.get(window, 'printed').push('report frame');
      inside.dispatchEvent(new Event('beforeprint'));
    };
  });
}

const printed = (page: Page) => page.evaluate(() => Reflect.get(window, 'printed'));

const print = (page: Page) => page.getByRole('main').getByRole('button', { name: 'Print' }).click();

/** Makes a PDF of what a document of its own, with these sheets, would print. */
async function printToPdf(
  context: BrowserContext,
  { html, css }: { readonly html: string; readonly css: string },
): Promise<readonly PdfPageText[]> {
  const paper = await context.newPage();
  await paper.setContent(html);
  // Where a parser puts what stands behind the body; in the frame it stands beside it.
  await paper.evaluate(() => {
    const head = document.querySelector('dossier-print-head');
    if (head !== null) document.documentElement.append(head);
  });
  await paper.addStyleTag({ content: css });
  const pdf = await paper.pdf({ format: 'A4', preferCSSPageSize: true });
  await paper.close();
  return readPdf(context, pdf);
}

/** The document of a frame as text, and the text of its sheets. */
const serialize = (page: Page, frame = 'iframe.html-frame') =>
  page.locator(frame).evaluate((frame: HTMLIFrameElement) => {
    const inside = frame.contentDocument;
    if (inside === null) throw new Error('the frame has no document');
    for (const each of inside.querySelectorAll('meta, base')) each.remove();
    const sheets = [...inside.adoptedStyleSheets];
    const css = sheets.flatMap((sheet) => Array.from(sheet.cssRules, (rule) => rule.cssText));
    return { html: `<!DOCTYPE html>${inside.documentElement.outerHTML}`, css: css.join('\n') };
  });

const lines = (count: number, prefix: string): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${prefix}${String(at).padStart(3, '0')}`);

const rows = lines(120, 'row-');
const boxed = lines(40, 'boxed-');
const folded = lines(5, 'folded-');
const paragraphs = lines(60, 'par-');

/** Long, with a table, a box that scrolls, folded parts, and styles that would hide a foreign head. */
const longReport = `<!DOCTYPE html><html><head><meta charset="utf-8"><style>
  * { color: white !important; }
  body > *, html > * { color: black !important }
  td, p, div, li, summary { color: black !important }
  html > :last-child, dossier-print-head, dossier-print-head div { display: none !important; visibility: hidden !important; font-size: 0 !important; opacity: 0 !important }
  .box { height: 80px; overflow: auto; border: 1px solid black }
</style></head><body>
<table>${rows.map((row) => `<tr><td>${row}</td><td>value of ${row.replace('row', 'cell')}</td></tr>`).join('')}</table>
<div class="box">${boxed.map((line) => `<div>${line}</div>`).join('')}</div>
<details><summary>More</summary>${folded.map((line) => `<div>${line}</div>`).join('')}</details>
${paragraphs.map((line) => `<p>${line} ${'words that go on and on until the line is broken '.repeat(6)}</p>`).join('')}
<p>the-last-line</p></body></html>`;

test('a report prints its own frame: each line once, none cut, patient and document on each page', async ({
  page,
  context,
  sandbox,
}) => {
  // A PDF is made, and read by an engine that is started for it.
  test.slow();
  await watchPrinting(page);
  const session = await sandbox.createSession({ chart: 'child-tim' });
  await serveBinary(page, longReport);
  await openChart(page, session);
  await openDocument(page, 'Well Child Visit', 'HTML');
  await watchReportFrame(page);
  await print(page);
  expect(await printed(page)).toEqual(['report frame']);

  const pages = await printToPdf(context, await serialize(page));
  expect(pages.length).toBeGreaterThan(4);
  const all = pages.map(wordsOf).join(' ');
  for (const line of [...rows, ...boxed, ...folded, ...paragraphs, 'the-last-line'])
    expect(all.split(line).length - 1, line).toBe(1);
  pages.forEach((each, at) => {
    const words = wordsOf(each);
    expect(words).toContain(patient);
    expect(words).toContain('Well Child Visit, 11 Years');
    expect(words).toContain('Final');
    expect(words).toContain(`Page ${at + 1} of ${pages.length}`);
    for (const { text, x, y, width } of each.letters) {
      expect(x, text).toBeGreaterThanOrEqual(0);
      expect(x + width, text).toBeLessThanOrEqual(each.width);
      expect(y, text).toBeGreaterThan(0);
      expect(y, text).toBeLessThan(each.height);
    }
  });
  expect(linesOverOthers(pages)).toEqual([]);
});

/** Runs of letters that lie on the same spot as others of their page. */
function linesOverOthers(pages: readonly PdfPageText[]): readonly string[] {
  return pages.flatMap(({ letters }) => {
    const marked = letters.filter(({ text }) => /^(?:row|boxed|folded|par)-\d/.test(text));
    return marked
      .filter((one) =>
        marked.some(
          (other) =>
            one !== other && Math.abs(one.y - other.y) < 6 && Math.abs(one.x - other.x) < 6,
        ),
      )
      .map(({ text }) => text);
  });
}

test('a folded part is folded again after printing, and a box scrolls again', async ({
  page,
  sandbox,
}) => {
  await watchPrinting(page);
  await serveBinary(page, longReport);
  await openChart(page, await sandbox.createSession({ chart: 'child-tim' }));
  await openDocument(page, 'Well Child Visit', 'HTML');
  await watchReportFrame(page);
  const state = () =>
    page
      .locator('iframe.html-frame')
      .evaluate((frame: HTMLIFrameElement) => [
        frame.contentDocument?.querySelector('details')?.open,
        frame.contentDocument?.querySelector('.box')?.clientHeight,
      ]);
  const before = await state();
  await print(page);
  expect(await state()).not.toEqual(before);
  await page
    .locator('iframe.html-frame')
    .evaluate((frame: HTMLIFrameElement) =>
      frame.contentWindow?.dispatchEvent(new Event('afterprint')),
    );
  expect(await state()).toEqual(before);
});

for (const { format, title, inside } of [
  { format: 'Text', title: 'Surgery Clinic Note', inside: 'Lakeside Regional Hospital' },
  { format: 'PDF', title: 'XR Chest', inside: undefined },
  { format: 'Image', title: 'Rhythm Strip', inside: undefined },
]) {
  test(`${format} prints the page: a headed sheet, without the app`, async ({
    page,
    context,
    sandbox,
  }) => {
    await watchPrinting(page);
    await openChart(page, await sandbox.createSession());
    await openDocument(page, title, format);
    await print(page);
    await expect.poll(() => printed(page)).toEqual(['page']);

    const pages = await readPdf(context, await page.pdf({ format: 'A4', preferCSSPageSize: true }));
    const all = pages.map(wordsOf);
    all.forEach((words, at) => {
      expect(words).toContain('Nancy');
      expect(words).toContain('born 11 Aug 1980');
      expect(words).toContain('MRN 10002700');
      expect(words).toContain(title);
      expect(words).toContain(`Page ${at + 1} of ${pages.length}`);
      expect(words).not.toMatch(/Search documents|Zoom|Sign out/);
    });
    if (inside !== undefined) expect(all.join(' ')).toContain(inside);
    // The browser has told that it printed.
    await expect(page.locator('.print-sheet')).toHaveCount(0);
  });
}

test('a summary prints a copy in a frame of its own, patient and document on each page', async ({
  page,
  context,
  sandbox,
}) => {
  test.slow();
  await watchPrinting(page);
  await serveSections(
    page,
    section('Long', paragraphs.map((line) => `<paragraph>${line}</paragraph>`).join('')),
    section('Rows', `<table>${rows.map((row) => `<tr><td>${row}</td></tr>`).join('')}</table>`),
  );
  await openSummary(page, await sandbox.createSession());
  await print(page);
  await expect.poll(() => printed(page)).toEqual(['cda-print-frame']);

  const pages = await printToPdf(context, await serialize(page, 'iframe.cda-print-frame'));
  expect(pages.length).toBeGreaterThan(2);
  const all = pages.map(wordsOf).join(' ');
  for (const line of [...rows, ...paragraphs]) expect(all.split(line).length - 1, line).toBe(1);
  pages.forEach((each, at) => {
    const words = wordsOf(each);
    expect(words).toContain('Nancy');
    expect(words).toContain('born 11 Aug 1980');
    expect(words).toContain('MRN 10002700');
    expect(words).toContain('Continuity of Care Document');
    expect(words).toContain('Final');
    expect(words).toContain(`Page ${at + 1} of ${pages.length}`);
  });
  expect(linesOverOthers(pages)).toEqual([]);
});

test('where the page around forbids printing, that is said', async ({
  page,
  sandbox,
  addresses,
}) => {
  const session = await sandbox.createSession({ chart: 'child-tim' });
  await page.goto(addresses.ehr);
  await page.evaluate((address) => {
    const frame = document.createElement('iframe');
    frame.name = 'cage';
    frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-forms');
    frame.style.cssText = 'width:1000px;height:700px';
    frame.src = address;
    document.body.prepend(frame);
  }, session.launchUrl);
  const app = page.frameLocator('iframe[name="cage"]');
  await chartIsOpen(app);
  await openDocument(app, 'Well Child Visit', 'HTML');
  await app.getByRole('main').getByRole('button', { name: 'Print' }).click();
  await expect(app.getByText('This window is not allowed to print')).toBeVisible();
});
