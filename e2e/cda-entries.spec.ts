/** Sections whose author wrote entries but no narrative: what a reader sees of each kind. */
import type { Page } from '@playwright/test';
import { openSummary, serveSections } from './actions/cda-sections.ts';
import { expect, test } from './fixtures.ts';

const section = (title: string, loinc: string, ...entries: readonly string[]): string =>
  `<component><section><code code="${loinc}"/><title>${title}</title>${entries
    .map((entry) => `<entry>${entry}</entry>`)
    .join('')}</section></component>`;

const medicine = (name: string): string =>
  `<consumable><manufacturedProduct><manufacturedMaterial><code displayName="${name}"/></manufacturedMaterial></manufacturedProduct></consumable>`;

const reaction = (name: string, severity: string): string =>
  `<entryRelationship typeCode="MFST" inversionInd="true"><observation><value displayName="${name}"/><entryRelationship typeCode="SUBJ"><observation><code code="SEV"/><value displayName="${severity}"/></observation></entryRelationship></observation></entryRelationship>`;

const kinds = [
  section('Allergies', '48765-2', `<act><code code="CONC"/><statusCode code="active"/><entryRelationship typeCode="SUBJ"><observation><code code="ASSERTION"/><effectiveTime><low value="1992"/></effectiveTime><value displayName="Drug allergy"/><participant typeCode="CSM"><participantRole><playingEntity><code displayName="Penicillin"/></playingEntity></participantRole></participant>${reaction('Hives', 'severe')}${reaction('Rash', 'mild')}</observation></entryRelationship></act>`),
  section('Medications', '10160-0', `<substanceAdministration moodCode="EVN"><text>Take with food</text><statusCode code="active"/><effectiveTime><low value="2012"/></effectiveTime><effectiveTime><period><low value="4"/><high value="6" unit="h"/></period></effectiveTime><routeCode displayName="Oral"/><doseQuantity value="2" unit="tablet"/>${medicine('Ibuprofen 200 mg')}<precondition><criterion><value displayName="Pain"/></criterion></precondition></substanceAdministration>`, `<substanceAdministration moodCode="INT"><statusCode code="active"/>${medicine('Metformin 500 mg')}</substanceAdministration>`),
  section('Problems', '11450-4', '<act><code code="CONC"/><statusCode code="active"/><entryRelationship typeCode="SUBJ"><observation><code code="55607006" displayName="Problem"/><effectiveTime><low value="2008"/></effectiveTime><value displayName="Asthma"/></observation></entryRelationship></act>', '<observation negationInd="true"><code code="ASSERTION"/><value xsi:type="CD" displayName="Diabetes"/></observation>'),
  section('Results', '30954-2', '<organizer><code displayName="Blood count"/><effectiveTime value="20260105"/><component><observation><code displayName="Hemoglobin"/><value value="9" unit="g/dL"/><interpretationCode code="L"/><referenceRange><observationRange><text>12 to 16</text></observationRange></referenceRange></observation></component></organizer>'),
  section('Vital signs', '8716-3', '<organizer><code code="46680005"/><effectiveTime value="20260105"/><component><observation><code displayName="Weight"/><value value="70" unit="kg"/></observation></component></organizer>'),
  section('Immunizations', '11369-6', `<substanceAdministration negationInd="true"><effectiveTime value="20251001"/>${medicine('Influenza vaccine')}<entryRelationship typeCode="RSON"><observation><code displayName="Patient objection"/></observation></entryRelationship></substanceAdministration>`),
  section('Procedures', '47519-4', '<procedure><code displayName="Hip replacement"/><effectiveTime value="2020"/><targetSiteCode displayName="Hip"><qualifier><name displayName="Laterality"/><value displayName="Left"/></qualifier></targetSiteCode><participant typeCode="DEV"><participantRole><id root="1.2" extension="UDI-77"/><playingDevice><code displayName="Prosthesis"/></playingDevice></participantRole></participant></procedure>'),
  section('Encounters', '46240-8', '<encounter><code displayName="Inpatient stay"/><effectiveTime><low value="2012"/><high value="2013"/></effectiveTime><participant typeCode="LOC"><participantRole><code displayName="Ward 3"/></participantRole></participant></encounter>'),
  section('Plan', '18776-5', '<procedure moodCode="RQO"><code displayName="Colonoscopy"/><statusCode code="active"/></procedure>', '<observation moodCode="GOL"><code displayName="Weight"/><value value="65" unit="kg"/></observation>'),
  section('Social history', '29762-2', '<observation><code displayName="Smoking"/><effectiveTime><low value="2005"/><high value="2011"/></effectiveTime><value displayName="Former smoker"/></observation>'),
  section('Family history', '10157-6', '<organizer><subject><relatedSubject><code displayName="Father"/></relatedSubject></subject><component><observation><value displayName="Myocardial infarction"/></observation></component></organizer>'),
  section('Something else', 'x-1', '<act><zork><thing displayName="Unheard of"/></zork></act>'),
].join(''); // prettier-ignore

/** By their words, not as drawn: sections out of sight are not drawn. */
const rowsOf = (page: Page, name: string): Promise<readonly string[]> =>
  page
    .getByRole('main')
    .getByRole('region', { name, exact: true })
    .locator('tr')
    .evaluateAll((rows) =>
      rows.map((row) => Array.from(row.children, (cell) => cell.textContent).join(' | ')),
    );

test('each kind of entry reads like a line of a chart', async ({ page, sandbox }) => {
  await serveSections(page, kinds);
  await openSummary(page, await sandbox.createSession());
  for (const { name, rows } of [
    { name: 'Allergies', rows: ['Substance | Reaction | Kind | Onset and end | Status', 'Penicillin | Hives (severe); Rash (mild) | Drug allergy | from 1992 | active'] },
    { name: 'Medications', rows: ['Medication | Dose | Route | How often | As needed for | Taken | Status | Directions', 'Ibuprofen 200 mg | 2 tablet | Oral | every 4 – 6 h | Pain | from 2012 | active | Take with food', 'Planned: Metformin 500 mg |  |  |  |  |  | active | '] },
    { name: 'Problems', rows: ['Problem | Onset and end | Status', 'Asthma | from 2008 | active', 'Not present: Diabetes |  | '] },
    { name: 'Results', rows: ['Test | Value | Interpretation | Reference range | Time', 'Blood count |  |  |  | 5 Jan 2026', '– Hemoglobin | 9 g/dL | Low | 12 to 16 | '] },
    { name: 'Vital signs', rows: ['Measure | Value | Time', 'Weight | 70 kg | 5 Jan 2026'] },
    { name: 'Immunizations', rows: ['Vaccine | Given | Reason', 'Not given: Influenza vaccine | 1 Oct 2025 | Patient objection'] },
    { name: 'Procedures', rows: ['Procedure | Site | Device | Time | Also said', 'Hip replacement | Hip (Laterality: Left) | Prosthesis | 2020 | Number: UDI-77 (1.2)'] },
    { name: 'Encounters', rows: ['Visit | Time | Place', 'Inpatient stay | 2012 to 2013 | Ward 3'] },
    { name: 'Plan', rows: ['Planned | Value | Status', 'Ordered: Colonoscopy |  | active', 'Goal: Weight | 65 kg | '] },
    { name: 'Social history', rows: ['Item | Value | Time', 'Smoking | Former smoker | 2005 to 2011'] },
    { name: 'Family history', rows: ['Relative | Problem', 'Father | Myocardial infarction'] },
    { name: 'Something else', rows: ['What | Also said', 'Statement | Zork, thing: Unheard of'] },
  ]) {
    await expect.poll(() => rowsOf(page, name)).toEqual(rows);
  }
}); // prettier-ignore

test('the filter finds words that only entries say', async ({ page, sandbox }) => {
  await serveSections(page, kinds);
  await openSummary(page, await sandbox.createSession());
  await page.getByRole('main').getByRole('searchbox', { name: 'Filter sections' }).fill('ordered');
  await expect(page.getByRole('region', { name: 'Plan', exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Allergies', exact: true })).toBeHidden();
});

test('six thousand entries are six thousand lines', async ({ page, sandbox }) => {
  const entries = Array.from(
    { length: 6000 },
    (_, at) => `<observation><code displayName="Item ${at}"/></observation>`,
  );
  await serveSections(page, section('Many', 'x-2', ...entries));
  await openSummary(page, await sandbox.createSession());
  await expect(page.locator('.cda-section tbody tr')).toHaveCount(6000);
});
