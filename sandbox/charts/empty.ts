import type { Chart, ClinicalRecord } from './chart.ts';

export const emptyRecord: ClinicalRecord = {
  allergies: [],
  medications: [],
  problems: [],
  procedures: [],
  results: [],
  vitals: [],
  immunizations: [],
  encounters: [],
  plan: [],
  socialHistory: [],
};

export const empty: Chart = {
  id: 'empty',
  title: 'Robin Vale, 29: nothing has been filed',
  patient: {
    id: '4711003',
    names: [{ family: 'Vale', given: ['Robin'], use: 'official' }],
    birthDate: '1997-05-30',
    gender: 'other',
    identifiers: [{ system: 'urn:oid:2.999.4711.1', value: '10003110', type: 'MRN' }],
  },
  encounters: [],
  documents: [],
  record: emptyRecord,
};
