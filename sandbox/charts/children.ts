import type { Chart, ChartPatient, ClinicalRecord } from './chart.ts';
import { emptyRecord } from './empty-record.ts';
import { ccdDocument, noteDocument } from './small-chart.ts';

/** Who reads these charts: their mother. */
export const parentName = 'Mary Grant';

const address = { line: '52 Mill Race', city: 'Lakeside', state: 'WI', postalCode: '54999' };

const tim: ChartPatient = {
  id: '4711020',
  names: [{ family: 'Grant', given: ['Tim'], use: 'official' }],
  birthDate: '2015-04-09',
  gender: 'male',
  identifiers: [{ system: 'urn:oid:2.999.4711.1', value: '10006201', type: 'MRN' }],
  address,
};

const ada: ChartPatient = {
  id: '4711021',
  names: [{ family: 'Grant', given: ['Ada'], use: 'official' }],
  birthDate: '2018-12-01',
  gender: 'female',
  identifiers: [{ system: 'urn:oid:2.999.4711.1', value: '10006202', type: 'MRN' }],
  address,
};

function vaccines(dates: readonly (readonly [string, string, string])[]): ClinicalRecord {
  return {
    ...emptyRecord,
    immunizations: dates.map(([date, code, display], index) => ({
      id: `i${index + 1}`,
      date,
      code: { system: 'CVX' as const, code, display },
      status: 'Completed',
    })),
  };
}

const timsRecord = vaccines([
  ['2016-04-12', '03', 'Measles, mumps and rubella, dose 1'],
  ['2019-04-16', '03', 'Measles, mumps and rubella, dose 2'],
  ['2026-09-29', '140', 'Influenza, preservative free'],
]);

const adasRecord = vaccines([
  ['2019-12-05', '03', 'Measles, mumps and rubella, dose 1'],
  ['2022-12-08', '21', 'Varicella, dose 2'],
]);

export const childTim: Chart = {
  id: 'child-tim',
  title: 'Tim Grant, 11',
  patient: tim,
  encounters: [],
  documents: [
    noteDocument(tim, {
      id: '610101',
      title: 'Well Child Visit, 11 Years',
      kind: 'progress',
      date: '2026-09-29T15:40:00-05:00',
      author: 'Anselm Okoro, MD',
      department: 'Lakeside Pediatrics',
      sections: [
        {
          heading: 'Growth',
          blocks: [
            {
              pairs: [
                ['Height', '146 cm (60th percentile)'],
                ['Weight', '38.2 kg (55th percentile)'],
                ['Blood pressure', '104/62 mmHg'],
              ],
            },
          ],
        },
        {
          heading: 'Plan',
          blocks: ['Influenza vaccine today. Sports form signed: no restrictions.'],
        },
      ],
    }),
    ccdDocument(
      { patient: tim, record: timsRecord },
      { id: '610102', title: 'Summary of Care', date: '2026-09-30T09:00:00-05:00' },
    ),
  ],
  record: timsRecord,
};

export const childAda: Chart = {
  id: 'child-ada',
  title: 'Ada Grant, 7',
  patient: ada,
  encounters: [],
  documents: [
    noteDocument(ada, {
      id: '620101',
      title: 'Sick Visit: Ear Pain',
      kind: 'progress',
      date: '2026-02-17T10:20:00-06:00',
      author: 'Anselm Okoro, MD',
      department: 'Lakeside Pediatrics',
      sections: [
        {
          heading: 'History',
          blocks: [
            'Two days of a cold, right ear pain since last night, temperature 38.4 C at home.',
          ],
        },
        {
          heading: 'Examination',
          blocks: ['Right ear drum red and bulging, left normal. Chest clear.'],
        },
        {
          heading: 'Plan',
          blocks: [
            'Acute otitis media. Ibuprofen for pain; amoxicillin for 7 days if not better within 48 hours.',
          ],
        },
      ],
    }),
    ccdDocument(
      { patient: ada, record: adasRecord },
      { id: '620102', title: 'Summary of Care', date: '2026-02-18T09:00:00-06:00' },
    ),
  ],
  record: adasRecord,
};
