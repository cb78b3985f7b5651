import { expect } from '@playwright/test';
import type { AppView } from './open-chart.ts';

/** Signs out by the chart's menu and waits until that is said. */
export async function signOut(app: AppView): Promise<void> {
  await app.getByRole('button', { name: 'More' }).click();
  await app.getByRole('button', { name: 'Sign out' }).click();
  await expect(app.getByRole('heading', { name: 'Signed out' })).toBeVisible();
}
