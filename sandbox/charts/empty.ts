import type { Chart } from './chart.ts';
import { emptyRecord } from './empty-record.ts';

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
