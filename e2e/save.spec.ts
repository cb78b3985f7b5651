/** What Save gives: the exact bytes under a name that names nobody, and a harmless copy first where bytes would run. */
import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { odd } from '../sandbox/charts/odd.ts';
import { chartIsOpen, openChart, openDocument } from './actions/open-chart.ts';
import { saveDocument } from './actions/save-document.ts';
import { serveBinary } from './actions/serve-binary.ts';
import { expect, test } from './fixtures.ts';

const hostile = `<!DOCTYPE html><html><head><title>x</title>
<style>.loud { color: red } @import url(https://elsewhere.invalid/a.css);</style>
<script>document.title = 'ran'</script></head>
<body onload="document.title = 'ran'"><p class="loud">Harmless words.</p>
<img src="https://elsewhere.invalid/pixel.png" onerror="document.title = 'ran'">
<a href="javascript:document.title='ran'">a link</a></body></html>`;

const textOf = async (download: Download): Promise<string> =>
  readFile(await download.path(), 'utf8');

async function openHostile(page: Page): Promise<void> {
  await serveBinary(page, hostile);
  await openDocument(page, 'Well Child Visit', 'HTML');
}

test.describe('of an HTML report', () => {
  test('the first choice is a copy that runs nothing and asks nobody', async ({
    page,
    context,
    sandbox,
  }) => {
    await openChart(page, await sandbox.createSession({ chart: 'child-tim' }));
    await openHostile(page);
    const saved = await saveDocument(page, 'Safe copy (HTML)');
    expect(saved.suggestedFilename()).toMatch(/^document-\d{4}-\d{2}-\d{2}-safe\.html$/);
    const copy = await textOf(saved);
    expect(copy).not.toMatch(/<script|onload|onerror|elsewhere\.invalid|href="javascript/);

    const asked: string[] = [];
    const other = await context.newPage();
    other.on('request', (request) => asked.push(request.url()));
    await other.route('https://saved.invalid/', (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: copy }),
    );
    await other.goto('https://saved.invalid/');
    const words = other.getByText('Harmless words.');
    await expect(words).toBeVisible();
    await expect(words).toHaveCSS('color', 'rgb(255, 0, 0)');
    await expect(other).toHaveTitle('Document');
    expect(asked).toEqual(['https://saved.invalid/']);
  });

  test('the original is a further choice, word for word, with the reason said', async ({
    page,
    sandbox,
  }) => {
    await openChart(page, await sandbox.createSession({ chart: 'child-tim' }));
    await openHostile(page);
    const main = page.getByRole('main');
    await main.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(main.getByText('The original may run scripts')).toBeVisible();
    await expect(main.locator('.menu-panel').getByRole('button')).toHaveText([
      'Safe copy (HTML)',
      'Original file, as received',
    ]);
    await page.keyboard.press('Escape');
    const saved = await saveDocument(page, 'Original file, as received');
    expect(saved.suggestedFilename()).toMatch(/^document-\d{4}-\d{2}-\d{2}\.html$/);
    expect(await textOf(saved)).toBe(hostile);
  });
});

test('of XML, a drawing and a clinical document the first choice is the text, and the original keeps its bytes', async ({
  page,
  sandbox,
}) => {
  await openChart(page, await sandbox.createSession({ chart: 'odd' }));
  for (const { title, format, served, words, name } of [
    {
      title: 'XML that is not a clinical document',
      format: 'XML',
      served:
        '<?xml version="1.0"?><?xml-stylesheet href="https://elsewhere.invalid/x.xsl"?><note>Harmless words.</note>',
      words: 'Harmless words.',
      name: /^document-\d{4}-\d{2}-\d{2}\.xml$/,
    },
    {
      title: 'Sketch (SVG)',
      format: 'SVG',
      served:
        '<svg xmlns="http://www.w3.org/2000/svg" onload="parent.name=1">\r\n<script>parent.name=1</script><text>Drawn words.</text></svg>\r\n',
      words: 'Drawn words.',
      name: /^document-\d{4}-\d{2}-\d{2}\.svg$/,
    },
    {
      title: 'CCD in UTF-8 with a byte order mark',
      format: 'XML',
      served: undefined,
      words: 'Allergies',
      name: /^document-\d{4}-\d{2}-\d{2}\.xml$/,
    },
  ]) {
    await page.unrouteAll();
    if (served !== undefined) await serveBinary(page, served);
    await openDocument(page, title, format);
    const main = page.getByRole('main');
    await main.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(main.locator('.menu-panel').getByRole('button'), title).toHaveText([
      'Safe copy (text)',
      'Original file, as received',
    ]);
    await page.keyboard.press('Escape');
    const copy = await saveDocument(page, 'Safe copy (text)');
    expect(copy.suggestedFilename()).toMatch(/-safe\.txt$/);
    expect(await textOf(copy)).toContain(words);
    const original = await saveDocument(page, 'Original file, as received');
    expect(original.suggestedFilename()).toMatch(name);
    const stored = odd.documents.find((document) => document.title === title)?.renditions[0];
    const bytes = Buffer.from(served ?? (await stored?.body()) ?? '');
    const saved = await readFile(await original.path());
    expect(saved.equals(bytes), `${title}: ${saved.length} bytes of ${bytes.length}`).toBe(true);
  }
});

test('of a PDF there is one choice, and no file is named after the patient', async ({
  page,
  sandbox,
}) => {
  await openChart(page, await sandbox.createSession({ chart: 'child-tim' }));
  await openDocument(page, 'Well Child Visit', 'PDF');
  const saved = await saveDocument(page);
  expect(saved.suggestedFilename()).toMatch(/^document-\d{4}-\d{2}-\d{2}\.pdf$/);
  expect((await readFile(await saved.path())).subarray(0, 5).toString()).toBe('%PDF-');
});

for (const { title, sandboxed, said } of [
  { title: 'forbids downloads', sandboxed: 'allow-scripts allow-same-origin', said: 1 },
  {
    title: 'allows downloads',
    sandboxed: 'allow-scripts allow-same-origin allow-downloads',
    said: 0,
  },
]) {
  test(`a page around that ${title} ${said === 0 ? 'leaves nothing to say' : 'is told of'}`, async ({
    page,
    sandbox,
    addresses,
  }) => {
    const session = await sandbox.createSession({ chart: 'child-tim' });
    // Of the app's own origin, so that the frame can see what it may; of a foreign one it says so always.
    const around = `${addresses.app}around.html`;
    await page.route(around, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!DOCTYPE html><p>The page around.</p>' }),
    );
    await page.goto(around);
    await page.evaluate(
      ({ address, tokens }) => {
        const frame = document.createElement('iframe');
        frame.name = 'around';
        frame.setAttribute('sandbox', tokens);
        frame.width = '1000';
        frame.height = '700';
        frame.src = address;
        document.body.append(frame);
      },
      { address: session.launchUrl, tokens: sandboxed },
    );
    const app = page.frameLocator('iframe[name="around"]');
    await chartIsOpen(app);
    await openDocument(app, 'Well Child Visit', 'PDF');
    await app.getByRole('main').getByRole('button', { name: 'Save', exact: true }).click();
    await expect(app.getByText('If no file has arrived')).toHaveCount(said);
  });
}
