import { expect, type Page } from '@playwright/test';

/** Signs in on the sandbox's authorization pages as a patient and approves all that was asked. */
export async function signInAsPatient(page: Page, chart: RegExp): Promise<void> {
  await chooseAndSignIn(page, chart);
  await page.getByRole('button', { name: 'Approve' }).click();
}

/** The same up to the consent page. */
export async function chooseAndSignIn(page: Page, chart: RegExp): Promise<void> {
  const signIn = page.getByRole('button', { name: 'Sign in', exact: true });
  await expect(signIn).toBeVisible();
  const choice = page.getByRole('radio', { name: chart });
  if (await choice.isVisible()) await choice.check();
  await signIn.click();
}
