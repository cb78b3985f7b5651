import type { ClinicalRecord } from './chart.ts';

/** A record in which nothing is noted. */
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
