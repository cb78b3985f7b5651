import type { Chart } from './chart.ts';
import { emptyRecord } from './empty-record.ts';
import { oddContent } from './odd-content.ts';
import { zoe } from './odd-patient.ts';
import { oddResources } from './odd-resources.ts';

/** Zoë Quirke: everything that servers get wrong, once each; every title says what is odd. */
export const odd: Chart = {
  id: 'odd',
  title: 'Zoë Quirke, 54: everything is odd',
  patient: zoe,
  encounters: [],
  documents: [...oddContent, ...oddResources],
  record: {
    ...emptyRecord,
    allergies: [
      {
        id: 'a1',
        code: { system: 'SNOMED', code: '762952008', display: 'Peanut' },
        status: 'Active',
      },
    ],
  },
};
