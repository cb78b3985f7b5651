/**
 * A made-up CCD of a wanted size, the same bytes each time: ten sections of one table each, and beside each row
 * an entry as C-CDA R2.1 writers make them. Entries take about 88 % of the bytes, as in the largest real
 * document measured (87 %).
 */

interface SectionPlan {
  readonly code: string;
  readonly title: string;
  readonly columns: readonly string[];
  /** Of all rows. */
  readonly share: number;
}

const plans: readonly SectionPlan[] = [
  { code: '48765-2', title: 'Allergies', columns: ['Substance', 'Reaction', 'Severity', 'Status', 'Date'], share: 0.02 },
  { code: '10160-0', title: 'Medications', columns: ['Medication', 'Directions', 'Start', 'End', 'Status'], share: 0.12 },
  { code: '11450-4', title: 'Problems', columns: ['Problem', 'Status', 'Onset', 'Resolved', 'Author'], share: 0.08 },
  { code: '47519-4', title: 'Procedures', columns: ['Procedure', 'Date', 'Site', 'Performer', 'Status'], share: 0.06 },
  { code: '30954-2', title: 'Results', columns: ['Test', 'Value', 'Range', 'Flag', 'Date'], share: 0.34 },
  { code: '8716-3', title: 'Vital Signs', columns: ['Measure', 'Value', 'Unit', 'Method', 'Date'], share: 0.24 },
  { code: '11369-6', title: 'Immunizations', columns: ['Vaccine', 'Date', 'Lot', 'Site', 'Status'], share: 0.03 },
  { code: '46240-8', title: 'Encounters', columns: ['Visit', 'Date', 'Location', 'Clinician', 'Reason'], share: 0.08 },
  { code: '18776-5', title: 'Plan of Treatment', columns: ['Planned', 'Date', 'By', 'Goal', 'Status'], share: 0.02 },
  { code: '29762-2', title: 'Social History', columns: ['Item', 'Value', 'Start', 'End', 'Comment'], share: 0.01 },
]; // prettier-ignore

const words =
  'albumin bicarbonate calcium chronic daily evening fasting glucose hepatic left lisinopril metformin morning normal oral potassium pressure renal right serum sodium stable systolic tablet total twice urine venous weekly within'.split(
    ' ',
  );

/** XML of about `bytes` UTF-8 bytes, never less; ASCII only. `more` are sections that follow, as XML. */
export function generateLargeCcd(bytes: number, more = ''): string {
  const rows = Math.ceil((bytes - 3000) / bytesPerRow());
  const sections = plans.map((plan, at) => section(plan, at, Math.ceil(rows * plan.share)));
  return `${head}${sections.join('')}${more}${tail}`;
}

const bytesPerRow = (): number => {
  const [plan] = plans;
  return plan === undefined ? 1 : row(plan, 4, 1234).length + entry(plan, 4, 1234).length + 1;
};

const word = (seed: number): string => words[seed % words.length] ?? '';

const day = (seed: number): string =>
  `20${String(10 + (seed % 16))}${String(1 + (seed % 12)).padStart(2, '0')}${String(1 + (seed % 28)).padStart(2, '0')}`;

function section(plan: SectionPlan, at: number, rows: number): string {
  const indices = Array.from({ length: rows }, (_, index) => index);
  return `<component><section><templateId root="2.16.840.1.113883.10.20.22.2.${at + 1}" extension="2015-08-01"/><code code="${plan.code}" codeSystem="2.16.840.1.113883.6.1" codeSystemName="LOINC" displayName="${plan.title}"/><title>${plan.title}</title>
<text><table border="1" width="100%"><thead><tr>${plan.columns.map((name) => `<th>${name}</th>`).join('')}</tr></thead><tbody>
${indices.map((index) => row(plan, at, index)).join('')}</tbody></table></text>
${indices.map((index) => entry(plan, at, index)).join('')}</section></component>
`;
}

function row(plan: SectionPlan, at: number, index: number): string {
  const seed = index * 7 + at * 13;
  return `<tr><td><content ID="s${at}r${index}">${plan.columns[0] ?? ''} ${word(seed)} ${word(seed + 3)} ${index}</content></td><td>${(seed % 977) / 10} ${word(seed + 5)}</td><td>${word(seed + 11)} ${word(seed + 2)}</td><td styleCode="Bold">${word(seed + 17)}</td><td>${day(seed)}</td></tr>
`;
}

const observation = (at: number, index: number, part: number, inner: string): string => {
  const seed = index * 7 + at * 13 + part;
  return `<observation classCode="OBS" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.2"/><templateId root="2.16.840.1.113883.10.20.22.4.2" extension="2015-08-01"/><id root="2.999.1.${at}.${part}" extension="o-${index}"/><code code="${10_000 + (seed % 60_000)}-${seed % 10}" codeSystem="2.16.840.1.113883.6.1" codeSystemName="LOINC" displayName="${word(seed)} ${word(seed + 3)}"><originalText><reference value="#s${at}r${index}"/></originalText><translation code="${100_000_000 + seed}" codeSystem="2.16.840.1.113883.6.96" codeSystemName="SNOMED CT" displayName="${word(seed)} ${word(seed + 3)} measurement"/></code><text><reference value="#s${at}r${index}"/></text><statusCode code="completed"/><effectiveTime><low value="${day(seed)}103000-0600"/><high value="${day(seed)}113000-0600"/></effectiveTime><value xsi:type="PQ" value="${(seed % 977) / 10}" unit="mg/dL"/><interpretationCode code="N" codeSystem="2.16.840.1.113883.5.83" displayName="Normal"/>${inner}</observation>`;
};

const author = (at: number, index: number): string =>
  `<author><templateId root="2.16.840.1.113883.10.20.22.4.119"/><time value="${day(index + at)}103000-0600"/><assignedAuthor><id root="2.16.840.1.113883.4.6" extension="${1_000_000_000 + index}"/><code code="207Q00000X" codeSystem="2.16.840.1.113883.6.101" codeSystemName="NUCC" displayName="Family Medicine"/><assignedPerson><name><given>${word(index)}</given><family>Writer</family></name></assignedPerson><representedOrganization><id root="2.999.7"/><name>Lakeside Clinic</name></representedOrganization></assignedAuthor></author>`;

function entry(_plan: SectionPlan, at: number, index: number): string {
  const nested = `<entryRelationship typeCode="REFR">${observation(at, index, 2, '')}</entryRelationship>`;
  return `<entry typeCode="DRIV"><act classCode="ACT" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.3" extension="2015-08-01"/><id root="2.999.1.${at}" extension="e-${index}"/><code code="CONC" codeSystem="2.16.840.1.113883.5.6" displayName="Concern"/><statusCode code="active"/><effectiveTime><low value="${day(index)}"/></effectiveTime>${author(at, index)}<entryRelationship typeCode="SUBJ">${observation(at, index, 1, nested)}</entryRelationship></act></entry>
`;
}

const head = `<?xml version="1.0" encoding="UTF-8"?>
<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><realmCode code="US"/><typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/><templateId root="2.16.840.1.113883.10.20.22.1.2" extension="2015-08-01"/><id root="2.999.1" extension="large"/><code code="34133-9" codeSystem="2.16.840.1.113883.6.1" displayName="Summarization of Episode Note"/><title>Large Continuity of Care Document</title><effectiveTime value="20261122080000-0600"/><confidentialityCode code="N" codeSystem="2.16.840.1.113883.5.25"/><languageCode code="en-US"/><recordTarget><patientRole><id root="2.999.2" extension="1"/><patient><name><given>Nancy</given><family>Smart</family></name><administrativeGenderCode code="F" codeSystem="2.16.840.1.113883.5.1"/><birthTime value="19800811"/></patient></patientRole></recordTarget><author><time value="20261122080000-0600"/><assignedAuthor><id root="2.999.3"/><assignedPerson><name><given>Test</given><family>Writer</family></name></assignedPerson></assignedAuthor></author><custodian><assignedCustodian><representedCustodianOrganization><id root="2.999.4"/><name>Lakeside Regional Hospital</name></representedCustodianOrganization></assignedCustodian></custodian><component><structuredBody>
`;

const tail = '</structuredBody></component></ClinicalDocument>\n';
