import type { Chart } from '../chart.ts';
import { nancy } from './people.ts';
import { record } from './record.ts';
import { encounters } from './visits.ts';
import { years2016to2017 } from './years-2016-2017.ts';

/** Nancy Smart: asthma, a birth, diabetes, a broken wrist, a gallbladder, screening; values agree across documents. */
export const ordinary: Chart = {
  id: 'ordinary',
  title: 'Nancy Smart, 46: ten years of ordinary care',
  patient: nancy,
  encounters,
  documents: [...years2016to2017],
  record,
};
