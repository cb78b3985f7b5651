/** The app as a part of an MPage, whose page is played with the very code that such pages use: xfc's consumer. */
import { createRequire } from 'node:module';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { build } from 'vite';
import { frameOf, openInFrame, sessionsOf, versionNames, versions } from './actions/ehr.ts';
import { chartIsOpen, openDocument, type AppView } from './actions/open-chart.ts';
import { serveBinary } from './actions/serve-binary.ts';
import { expectTraffic, opened } from './actions/traffic.ts';
import { expect, test } from './fixtures.ts';

const mpage = 'https://embedded.cerner.com/mpage';
const stranger = 'https://portal.example.org/page';

test.use({
  // The library gives APPLINK to frames in Edge only.
  userAgent:
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36 Edg/143.0.0.0',
});

let consumer = '';

test.beforeAll(async () => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      lib: {
        entry: createRequire(import.meta.url).resolve('xfc'),
        name: 'xfc',
        formats: ['iife'],
        fileName: 'xfc',
      },
    },
  });
  const [result] = Array.isArray(built) ? built : [built];
  const [chunk] = result !== undefined && 'output' in result ? result.output : [];
  if (chunk?.type !== 'chunk') throw new Error('xfc was not built');
  consumer = chunk.code;
});

/** Opens a page at `address` that mounts the app as MPages do; `calls` gets what the app asks of PowerChart. */
async function openMpage(page: Page, address: string, launchUrl: string): Promise<unknown[]> {
  const calls: unknown[] = [];
  // The page is said to lie in the internet, the app on this machine: browsers ask before they let one reach the other.
  await page.context().grantPermissions(['local-network-access']);
  await page.exposeFunction('callPowerChart', (call: unknown) => calls.push(call));
  await page.route(address, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!DOCTYPE html><title>MPage</title><body><script>${consumer}</script><script>
        xfc.Consumer.init({ invokeCOMApi: callPowerChart });
        xfc.Consumer.mount(document.body, ${JSON.stringify(launchUrl)}, {
          resizeConfig: { fixedHeight: '700px', fixedWidth: '1200px' },
          iframeAttrs: { title: 'Dossier: Tim Grant' },
        });
      </script>`,
    }),
  );
  await page.goto(address);
  return calls;
}

const statusOf = (page: Page) => page.locator('.xfc').getAttribute('data-status');

test('in an MPage the chart is seen, and its outside links are handed to PowerChart', async ({
  page,
  context,
  sandbox,
}) => {
  await serveBinary(page, '<p>See <a href="https://guide.test/a?b=1">the guide</a></p>');
  const { launchUrl } = await sandbox.createSession({ chart: 'child-tim', fhirVersion: 'r4' });
  const calls = await openMpage(page, mpage, launchUrl);
  const app = frameOf(page, 'Tim Grant');
  await chartIsOpen(app);
  await expect.poll(() => statusOf(page)).toBe('authorized');
  await openDocument(app, 'Well Child Visit, 11 Years', 'HTML');
  await app
    .getByTitle('Well Child Visit, 11 Years')
    .contentFrame()
    .getByText('the guide', { exact: true })
    .click();
  await app.getByRole('dialog').getByRole('link', { name: 'Open guide.test' }).click();
  const params = { linkMode: 100, launchObject: 'https://guide.test/a?b=1', commandLineArgs: '' };
  await expect.poll(() => calls).toEqual([{ name: 'APPLINK', params }]);
  await expect(app.getByRole('dialog')).toHaveCount(0);
  expect(context.pages()).toEqual([page]);
});

test('a page that is neither an MPage nor configured cannot show the app, whatever it says', async ({
  page,
  sandbox,
}) => {
  const { launchUrl } = await sandbox.createSession({ chart: 'child-tim' });
  const refused = page.waitForEvent('requestfailed');
  await openMpage(page, stranger, launchUrl);
  expect((await refused).failure()?.errorText).toBe('net::ERR_BLOCKED_BY_RESPONSE');
  expect(await statusOf(page)).toBe('mounted');
});

for (const { site, fhirVersion } of (['ehr', 'ehrOtherSite'] as const).flatMap((site) =>
  versions.map((fhirVersion) => ({ site, fhirVersion })),
)) {
  test(`situation 58: framed by the EHR at ${site} the chart is seen at once: nothing waits for an MPage (${versionNames[fhirVersion]})`, async ({
    page,
    sandbox,
    addresses,
  }) => {
    const app = await openInFrame(page, addresses[site], 'Tim Grant', fhirVersion);
    await chartIsOpen(app);
    await expect(app.locator('html')).not.toHaveAttribute('hidden');
    const library = await app
      .locator('html')
      .evaluate(() => typeof Reflect.get(window, 'CernerSmartEmbeddableLib'));
    expect(library).toBe('undefined');
    for (const session of sessionsOf(page, addresses.fhir, fhirVersion))
      await expectTraffic(sandbox, session, { tokenCalls: ['code'], asked: { ...opened, ehr: 1 } });
  });
}

test('details for the help desk are copied, and selected where a frame may not copy', async ({
  page,
  context,
  addresses,
}) => {
  const unknown = `${addresses.app}?iss=https://unknown.example.org/r4`;
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(unknown);
  const copied = await copyDetails(page);
  expect(copied).toContain('issuerNotConfigured');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(copied);

  await context.clearPermissions();
  await page.goto(addresses.ehrOtherSite);
  await page.evaluate((address) => {
    const frame = Object.assign(document.createElement('iframe'), { name: 'around', src: address });
    document.body.replaceChildren(frame);
  }, unknown);
  const app = page.frameLocator('iframe[name="around"]');
  const shown = await copyDetails(app);
  await expect(app.getByText('The lines are selected')).toBeVisible();
  const selected = await app.locator('body').evaluate(() => String(window.getSelection()));
  expect(selected.trim()).toBe(shown);
});

async function copyDetails(app: AppView): Promise<string> {
  await app.getByText('Details', { exact: true }).click();
  await app.getByRole('button', { name: 'Copy details' }).click();
  return (await app.locator('.details-lines').innerText()).trim();
}

/** What a page may say to others: nothing, odd things, and words of xfc and of fhirclient's windows. */
const messages: readonly unknown[] = [
  null,
  'completeAuth',
  { jsonrpc: '2.0', method: 'event', params: ['iframeCustomResizer', {}] },
  { jsonrpc: '2.0', method: 'resize', params: [{}] },
  { jsonrpc: '2.0', id: '1', method: 'constructor', params: [] },
  { jsonrpc: '2.0', id: '1', result: 'javascript:console.log(1)' },
  { type: 'completeAuth', url: 'https://evil.test/' },
];

test('what the page around, another frame of it and a document’s frame say to the app does nothing', async ({
  page,
  context,
  addresses,
}) => {
  await countMessages(context);
  const app = await openInFrame(page, addresses.ehrOtherSite, 'Tim Grant', 'dstu2');
  await chartIsOpen(app);
  await openDocument(app, 'Well Child Visit, 11 Years', 'HTML');
  const around = page.locator('body');
  const inside = app.getByTitle('Well Child Visit, 11 Years').contentFrame().locator('body');
  await expectUnmoved(page, app, () => around.evaluate(sayToFrame, messages));
  await expectUnmoved(page, app, async () => {
    const other = await addFrame(page);
    await other.evaluate(sayToFrame, messages);
  });
  await expectUnmoved(page, app, () => inside.evaluate(sayToParent, messages));
});

test('what a page that opened the app in a window says to it does nothing', async ({
  page,
  context,
  sandbox,
  addresses,
}) => {
  await countMessages(context);
  const { launchUrl } = await sandbox.createSession({ chart: 'child-tim' });
  await page.goto(addresses.ehrOtherSite);
  const opens = context.waitForEvent('page');
  const opened = await page.evaluateHandle((address) => window.open(address), launchUrl);
  const app = await opens;
  await chartIsOpen(app);
  await expectUnmoved(app, app, () =>
    opened.evaluate(
      (window, all) => all.forEach((each) => window?.postMessage(each, '*')),
      messages,
    ),
  );
});

test('in an MPage the app listens to the page around alone', async ({ page, context, sandbox }) => {
  await countMessages(context);
  const { launchUrl } = await sandbox.createSession({ chart: 'child-tim', fhirVersion: 'r4' });
  await openMpage(page, mpage, launchUrl);
  const app = frameOf(page, 'Tim Grant');
  await chartIsOpen(app);
  await expect.poll(() => statusOf(page)).toBe('authorized');
  const other = await addFrame(page);
  const told = await page.evaluateHandle(() => {
    const heights: unknown[] = [];
    addEventListener('message', ({ data }) => {
      if (data?.params?.[0] === 'iframeCustomResizer') heights.push(data.params[1]);
    });
    return heights;
  });
  const heights = (): Promise<unknown> => told.evaluate((all) => all);
  await expectUnmoved(page, app, () => other.evaluate(sayToFrame, messages));
  expect(await heights()).toEqual([]);
  // The same words from the page around are answered.
  await page.locator('body').evaluate(sayToFrame, messages.slice(0, 3));
  await expect.poll(heights).toEqual([{ height: '700px' }]);
});

/** Counts in every frame what is said to it, before anybody there hears it. */
const countMessages = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    Reflect.set(window, 'messagesHeard', 0);
    const count = (): unknown =>
      Reflect.set(window, 'messagesHeard', Number(Reflect.get(window, 'messagesHeard')) + 1);
    addEventListener('message', count, true);
  });

/** Has `say` say all of the messages to the app, and expects that all arrive and nothing comes of them. */
async function expectUnmoved(page: Page, app: AppView, say: () => Promise<unknown>): Promise<void> {
  const { heard, ...before } = await howItStands(app);
  const asked: string[] = [];
  const failed: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', ({ message }) => failed.push(message));
  await say();
  await expect.poll(async () => (await howItStands(app)).heard).toBe(heard + messages.length);
  const { heard: _heard, ...after } = await howItStands(app);
  expect(after).toEqual(before);
  expect({ asked, failed }).toEqual({ asked: [], failed: [] });
}

const howItStands = (app: AppView) =>
  app.locator('html').evaluate(() => ({
    heard: Number(Reflect.get(window, 'messagesHeard')),
    address: location.href,
    words: document.body.innerText,
    isHidden: document.documentElement.hidden,
  }));

/** Another frame of the page, of the page's own origin. */
async function addFrame(page: Page): Promise<Locator> {
  await page.evaluate(() => {
    const frame = Object.assign(document.createElement('iframe'), { name: 'other', srcdoc: '<p>' });
    document.body.append(frame);
  });
  return page.frameLocator('iframe[name="other"]').locator('body');
}

/** Runs in the page around the app or in another frame of it: the app's frame is its first. */
const sayToFrame = (_body: Element, all: readonly unknown[]): void =>
  all.forEach((each) => window.top?.frames[0]?.postMessage(each, '*'));

/** Runs in a frame of the app. */
const sayToParent = (_body: Element, all: readonly unknown[]): void =>
  all.forEach((each) => window.parent.postMessage(each, '*'));
