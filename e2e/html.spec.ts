import type { Page } from '@playwright/test';
import { ordinary } from '../sandbox/charts/ordinary/ordinary.ts';
import {
  expectNoNotices,
  expectNotice,
  openReport,
  openReportInChart,
  replaceReport,
  reportFrame,
  reportTitle,
} from './actions/html-report.ts';
import { openChart, openDocument } from './actions/open-chart.ts';
import { expect, test } from './fixtures.ts';

const latin1 = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => letter.charCodeAt(0));

const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(2 + 2 * text.length));
  [...`\uFEFF${text}`].forEach((letter, at) =>
    view.setUint16(2 * at, letter.charCodeAt(0), littleEndian),
  );
  return new Uint8Array(view.buffer);
};

test('an ordinary report keeps its looks', async ({ page, sandbox }) => {
  await openChart(page, await sandbox.createSession());

  await test.step('tables, classes, inline styles, point sizes, anchors, banners', async () => {
    const frame = await openReportInChart(
      page,
      0,
      `<html><head><style>.banner { text-align: center; border-top: 1pt solid #000 } #sum td { color: #0000ff }
       @media screen { .screen { font-style: italic } }</style></head>
       <body style="font-family: Courier New; font-size: 9pt" bgcolor="#ffffee" class="paper">
       <div class="banner">* Final Report *</div><a name="top"></a>
       <table id="sum" border="1" cellpadding="3"><tr><th headers="" id="h1">Test</th></tr><tr><td headers="h1" style="font-weight:bold;border:0.75pt solid #808080">12.1</td><td><!-- value -->&lt;0.01</td></tr></table>
       <p class="screen">Words</p><p style="margin-top:1500px">Far</p><a href="#top">Up</a><a href="#sum">Table</a></body></html>`,
    );
    await expect(frame.getByText('* Final Report *')).toHaveCSS('text-align', 'center');
    await expect(frame.locator('body')).toHaveCSS('font-size', '12px');
    await expect(frame.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 238)');
    const cell = frame.getByText('12.1');
    await expect(cell).toHaveCSS('font-weight', '700');
    await expect(cell).toHaveCSS('border-top-width', '1px');
    await expect(cell).toHaveCSS('color', 'rgb(0, 0, 255)');
    await expect(cell).toHaveAttribute('headers', 'user-content-h1');
    await expect(frame.getByText('<0.01')).toBeVisible();
    await expect(frame.getByText('Words')).toHaveCSS('font-style', 'italic');
    await frame.getByText('Up', { exact: true }).click();
    await expect(frame.getByText('* Final Report *')).toBeInViewport();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expectNoNotices(page);
  });

  await test.step('what is taken out is counted, one sentence of each kind', async () => {
    const frame = await openReportInChart(
      page,
      1,
      `<p>Words <img src="https://evil.test/1.png" alt="logo"> <img src="cid:2"> <iframe src="https://evil.test/"></iframe>
       <video src="https://evil.test/3"></video> <svg><text>patella</text><style>x{}</style></svg>
       <math><mi>x</mi><annotation>no</annotation></math> <noscript>without scripts</noscript> <xmp><b>raw</b></xmp></p>`,
    );
    await expectNotice(page, '2 remote images were not loaded.');
    await expectNotice(page, '1 embedded page was not loaded.');
    await expectNotice(page, '1 sound or film was not loaded.');
    await expectNotice(page, '1 drawing is shown as its words only.');
    for (const words of ['[logo]', 'patella', 'without scripts', '<b>raw</b>'])
      await expect(frame.getByText(words).first()).toBeVisible();
    await expect(page.getByText(/not shown/)).toHaveCount(0);
  });

  await test.step('form fields say what they hold, passwords nothing', async () => {
    const frame = await openReportInChart(
      page,
      2,
      `<form action="https://evil.test/"><label for="a">Name</label> <input id="a" value="Doe, Jane"> <input type="password" value="secret">
       <input type="hidden" value="hidden"> <p>Smoker <input type=checkbox checked> Drinks <input type=checkbox></p>
       <p><input type=radio checked> yes <input type=radio> no</p> <textarea>Two
lines</textarea> <select><option>one<option selected>two</select> <select multiple><option selected>red<option>green<option selected>blue</select>
       <input type=submit value="Send it"> <button>Press</button> <input type=date value="2024-03-01"></form>`,
    );
    const body = frame.locator('body');
    await expect(body).toContainText('Name Doe, Jane');
    await expect(body).toContainText('Smoker ☒ Drinks ☐');
    await expect(body).toContainText('☒ yes ☐ no');
    await expect(body).toContainText('two red, blue');
    await expect(body).toContainText('Send it Press 2024-03-01');
    await expect(body).not.toContainText('secret');
    await expect(body).not.toContainText('hidden');
    await expect(frame.locator('input, form, button, select, textarea')).toHaveCount(0);
    await expectNoNotices(page);
  });
});

test('XHTML and letters are read', async ({ page, sandbox }) => {
  const xhtml = (inner: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n${inner}`;

  const cases: readonly {
    title: string;
    body: string | Uint8Array;
    type: string;
    shown: string;
  }[] = [
    {
      title: 'elements that close themselves, CDATA and entities',
      body: xhtml(
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="x"/></head><body><a name="x"/><div/><p>One&nbsp;<![CDATA[a < b & c]]><br/>&#176; &deg;</p></body></html>',
      ),
      type: 'application/xhtml+xml',
      shown: 'One a < b & c ° °',
    },
    {
      title: 'a prefix for every element',
      body: xhtml(
        '<h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:body><h:h1>Head</h:h1><h:table><h:tr><h:td>cell</h:td></h:tr></h:table></h:body></h:html>',
      ),
      type: 'application/xhtml+xml',
      shown: 'Head cell',
    },
    {
      title: 'an XML declaration before what is not well-formed',
      body: '<?xml version="1.0"?><html><body><p>One<br>two <![CDATA[three]]></body></html>',
      type: 'text/html',
      shown: 'One two three',
    },
    {
      title: 'a charset from HTTP',
      body: latin1('<p>38 \u00b0C</p>'),
      type: 'text/html; charset=iso-8859-1',
      shown: '38 °C',
    },
    {
      title: 'a charset from meta',
      body: latin1('<meta charset="windows-1252"><p>38 \u00b0C \u0093quoted\u0094</p>'),
      type: 'text/html',
      shown: '38 °C “quoted”',
    },
    {
      title: 'UTF-16, little end first',
      body: utf16('<p>38 °C</p>', true),
      type: 'text/html',
      shown: '38 °C',
    },
    {
      title: 'UTF-16, big end first',
      body: utf16('<p>38 °C</p>', false),
      type: 'text/html; charset=utf-8',
      shown: '38 °C',
    },
    {
      title: 'a charset that nobody knows',
      body: '<meta charset="x-nobody"><p>38 °C</p>',
      type: 'text/html; charset=x-unknown',
      shown: '38 °C',
    },
  ];
  await openChart(page, await sandbox.createSession());
  for (const [at, { title, body, type, shown }] of cases.entries())
    await test.step(`${title} are read`, async () => {
      const frame = await openReportInChart(page, at, body, type);
      const words = async (): Promise<string> =>
        (await frame.locator('body').innerText()).replaceAll(/\s+/g, ' ').trim();
      await expect.poll(words, title).toBe(shown);
      await expectNoNotices(page);
    });
});

test('words of a report', async ({ page, sandbox }) => {
  test.setTimeout(180_000);
  await openChart(page, await sandbox.createSession());

  await test.step('of no layout of the sandbox are lost, and none is said to be', async () => {
    const titles = htmlTitles();
    expect(titles.length).toBeGreaterThanOrEqual(12);
    for (const title of titles) {
      await openDocument(page, title, 'HTML');
      await expect(page.locator('.html-frame')).toBeVisible();
      await expect(page.getByText(/not shown|could not be checked/), title).toHaveCount(0);
    }
  });

  await test.step('that the sanitizer takes away are named, with their number', async () => {
    // DOMPurify takes off an attribute that holds the end of a comment, and with it what stands for the picture. The
    // report is in a place that none of the layouts had.
    const frame = await openReportInChart(
      page,
      1,
      '<p>Seen</p><p>Trend: <img src="cid:1" alt="Hb 9.1 --> 12.1"></p>',
    );
    await expectNotice(
      page,
      '4 words of this document are not shown: [Hb, 9.1, -->, 12.1]. Save the original to see all of it.',
    );
    await expect(frame.locator('body')).toHaveText(/^Seen\s*Trend:\s*$/);
  });
});

/** A document of each of the sandbox's layouts: titles of its HTML reports, without repetition. */
function htmlTitles(): readonly string[] {
  const titles = ordinary.documents
    .filter((document) =>
      document.renditions.some(({ contentType }) => contentType?.startsWith('text/html')),
    )
    .map(({ title }) => title ?? '');
  return [...new Set(titles)].slice(0, 16);
}

test('a report that is large', async ({ page, sandbox }) => {
  await openChart(page, await sandbox.createSession());
  await test.step('of a report above a megabyte it is said that it takes long, and painted, before the sanitizer starts', () =>
    longReportIsAnnounced(page));

  await test.step('a report that is too large for the sanitizer is shown as text', async () => {
    await openReportInChart(page, 1, `<h1>Large</h1>${'<p>x</p>'.repeat(210_000)}`);
    await expectNotice(page, /very large/);
    await expect(page.getByRole('document').getByText('Large').first()).toBeVisible();
    await expect(page.locator('iframe')).toHaveCount(0);
  });

  await test.step('formatting left open a thousand times never reaches the sanitizer', async () => {
    const open = Array.from({ length: 1_000 }, (_, at) => `<b id=${at}>`).join('');
    await openReportInChart(page, 2, `<h1>Bomb</h1><p>${open}${'<p>x'.repeat(2_000)}`);
    await expectNotice(page, /very large/);
    await expect(page.getByRole('document').getByText('Bomb').first()).toBeVisible();
  });
});

/** The first report that the chart shows: how often the sanitizer started is counted from there. */
async function longReportIsAnnounced(page: Page): Promise<void> {
  await replaceReport(page, `<h1>Long</h1>${`<p>${'words '.repeat(100)}</p>`.repeat(2_000)}`);
  const atPaint = await page.evaluateHandle(atFirstPaintOf, 'Laying out a large document (1.2 MB)');
  await openDocument(page, reportTitle, 'HTML');
  await expect(reportFrame(page).getByText('Long')).toBeVisible();
  const busy = { isBusy: 'true', sanitizations: 0, shown: 0 };
  expect(await atPaint.evaluate((told) => told.now)).toEqual(busy);
  expect(await page.evaluate(() => performance.getEntriesByName('dompurify:start').length)).toBe(1);
}

interface AtPaint {
  now?: {
    readonly isBusy: string | null | undefined;
    readonly sanitizations: number;
    /** Nodes of the report in its frame. */
    readonly shown: number | undefined;
  };
}

/** Runs in the page: how things are when the browser has laid out these words and is about to paint them. */
function atFirstPaintOf(words: string): AtPaint {
  const told: AtPaint = {};
  // Sizes are told between layout and paint: of the rendering of a frame nothing else of the page comes later.
  const laidOut = new ResizeObserver(() => {
    laidOut.disconnect();
    told.now = {
      isBusy: document.querySelector('main')?.ariaBusy,
      sanitizations: performance.getEntriesByName('dompurify:start').length,
      shown:
        document.querySelector<HTMLIFrameElement>('.html-frame')?.contentDocument?.body.childNodes
          .length,
    };
  });
  const changed = new MutationObserver(() => {
    for (const status of document.querySelectorAll('[role=status]'))
      if (status.textContent.includes(words)) {
        changed.disconnect();
        laidOut.observe(status);
      }
  });
  changed.observe(document, { childList: true, characterData: true, subtree: true });
  return told;
}

test('a link to elsewhere', async ({ page, context, sandbox }) => {
  const links =
    '<p><a href="https://b&uuml;cher.test/r?x=1">the result</a> <a href="http://plain.test/" target="_top">http://plain.test/</a>' +
    ' <a href="mailto:dr@clinic.test">mail</a> <a href="reports/2.html">next report</a> <a href="https://bank.test@evil.test/">bank</a></p>';
  await openChart(page, await sandbox.createSession());

  await test.step('shows its target where its words hide it, and is text where nobody may open it', async () => {
    const frame = await openReportInChart(page, 0, links);
    const shown = (words: string): Promise<string> =>
      frame
        .getByText(words, { exact: true })
        .evaluate((link) => getComputedStyle(link, '::after').content);
    expect(await shown('the result')).toContain('xn--bcher-kva.test');
    expect(await shown('http://plain.test/')).toBe('none');
    expect(await shown('next report')).toContain('reports/2.html');
    expect(await shown('bank')).toContain('https://bank.test@evil.test/');
    await expect(frame.getByRole('link')).toHaveCount(3);
    await frame.getByText('bank', { exact: true }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('is asked about for Enter, and for the middle button not opened at all', async () => {
    const frame = await openReportInChart(page, 1, links);
    const link = frame.getByText('http://plain.test/');
    await link.click({ button: 'middle' });
    await link.click({ modifiers: ['ControlOrMeta'] });
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('The connection would not be encrypted.');
    await dialog.getByRole('button', { name: 'Do not open' }).click();
    await link.focus();
    await page.keyboard.press('Enter');
    await expect(dialog).toContainText('plain.test');
    expect(context.pages()).toHaveLength(1);
    await dialog.getByRole('button', { name: 'Do not open' }).click();
  });

  // The last one, for it leaves a second page behind.
  await test.step('opens only after a question that names its host', async () => {
    const frame = await openReportInChart(page, 2, links);
    await context.route(/\.test\//, (route) => route.fulfill({ body: 'there' }));
    const link = frame.getByText('the result');
    await link.click();
    const dialog = page.getByRole('dialog', { name: 'Open a link from this document?' });
    await expect(dialog).toContainText('xn--bcher-kva.test');
    await expect(dialog).toContainText('bücher.test');
    await expect(dialog.getByRole('button', { name: 'Do not open' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(page.locator('.html-frame')).toBeFocused();
    expect(context.pages()).toHaveLength(1);
    await link.click();
    const opens = context.waitForEvent('page');
    await dialog.getByRole('link', { name: 'Open xn--bcher-kva.test' }).click();
    const opened = await opens;
    expect(await opened.evaluate(() => [window.opener, document.referrer])).toEqual([null, '']);
    await expect(dialog).toHaveCount(0);
  });
});

test.describe('keys inside a report', () => {
  test('find, end finding, and open the next document', async ({ page, sandbox }) => {
    const { frame } = await openReport(page, sandbox, '<p>Words to find: zebra</p>');
    await frame.getByText('zebra').click();
    await page.keyboard.press('ControlOrMeta+f');
    const field = page.getByRole('searchbox', { name: 'Find in document' });
    await expect(field).toBeFocused();
    await field.fill('zebra');
    await expect(page.getByText('1 of 1')).toBeVisible();
    await frame.getByText('zebra').click();
    await page.keyboard.press('Escape');
    await expect(field).toHaveCount(0);
    await page.getByRole('searchbox', { name: 'Search documents' }).fill('');
    await frame.getByText('zebra').click();
    await page.keyboard.press('Alt+PageDown');
    await expect(page.getByRole('main')).not.toHaveAccessibleName(reportTitle);
    await page.keyboard.press('Alt+PageUp');
    await expect(page.getByRole('main')).toHaveAccessibleName(reportTitle);
  });
});

test.describe('paper', () => {
  test('is white in a dark app, dark when asked, and stays so', async ({ page, sandbox }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    const { frame } = await openReport(page, sandbox, '<p>Words</p>');
    const root = frame.locator('html');
    await expect(root).toHaveCSS('background-color', 'rgb(255, 255, 255)');
    await expect(root).toHaveCSS('filter', 'none');
    const toggle = page.getByRole('button', { name: 'Dark paper' });
    await expect(toggle).toHaveAttribute('aria-pressed', 'false');
    await toggle.click();
    await expect(toggle).toHaveAttribute('aria-pressed', 'true');
    await expect(root).toHaveCSS('filter', /invert/);
    await page.reload();
    await expect(reportFrame(page).locator('html')).toHaveCSS('filter', /invert/);
    await page.emulateMedia({ media: 'print' });
    await expect(reportFrame(page).locator('html')).toHaveCSS('filter', 'none');
  });

  test('gives way to colours that the person’s system forces', async ({ page, sandbox }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    const { frame } = await openReport(
      page,
      sandbox,
      '<style>p { color: #fefefe !important; background: #fff; forced-color-adjust: none }</style><p style="color:#fdfdfd;forced-color-adjust:none">Words</p>',
    );
    await page.getByRole('button', { name: 'Dark paper' }).click();
    await expect(frame.locator('html')).toHaveCSS('filter', 'none');
    const forced = await frame.locator('p').evaluate((element) => {
      const probe = element.ownerDocument.createElement('span');
      element.after(probe);
      return getComputedStyle(element).color === getComputedStyle(probe).color;
    });
    expect(forced).toBe(true);
  });
});

test('the height of the frame', async ({ page, sandbox }) => {
  await openChart(page, await sandbox.createSession());
  const height = (): Promise<number> =>
    page.locator('.html-frame').evaluate((frame) => frame.getBoundingClientRect().height);

  const cases = [
    {
      title: 'percentages and viewport units',
      html: '<style>html, body, div { height: 120%; min-height: 150vh }</style><body style="height:200%"><table height="100%"><tr><td>Words</td></tr></table><div style="height:100vh;margin-top:10vh">x</div></body>',
    },
    {
      title: 'a grid that fills what there is',
      html: '<style>body { display: grid; min-height: 100%; padding: 1px } html { height: 101% }</style><p>Words</p>',
    },
  ];
  for (const [at, { title, html }] of cases.entries())
    await test.step(`settles in spite of ${title}`, async () => {
      const frame = await openReportInChart(page, at, html);
      await expect(frame.getByText('Words')).toBeVisible();
      const heights: number[] = [];
      for (let look = 0; look < 4; look += 1) {
        heights.push(await height());
        await page.evaluate(
          () =>
            new Promise((resolve) =>
              requestAnimationFrame(() => requestAnimationFrame(() => resolve(undefined))),
            ),
        );
      }
      expect(new Set(heights).size, title).toBe(1);
      expect(heights[0], title).toBeLessThan(2_000);
    });

  await test.step('ends at 30,000 pixels, then the frame scrolls', async () => {
    const long = '<p>x</p>'.repeat(2_000) + '<p>The end</p>';
    const frame = await openReportInChart(page, cases.length, long);
    expect(await height()).toBe(30_000);
    await frame.getByText('The end').scrollIntoViewIfNeeded();
    await expect(frame.getByText('The end')).toBeInViewport();
  });
});
