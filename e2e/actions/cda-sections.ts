import { expect, type Locator, type Page } from '@playwright/test';
import type { CreatedSession } from '../fixtures.ts';
import { openChart, openDocument } from './open-chart.ts';

export const summary = 'Summary of Care 2026 (CCD)';

/** Opens the stored CCD of the ordinary chart. */
export async function openSummary(page: Page, session: CreatedSession): Promise<Locator> {
  await openChart(page, session);
  return openSummaryAgain(page);
}

/** The same in a chart that is open; waits until the last section is there. */
export async function openSummaryAgain(page: Page): Promise<Locator> {
  await openDocument(page, summary, 'XML');
  const main = page.getByRole('main');
  await expect(main.locator('.cda-sections')).toHaveAttribute('aria-busy', 'false');
  return main;
}

/** The titles of the stored CCD's sections with content, in its author's order. */
export const authored = [
  'Allergies and Intolerances',
  'Medications',
  'Problems',
  'Procedures',
  'Results',
  'Vital Signs',
  'Immunizations',
  'Encounters',
  'Social History',
];

/** One section of a CDA document. */
export const section = (title: string, text: string, code = ''): string =>
  `<component><section>${code === '' ? '' : `<code code="${code}" codeSystem="2.16.840.1.113883.6.1"/>`}` +
  `<title>${title}</title><text>${text}</text></section></component>`;

/** Lets the server send the stored CCD with these sections instead of its own. */
export async function serveSections(page: Page, ...sections: readonly string[]): Promise<void> {
  await page.route('**/Binary/**', async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    const body = text.replace(
      /<structuredBody>[\s\S]*<\/structuredBody>/,
      () => `<structuredBody>${sections.join('')}</structuredBody>`,
    );
    const length = String(new TextEncoder().encode(body).length);
    await route.fulfill({
      response,
      body,
      headers: { ...response.headers(), 'content-length': length },
    });
  });
}

/** The titles of the sections in sight, in order. */
export const titlesIn = (main: Locator): Locator =>
  main.locator('.cda-sections > section:not([hidden]) > .cda-section-head h3');

/** A narrative table with a row that repeats but for a cell over two rows, and a column without words. */
export const weights =
  '<table><thead><tr><th>Date</th><th>What</th><th>Value</th><th>Note</th></tr></thead><tbody>' +
  '<tr><td rowspan="2">2011</td><td>Weight</td><td>80 kg</td><td/></tr>' +
  '<tr><td>Weight</td><td>80 kg</td><td/></tr>' +
  '<tr><td>2012</td><td>Weight</td><td>80 kg</td><td/></tr></tbody></table>';
