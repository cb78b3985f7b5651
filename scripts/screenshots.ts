/** Takes the screenshots of the docs from the app on the sandbox: `npm run screenshots -- [names]`. */
import { mkdir } from 'node:fs/promises';
import { chromium, type Page } from '@playwright/test';
import { startSandbox } from '../sandbox/adapters/node.ts';
import { startApp } from './app-server.ts';
import { chromiumArguments, findBrowser } from './browser.ts';
import { buildApp } from './build-app.ts';

const folder = 'docs/screenshots';
const wide = { width: 1280, height: 800 };
const narrow = { width: 400, height: 720 };

interface Shot {
  readonly name: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly dark?: boolean;
  readonly prepare: (page: Page) => Promise<void>;
}

const open =
  (format: string, title: string) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('searchbox', { name: 'Search documents' }).fill(title);
    await page
      .getByRole('button', { name: new RegExp(`^${format}, ${title}`) })
      .first()
      .click();
    await page.locator('main[aria-busy="true"]').waitFor({ state: 'detached' });
    await page.getByRole('searchbox', { name: 'Search documents' }).fill('');
  };

const openNarrow =
  (format: string, title: string) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('searchbox', { name: 'Search documents' }).fill(title);
    await page
      .getByRole('button', { name: new RegExp(`^${format}, ${title}`) })
      .first()
      .click();
    await page.locator('main[aria-busy="true"]').waitFor({ state: 'detached' });
  };

const openSection =
  (title: string) =>
  async (page: Page): Promise<void> => {
    await open('XML', 'Summary of Care 2026')(page);
    const contents = page.getByRole('navigation', { name: 'Contents' });
    await contents.getByRole('link', { name: title }).click();
    await page.getByRole('button', { name: 'Condense' }).click();
  };

async function makeSummary(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New summary (CCD)' }).click();
  await page.getByRole('button', { name: 'Whole record' }).click();
  await page.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('button', { name: /^XML, Summary, / }).click({ timeout: 30_000 });
  await page.getByRole('navigation', { name: 'Contents' }).getByText('Social History').waitFor();
}

const shots: readonly Shot[] = [
  { name: 'wide', viewport: wide, prepare: open('HTML', 'XR Chest') },
  { name: 'dark', viewport: wide, dark: true, prepare: open('PDF', 'XR Chest') },
  { name: 'summary', viewport: wide, prepare: makeSummary },
  {
    name: 'range',
    viewport: wide,
    prepare: async (page) => {
      await page.getByRole('button', { name: 'New summary (CCD)' }).click();
      await page.getByRole('button', { name: 'Create' }).waitFor();
    },
  },
  { name: 'reading', viewport: wide, prepare: openSection('Results') },
  { name: 'narrow-reading', viewport: narrow, prepare: openNarrow('XML', 'Summary of Care 2026') },
  { name: 'narrow-list', viewport: narrow, prepare: async () => undefined },
  { name: 'narrow-document', viewport: narrow, prepare: openNarrow('HTML', 'XR Chest') },
];

const browserFound = await findBrowser((line) => console.log(line));
if (browserFound === undefined) throw new Error('No browser that starts was found.');
await mkdir(folder, { recursive: true });
let config: unknown;
const app = await startApp(
  { folder: await buildApp('screenshots'), path: '/', config: () => config },
  4800,
);
const sandbox = await startSandbox({ appUrl: app.url });
config = sandbox.config;
const browser = await chromium.launch({
  args: chromiumArguments,
  ...(browserFound.kind === 'installed' ? { executablePath: browserFound.path } : {}),
});
const wanted = process.argv.slice(2);
for (const { name, viewport, dark = false, prepare } of shots) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const page = await browser.newPage({
    viewport,
    colorScheme: dark ? 'dark' : 'light',
    timezoneId: 'America/Chicago',
    locale: 'en-US',
  });
  const { launchUrl } = await sandbox.createSession({ chart: 'ordinary' });
  await page.goto(launchUrl);
  await page.getByRole('grid').waitFor();
  await prepare(page);
  // Nothing is hovered over: the pointer still stands where the last button was.
  await page.mouse.move(0, 0);
  await page.screenshot({ path: `${folder}/${name}.png` });
  await page.close();
}
await browser.close();
await Promise.all([app.close(), sandbox.close()]);
