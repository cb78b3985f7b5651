/** The app as a part of an MPage, whose page is played with the very code that such pages use: xfc's consumer. */
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
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
