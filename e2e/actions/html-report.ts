import { expect, type FrameLocator, type Page } from '@playwright/test';
import type { CreatedSession, SandboxClient } from '../fixtures.ts';
import { openChart, openDocument } from './open-chart.ts';

interface Place {
  readonly title: string;
  /** The id of its bytes on the FHIR server. */
  readonly binary: string;
}

/** Where a test's own bytes are shown: reports of the sandbox's record, each the only one of its title. */
const places = [
  { title: 'XR Chest 2 Views', binary: 'TR-197198065' },
  { title: 'Diabetes Self-Management Class', binary: 'TR-197198351' },
  { title: 'Diabetic Eye Examination', binary: 'TR-197198390' },
  { title: 'Physical Therapy Evaluation', binary: 'TR-197198481' },
  { title: 'Surgical Pathology Report', binary: 'TR-197198598' },
  { title: 'Going Home After Gallbladder Surgery', binary: 'TR-197198637' },
  { title: 'Cervical Cancer Screening Result', binary: 'TR-197198728' },
  { title: 'Surgical Pathology: Colon Polyp', binary: 'TR-197198832' },
] as const;

const [first] = places;

/** What the first of a test's reports is called. */
export const reportTitle = first.title;

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
  return { session, frame: await openReportInChart(page, 0, body, contentType) };
}

/**
 * Opens the `at`-th of a test's reports, from 0, in the chart that is open. Each is shown in the place of another one,
 * for the app keeps what it has loaded.
 */
export async function openReportInChart(
  page: Page,
  at: number,
  body: string | Uint8Array,
  contentType = 'text/html',
): Promise<FrameLocator> {
  const place = places[at];
  if (place === undefined) throw new Error(`There are places for ${places.length} reports only.`);
  await replaceReport(page, body, contentType, place);
  await openDocument(page, place.title, 'HTML');
  return reportFrame(page, place.title);
}

/** From now on the record system answers with these bytes. */
export async function replaceReport(
  page: Page,
  body: string | Uint8Array,
  contentType = 'text/html',
  { binary }: Place = first,
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

export const reportFrame = (page: Page, title: string = reportTitle): FrameLocator =>
  page.frameLocator(`iframe[title="${title}"]`);

/** One of the sentences under the tools. */
export async function expectNotice(page: Page, words: string | RegExp): Promise<void> {
  await expect(page.getByRole('list', { name: 'About this view' }).getByText(words)).toBeVisible();
}

export async function expectNoNotices(page: Page): Promise<void> {
  await expect(page.getByRole('list', { name: 'About this view' })).toHaveCount(0);
}
