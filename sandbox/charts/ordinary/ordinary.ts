import type { Chart } from '../chart.ts';
import { about } from './about.ts';
import { year2018 } from './year-2018.ts';
import { years2016to2017 } from './years-2016-2017.ts';
import { years2019to2021 } from './years-2019-2021.ts';
import { years2022to2023 } from './years-2022-2023.ts';
import { years2024to2026 } from './years-2024-2026.ts';

/** Nancy Smart: asthma, a birth, diabetes, a broken wrist, a gallbladder, screening; values agree across documents. */
export const ordinary: Chart = {
  ...about,
  documents: [
    ...years2016to2017,
    ...year2018,
    ...years2019to2021,
    ...years2022to2023,
    ...years2024to2026,
  ],
};
