import type { FrameLocator, Page } from '@playwright/test';
import type { CreatedSession } from '../fixtures.ts';

export const versions = ['dstu2', 'r4'] as const;

/** How people call the versions. */
export const versionNames = { dstu2: 'DSTU2', r4: 'R4' } as const;

/** Opens a patient's chart in a frame, as a clinician does on the EHR's page at `ehr`. */
export async function openInFrame(
  page: Page,
  ehr: string,
  patient: string,
  version: (typeof versions)[number],
): Promise<FrameLocator> {
  await page.goto(ehr);
  await page.getByRole('combobox', { name: 'FHIR version' }).selectOption(versionNames[version]);
  await page.getByRole('button', { name: `Open ${patient} in a frame` }).click();
  return frameOf(page, patient);
}

/** The app inside the EHR's page, in the frame of this patient. */
export function frameOf(page: Page, patient: string): FrameLocator {
  return page.getByTitle(`Dossier: ${patient}`).contentFrame();
}

/** Reloads what the frame of this patient shows, as its context menu does. */
export async function reloadFrame(page: Page, patient: string): Promise<void> {
  const element = await page.getByTitle(`Dossier: ${patient}`).elementHandle();
  const frame = await element?.contentFrame();
  await frame?.evaluate(() => location.reload());
}

/** The sessions of the charts that the EHR's page shows in frames, in their order. */
export function sessionsOf(
  page: Page,
  fhir: string,
  version: (typeof versions)[number],
): readonly CreatedSession[] {
  const { searchParams } = new URL(page.url());
  return searchParams
    .getAll('session')
    .map((id) => ({ id, iss: `${fhir}/${version}/${id}`, launchUrl: '' }));
}
