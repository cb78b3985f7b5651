import { expect, type FrameLocator, type Page } from '@playwright/test';
import type { CreatedSession, SandboxClient } from '../fixtures.ts';
import { openChart, openDocument } from './open-chart.ts';

/** The report of the sandbox's record that a test's own bytes take the place of. */
export const reportTitle = 'XR Chest 2 Views';
const binary = 'TR-197198065';

export interface OpenedReport {
  readonly session: CreatedSession;
  readonly frame: FrameLocator;
}

/** Opens a chart and in it a report of these bytes, as the record system would serve them. */
export async function openReport(
  page: Page,
  sandbox: SandboxClient,
  body: string | Uint8Array,
  contentType = 'text/html',
): Promise<OpenedReport> {
  const session = await sandbox.createSession();
  await openChart(page, session);
  await replaceReport(page, body, contentType);
  await openDocument(page, reportTitle, 'HTML');
  return { session, frame: reportFrame(page) };
}

/** From now on the record system answers with these bytes. */
export async function replaceReport(
  page: Page,
  body: string | Uint8Array,
  contentType = 'text/html',
): Promise<void> {
  await page.route(new RegExp(`/Binary/${binary}`), (route) =>
    route.request().method() === 'OPTIONS'
      ? route.continue()
      : route.fulfill({
          body: typeof body === 'string' ? body : Buffer.from(body),
          contentType,
          headers: { 'Access-Control-Allow-Origin': '*' },
        }),
  );
}

export const reportFrame = (page: Page): FrameLocator =>
  page.frameLocator(`iframe[title="${reportTitle}"]`);

/** One of the sentences under the tools. */
export async function expectNotice(page: Page, words: string | RegExp): Promise<void> {
  await expect(page.getByRole('list', { name: 'About this view' }).getByText(words)).toBeVisible();
}

export async function expectNoNotices(page: Page): Promise<void> {
  await expect(page.getByRole('list', { name: 'About this view' })).toHaveCount(0);
}
