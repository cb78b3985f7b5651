/** The two children whose charts are told apart in tests: each has documents that the other has not. */
import { expect } from '@playwright/test';
import { chartIsOpen, openDocument, type AppView } from './open-chart.ts';

export const tim = { name: 'Tim Grant', document: 'Well Child Visit, 11 Years' };
export const ada = { name: 'Ada Grant', document: 'Sick Visit: Ear Pain' };
export type Child = typeof tim;

/** Words that stand in nobody else's chart. */
export const childrensWords = /Grant|Well Child|Sick Visit|Influenza|Okoro/;

/** The chart shows this child and nothing of the other. */
export async function isChartOf(app: AppView, child: Child, other: Child): Promise<void> {
  await chartIsOpen(app);
  await expect(app.getByRole('heading', { name: child.name, level: 1 })).toBeVisible();
  await expect(app.getByRole('row', { name: child.document })).toBeVisible();
  await expect(app.getByText(other.name)).toHaveCount(0);
  await expect(app.getByText(other.document)).toHaveCount(0);
}

/** The chart of Tim Grant is open and his visit can be read. */
export async function timIsOpen(app: AppView): Promise<void> {
  await chartIsOpen(app);
  const patient = app.getByRole('region', { name: 'Patient' });
  await expect(patient.getByRole('heading', { name: tim.name })).toBeVisible();
  await openDocument(app, tim.document, 'HTML');
  const text = app.getByTitle(tim.document).contentFrame();
  await expect(text.getByText('Influenza vaccine today.')).toBeVisible();
}

/** Nothing of either child is on the page. */
export async function nothingIsShown(app: AppView): Promise<void> {
  await expect(app.getByRole('main')).toBeVisible();
  await expect(app.getByText(childrensWords)).toHaveCount(0);
  await expect(app.getByRole('grid')).toHaveCount(0);
}
