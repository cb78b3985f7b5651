import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { openChart, openDocument } from './actions/open-chart.ts';
import { openRange } from './actions/summary-range.ts';
import { expect, test, type SandboxClient } from './fixtures.ts';
import type { Addresses } from './servers.ts';

interface Scene {
  readonly page: Page;
  readonly sandbox: SandboxClient;
  readonly addresses: Addresses;
}

const inChart =
  (then: (page: Page) => Promise<unknown>) =>
  async ({ page, sandbox }: Scene): Promise<void> => {
    await openChart(page, await sandbox.createSession());
    await then(page);
  };

/** All that can be open at once over a document: the search, what it found in the header, a section's menu. */
async function openPanels(page: Page): Promise<void> {
  await openDocument(page, 'Discharge Summary: Family Birth', 'XML');
  const main = page.getByRole('main');
  await main
    .getByRole('button', { name: /^More about / })
    .last()
    .click();
  await main.getByRole('button', { name: 'Find', exact: true }).click();
  await main.getByRole('searchbox', { name: 'Find in document' }).fill('birth');
  await expect(main.getByRole('group', { name: 'About this document' })).toBeVisible();
}

/** A format asked for too late: what is out of use around it, the way back, and a search that failed. */
async function readPastTheEnd({ page, sandbox }: Scene): Promise<void> {
  const session = await sandbox.createSession({
    chart: 'child-tim',
    faults: [{ name: 'refreshRejected' }, { name: '422', on: 'GET DiagnosticReport' }],
  });
  await openChart(page, session);
  await openDocument(page, 'Well Child Visit', 'HTML');
  await sandbox.advance(session, 600_000);
  await page.getByRole('main').getByRole('button', { name: /^PDF/ }).click();
  await expect(page.getByText('The record system ended your session.')).toBeVisible();
}

interface Screen {
  readonly name: string;
  readonly open: (scene: Scene) => Promise<void>;
  /** What is there as long as the screen is open. */
  readonly part: (page: Page) => Locator;
  /** Each width is opened by itself. */
  readonly apart?: true;
}

const screens: readonly Screen[] = [
  {
    name: 'the front page',
    open: async ({ page, addresses }) => {
      await page.goto(addresses.app);
      await expect(page.getByRole('heading').first()).toBeVisible();
    },
    part: (page) => page.getByRole('heading').first(),
  },
  {
    name: 'a refused launch',
    open: async ({ page, addresses }) => {
      await page.goto(`${addresses.app}?iss=https://unknown.example.org/fhir&launch=x`);
      await expect(page.getByRole('alert')).toBeVisible();
    },
    part: (page) => page.getByRole('alert'),
  },
  {
    name: 'the list',
    open: inChart(() => Promise.resolve()),
    part: (page) => page.getByRole('grid'),
  },
  {
    name: 'an HTML report',
    open: inChart((page) => openDocument(page, 'XR Chest', 'HTML')),
    part: (page) => page.getByRole('main', { name: 'XR Chest' }).locator('.html-frame'),
  },
  {
    name: 'a PDF',
    open: inChart((page) => openDocument(page, 'Eye Clinic Letter', 'PDF')),
    part: (page) => page.getByRole('main').getByRole('region', { name: 'Page 1', exact: true }),
  },
  {
    name: 'a CCD',
    open: inChart((page) => openDocument(page, 'Discharge Summary: Family Birth', 'XML')),
    part: (page) => page.getByRole('main').locator('.cda-sections'),
  },
  {
    name: 'a CCD with all its panels',
    open: inChart(openPanels),
    part: (page) =>
      page.getByRole('main').getByRole('button', { name: /^More about /, expanded: true }),
    // Where it is narrow, another box scrolls: what the menu and the tools lie over depends on where it was opened.
    apart: true,
  },
  {
    name: 'the range of a summary',
    open: inChart(openRange),
    part: (page) => page.getByRole('dialog', { name: 'New summary (CCD)' }),
  },
  {
    name: 'a session that ended',
    open: readPastTheEnd,
    part: (page) => page.getByText('The record system ended your session.'),
  },
];

type Widths = readonly [number, ...number[]];

const atOnce: readonly Widths[] = [[1280, 320]];
const eachByItself: readonly Widths[] = [[1280], [320]];

for (const { name, open, part, apart = false } of screens) {
  for (const widths of apart ? eachByItself : atOnce) {
    test(`${name} keeps WCAG 2.2 AA at ${widths.join(' and ')} px, in light and dark`, async ({
      page,
      sandbox,
      addresses,
    }) => {
      test.slow();
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.setViewportSize({ width: widths[0], height: 800 });
      await open({ page, sandbox, addresses });
      for (const width of widths) {
        await resize(page, width);
        await expect(part(page), `at ${width} px`).toBeVisible();
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          await test.step(`${colorScheme}, at ${width} px`, () =>
            expectAccessible(page, `${colorScheme}, at ${width} px`));
        }
      }
    });
  }
}

/** Gives the page this width and waits until it has followed. */
async function resize(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.evaluate(untilStill, width);
}

/** Runs in the page: resolves when nothing that scrolls has changed its size for ten frames. */
async function untilStill(width: number): Promise<void> {
  const sizes = () =>
    [...document.querySelectorAll('html, body, main, main > *, [role=grid]')]
      .map(({ scrollWidth, scrollHeight }) => `${scrollWidth} ${scrollHeight}`)
      .join();
  for (let still = 0, last = ''; still < 10;) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const now = sizes();
    still = now === last && window.innerWidth === width ? still + 1 : 0;
    last = now;
  }
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** No rule is broken, and nothing is so wide that the page scrolls sideways. */
async function expectAccessible(page: Page, circumstances: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(rules)
    // The author's own document inside the frame is shown as it was written.
    .exclude('iframe')
    .analyze();
  const found = violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
  expect(found, circumstances).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `pixels to scroll sideways: ${circumstances}`).toBeLessThanOrEqual(0);
}

test('forced colours leave the list and the reader usable', async ({ page, sandbox }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openChart(page, await sandbox.createSession());
  await openDocument(page, 'Summary of Care 2026', 'XML');
  const selected = page.getByRole('row', { selected: true });
  await expect(selected).toBeVisible();
  await expect(page.getByRole('main').getByRole('region', { name: 'Medications' })).toBeVisible();
});
