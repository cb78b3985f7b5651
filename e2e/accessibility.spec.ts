import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
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
  await main.getByRole('button', { name: 'Find', exact: true }).click();
  await main.getByRole('searchbox', { name: 'Find in document' }).fill('birth');
  await expect(main.getByRole('group', { name: 'About this document' })).toBeVisible();
  await main
    .getByRole('button', { name: /^More about / })
    .last()
    .click();
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

const screens: readonly { name: string; open: (scene: Scene) => Promise<void> }[] = [
  {
    name: 'the front page',
    open: async ({ page, addresses }) => {
      await page.goto(addresses.app);
      await expect(page.getByRole('heading').first()).toBeVisible();
    },
  },
  {
    name: 'a refused launch',
    open: async ({ page, addresses }) => {
      await page.goto(`${addresses.app}?iss=https://unknown.example.org/fhir&launch=x`);
      await expect(page.getByRole('alert')).toBeVisible();
    },
  },
  { name: 'the list', open: inChart(() => Promise.resolve()) },
  { name: 'an HTML report', open: inChart((page) => openDocument(page, 'XR Chest', 'HTML')) },
  { name: 'a PDF', open: inChart((page) => openDocument(page, 'Eye Clinic Letter', 'PDF')) },
  {
    name: 'a CCD',
    open: inChart((page) => openDocument(page, 'Discharge Summary: Family Birth', 'XML')),
  },
  { name: 'a CCD with all its panels', open: inChart(openPanels) },
  { name: 'the range of a summary', open: inChart(openRange) },
  { name: 'a session that ended', open: readPastTheEnd },
];

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

for (const width of [1280, 320]) {
  for (const { name, open } of screens) {
    test(`${name} keeps WCAG 2.2 AA at ${width} px, in light and dark`, async ({
      page,
      sandbox,
      addresses,
    }) => {
      test.slow();
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 800 });
      await open({ page, sandbox, addresses });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        const { violations } = await new AxeBuilder({ page })
          .withTags(rules)
          // The author's own document inside the frame is shown as it was written.
          .exclude('iframe')
          .analyze();
        const found = violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
        expect(found, colorScheme).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, 'pixels to scroll sideways').toBeLessThanOrEqual(0);
      }
    });
  }
}

test('forced colours leave the list and the reader usable', async ({ page, sandbox }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openChart(page, await sandbox.createSession());
  await openDocument(page, 'Summary of Care 2026', 'XML');
  const selected = page.getByRole('row', { selected: true });
  await expect(selected).toBeVisible();
  await expect(page.getByRole('main').getByRole('region', { name: 'Medications' })).toBeVisible();
});
