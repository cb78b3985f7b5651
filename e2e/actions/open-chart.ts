import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import type { CreatedSession } from '../fixtures.ts';

/** Where the app is: the page itself, or a frame of the EHR's page. */
export type AppView = Page | FrameLocator;

/** Opens the chart as an EHR does, in a tab, and waits for its patient and its list. */
export async function openChart(page: Page, session: CreatedSession): Promise<void> {
  await page.goto(session.launchUrl);
  await chartIsOpen(page);
}

/** The patient's region and the complete list are there. */
export async function chartIsOpen(app: AppView): Promise<void> {
  await expect(app.getByRole('region', { name: 'Patient' })).toBeVisible();
  await expect(app.getByRole('grid')).toBeVisible();
  await expect(app.getByRole('region', { name: 'Documents' })).not.toHaveAttribute(
    'aria-busy',
    'true',
  );
}

/** Opens the format `format` of the document whose title holds `title`, wherever it is in the list. */
export async function openDocument(app: AppView, title: string, format: string): Promise<void> {
  await app.getByRole('searchbox', { name: 'Search documents' }).fill(title);
  await app
    .getByRole('button', { name: new RegExp(`^${format}, .*${escape(title)}`) })
    .first()
    .click();
  await expect(app.getByRole('main')).toHaveAccessibleName(new RegExp(escape(title)));
  await expect(app.getByRole('main')).not.toHaveAttribute('aria-busy', 'true');
}

/** The button that opens the format `format` of the document with exactly this title, where the list shows it. */
export const formatButton = (app: AppView, format: string, title: string): Locator =>
  app
    .getByRole('grid')
    .getByRole('button', { name: new RegExp(`^${format}, ${escape(title)}, [^,]*$`) });

const escape = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&');
