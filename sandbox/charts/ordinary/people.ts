import type { ChartPatient } from '../chart.ts';
import type { ReportPatient } from '../report.ts';

export const hospital = 'Lakeside Regional Hospital';

export const nancy: ChartPatient = {
  id: '4711001',
  names: [
    { family: 'Smart', given: ['Nancy', 'Louise'], use: 'official' },
    { family: 'Arden', given: ['Nancy', 'Louise'], use: 'maiden' },
  ],
  birthDate: '1980-08-11',
  gender: 'female',
  identifiers: [{ system: 'urn:oid:2.999.4711.1', value: '10002700', type: 'MRN' }],
  address: { line: '18 Larch Lane', city: 'Lakeside', state: 'WI', postalCode: '54999' },
  telecom: '+1-555-010-0148',
};

/** As reports print her. */
export const nancyInPrint: ReportPatient = {
  name: 'SMART, NANCY L',
  birthDate: '1980-08-11',
  mrn: '10002700',
  sex: 'Female',
};

/** Who writes, and where. */
export const people = {
  marsh: ['Helen Marsh, MD', 'Lakeside Family Medicine'],
  lind: ['Tomas Okafor-Lind, MD', 'Obstetrics and Gynecology'],
  raman: ['Priya Raman, MD', 'Endocrinology and Diabetes Center'],
  brandt: ['Daniel Brandt, MD', 'Department of Radiology'],
  calloway: ['Ruth Calloway, MD', 'General Surgery'],
  petrescu: ['Ivan Petrescu, MD', 'Orthopedics and Sports Medicine'],
  nwosu: ['Grace Nwosu, PA-C', 'Emergency Department'],
  stern: ['Leah Stern, RN, CDCES', 'Diabetes Education'],
  tully: ['Owen Tully, PT, DPT', 'Physical Therapy'],
  tanaka: ['Mei Tanaka, OD', 'Eye Clinic'],
  winslow: ['Carl Winslow, MD', 'Pathology and Laboratory Medicine'],
  adeyemi: ['Bola Adeyemi, MD', 'Anesthesiology'],
  ferro: ['Lucia Ferro, MD', 'Gastroenterology'],
  hale: ['Joan Hale, RN', 'Family Birth Center'],
  reyes: ['Martin Reyes, RRT', 'Pulmonary Function Laboratory'],
} as const satisfies Record<string, readonly [string, string]>;

export type Person = keyof typeof people;
