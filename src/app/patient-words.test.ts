import { describe, expect, it } from 'vitest';
import type { PatientIdentity } from '../model/patient-context.ts';
import { patientFacts, sameName } from './patient-words.ts';

const nancy: PatientIdentity = {
  names: [],
  birthDate: '1980-08-11',
  gender: 'female',
  identifiers: [
    { value: '999-99-9999', type: 'SSN' },
    { value: '10002700', type: 'MRN' },
  ],
};
const now = new Date(2026, 10, 22);

describe('the patient line', () => {
  it.each([
    {
      title: 'says sex, birth date with age, and record number',
      identity: nancy,
      expected: ['Female', 'born 11 Aug 1980 (46)', 'MRN 10002700'],
    },
    {
      title: 'says what is not known',
      identity: { names: [], identifiers: [] },
      expected: ['Sex not known', 'birth date not known'],
    },
    {
      title: 'gives an infant’s age in months',
      identity: { ...nancy, birthDate: '2026-04-01', identifiers: [] },
      expected: ['Female', 'born 1 Apr 2026 (7 months)'],
    },
    {
      title: 'gives the dead no age',
      identity: { ...nancy, deceased: true, identifiers: [] },
      expected: ['Female', 'born 11 Aug 1980', 'deceased'],
    },
  ])('$title', ({ identity, expected }) => {
    expect(patientFacts(identity, now)).toEqual(expected);
  });

  it('knows a name again in another order', () => {
    expect(sameName('SMART, Nancy', 'Nancy Smart')).toBe(true);
    expect(sameName('Tim Grant', 'Mary Grant')).toBe(false);
  });
});
