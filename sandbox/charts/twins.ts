import type { Chart, ChartPatient, ClinicalRecord } from './chart.ts';
import { emptyRecord } from './empty-record.ts';
import { ccdDocument, noteDocument } from './small-chart.ts';

const address = { line: '7 Quarry Street', city: 'Lakeside', state: 'WI', postalCode: '54999' };

const marion: ChartPatient = {
  id: '4711010',
  names: [{ family: 'Castellan', given: ['Marion'], use: 'official' }],
  birthDate: '1988-03-17',
  gender: 'female',
  identifiers: [{ system: 'urn:oid:2.999.4711.1', value: '10005511', type: 'MRN' }],
  address,
};

const miriam: ChartPatient = {
  id: '4711011',
  names: [{ family: 'Castellan', given: ['Miriam'], use: 'official' }],
  birthDate: '1988-03-17',
  gender: 'female',
  identifiers: [{ system: 'urn:oid:2.999.4711.1', value: '10005512', type: 'MRN' }],
  address,
};

const marionsRecord: ClinicalRecord = {
  ...emptyRecord,
  allergies: [
    {
      id: 'a1',
      code: { system: 'RxNorm', code: '10831', display: 'Sulfamethoxazole / Trimethoprim' },
      detail: 'Rash',
      status: 'Active',
      date: '2014-05',
    },
  ],
  problems: [
    {
      id: 'p1',
      code: { system: 'SNOMED', code: '37796009', display: 'Migraine' },
      status: 'Active',
      date: '2012',
    },
  ],
  results: [
    {
      id: 'r1',
      code: { system: 'LOINC', code: '718-7', display: 'Hemoglobin' },
      value: '13.9',
      unit: 'g/dL',
      referenceRange: '12 - 15.5 g/dL',
      date: '2025-02-11T08:20:00-06:00',
      detail: 'Blood count',
    },
  ],
};

const miriamsRecord: ClinicalRecord = {
  ...emptyRecord,
  problems: [
    {
      id: 'p1',
      code: { system: 'SNOMED', code: '40930008', display: 'Hypothyroidism' },
      status: 'Active',
      date: '2019-10-02',
    },
  ],
  medications: [
    {
      id: 'm1',
      code: { system: 'RxNorm', code: '966224', display: 'levothyroxine 75 mcg tablet' },
      detail: '1 tablet every morning',
      status: 'Active',
      date: '2019-10-02',
    },
  ],
  results: [
    {
      id: 'r1',
      code: { system: 'LOINC', code: '3016-3', display: 'TSH' },
      value: '2.1',
      unit: 'm[IU]/L',
      referenceRange: '0.4 - 4.0 m[IU]/L',
      date: '2025-03-04T09:00:00-06:00',
      detail: 'Thyroid panel',
    },
  ],
};

/** Marion Castellan; her last document was filed into the wrong chart: it is about her twin. */
export const twinA: Chart = {
  id: 'twin-a',
  title: 'Marion Castellan, 38: one of twins',
  patient: marion,
  encounters: [],
  documents: [
    noteDocument(marion, {
      id: '510101',
      title: 'Headache Clinic Note',
      kind: 'consult',
      date: '2025-02-11T08:50:00-06:00',
      author: 'Edith Rowan, MD',
      department: 'Neurology',
      sections: [
        {
          heading: 'History',
          blocks: [
            'Migraine without aura since 2012, now three attacks a month. Naproxen helps when taken early. Allergic to trimethoprim-sulfamethoxazole.',
          ],
        },
        {
          heading: 'Plan',
          blocks: ['Keep a headache diary for eight weeks. Magnesium 400 mg at night.'],
        },
      ],
    }),
    ccdDocument(
      { patient: marion, record: marionsRecord },
      { id: '510102', title: 'Summary of Care', date: '2025-02-12T10:00:00-06:00' },
    ),
    ccdDocument(
      { patient: miriam, record: miriamsRecord },
      { id: '510103', title: 'Summary of Care, Outside Clinic', date: '2025-03-05T10:00:00-06:00' },
    ),
  ],
  record: marionsRecord,
};

/** Miriam Castellan. */
export const twinB: Chart = {
  id: 'twin-b',
  title: 'Miriam Castellan, 38: the other twin',
  patient: miriam,
  encounters: [],
  documents: [
    noteDocument(miriam, {
      id: '520101',
      title: 'Thyroid Follow-Up',
      kind: 'progress',
      date: '2025-03-04T09:20:00-06:00',
      author: 'Helen Marsh, MD',
      department: 'Lakeside Family Medicine',
      sections: [
        {
          heading: 'Subjective',
          blocks: [
            'Takes levothyroxine 75 mcg on an empty stomach. No palpitations, weight steady.',
          ],
        },
        {
          heading: 'Assessment and Plan',
          blocks: ['TSH 2.1, in range. Same dose, again in a year.'],
        },
      ],
    }),
    ccdDocument(
      { patient: miriam, record: miriamsRecord },
      { id: '520102', title: 'Summary of Care', date: '2025-03-05T10:00:00-06:00' },
    ),
  ],
  record: miriamsRecord,
};
